"""Corpora too large for a case: read on many cores into Parquet tables, asked with DuckDB, sliced into cases.

    given -> shards -> engine (reading) -> kept -> resolving -> asking, slicing

Nothing outside this room imports Ray, PyArrow or DuckDB; they come with the extra `avowed[bulk]`.
"""
