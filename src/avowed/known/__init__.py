"""Actors that a user brings beside those that the package knows: they propose names and never assert a tie."""

from avowed.known.kept import bring, brought, of_case

__all__ = ["bring", "brought", "of_case"]
