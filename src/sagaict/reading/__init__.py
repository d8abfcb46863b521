"""From bytes to models: find the data, parse YAML, validate, and place every problem exactly.

Problems are values: they are collected, never raised one by one, so that one broken file hides
neither the others nor its own further mistakes.
"""
