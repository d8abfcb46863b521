"""Open data: tables for other programs, each with its columns described once.

`tables` lists them. `package` describes them to programs (Data Package, CSVW), `worded` puts their
headings and codes into words, `parquet` writes them with types.
"""
