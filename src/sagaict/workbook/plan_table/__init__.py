"""From a printed KPI table to a draft plan: what any body has in Excel, read by its headings.

`headings` knows the words of the field, `columns` finds them in a sheet, `printed` takes a printed
figure apart, `rows` reads each `row`. `proposing` proposes what no table says, with a reason, and
`drafting` makes of rows and answers what stands in the files, `tree` what stands above it,
`placing` puts it into a draft that is there. `preview` shows it before it is written; `template` is
an empty table in these columns.
"""
