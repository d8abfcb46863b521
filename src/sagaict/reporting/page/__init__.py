"""Blocks as one HTML page that stands alone: no script is needed, nothing is loaded from outside.

`markup` builds elements, `drawing` turns blocks into them, `shapes` and `paths` draw, `document`
puts the page around it.
"""
