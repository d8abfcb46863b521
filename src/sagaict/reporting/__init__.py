"""From judgements to pages: a report is a list of blocks, rendered for its medium.

Builders (`status_report`, `show_report`, ...) say *what* is shown; `terminal`, `plain` and
`markdown` know *how* each medium wants it, and escape for it. `rows` is the export contract.
"""
