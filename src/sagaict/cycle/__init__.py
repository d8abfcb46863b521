"""The yearly cycle (PDCA): what is to be done by whom and when, and what the council is shown.

Pure functions of models, a day and the deadlines a city has set. Nothing is made up: a deadline
nobody set is a default of this tool and is marked as one.
"""
