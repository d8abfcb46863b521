"""Excel both ways: the entry workbook for project owners, and reading back what they filled in.

Out: `due` says which rows there are, `records` what stands in each, `compose` makes the workbook
(with `styles`, `validation` and `definitions`). Back in: `package` guards against files that are no
plain workbook, `excel` and `csv_files` turn files into grids of cells, `filled` and `table` find
the rows in them, `matching` and `figures` hold these against the records, `applying` puts what was
changed into a change set; `taking` is all of that in one. `layout` is what both directions agree
on.
Only what makes the workbook, and `excel`, know openpyxl.
"""
