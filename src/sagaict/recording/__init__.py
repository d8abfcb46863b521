"""From an intent (a figure came in, a target was revised) to the changes of files it means.

Pure: nothing is printed or written here. Changes are collected in a change set, and what cannot be
done is raised as `Refused`, whose words `recording.wording` chooses.
"""
