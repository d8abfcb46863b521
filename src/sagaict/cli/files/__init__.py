"""Commands about the files: checked, laid out, explained, set up."""
