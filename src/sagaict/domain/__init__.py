"""What the words mean: fiscal years, numbers, and the models of plans and projects.

Pure and free of I/O. Everything else in the package depends on this folder; it depends on nothing
but the standard library and pydantic.
"""
