"""The commands. Each module here is light; what a command needs is imported when it runs."""
