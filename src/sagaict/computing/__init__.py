"""From models to judgements: rates, expectations, statuses, tallies. Pure functions, no I/O.

A figure that is not known stays unknown all the way through: missing is never 0, and never unmet.
"""
