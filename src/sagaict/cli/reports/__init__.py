"""Commands that read the data and say what stands in it, a module each."""
