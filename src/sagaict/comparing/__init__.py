"""What an edit of the data means: two portfolios, compared in the words of the plan.

Pure functions of models and a view. A thing is the same thing when it has the same id, or when its
id changed and the rest says so; where it lies in which file does not matter.
"""
