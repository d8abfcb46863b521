"""A report as a Word document, for those who edit their paper before the meeting.

Only this folder knows python-docx, which is imported where a document is drawn.
"""
