"""The commands as they are listed, by what they are for; each is run from a module of its own.

Loaded for every help page and completion, so nothing here may be slow to import.
"""
