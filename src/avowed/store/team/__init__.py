"""A case that several people share, on a PostgreSQL server: the same tables, statements and answers as in a folder."""

from avowed.store.team.opening import create, open_case

__all__ = ["create", "open_case"]
