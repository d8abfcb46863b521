"""Changing files: whole or not at all, and never over somebody else's change."""
