"""The public site: a page for everything that has an id, and pages across all of it.

`edition` is what it is made from, `paths` where its pages lie, `things` and `across` what they say;
`assembly` draws them in each language. Nothing here touches a disk.
"""
