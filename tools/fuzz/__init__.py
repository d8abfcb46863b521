"""Run the commands over mutated files, and count what must never happen.

Never may a command end in an error of its own, take long, move a terminal, begin a line of a log
with text of a file, or write JSON, XML or CSV that cannot be read. `every_command` tries all commands
in all forms on a mutated city; `campaign` tries `check` and `status` on very many small files, of
which hundreds lie in one folder.
"""
