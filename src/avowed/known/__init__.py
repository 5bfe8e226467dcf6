"""Actors and places that a user brings beside those that the package knows: they propose names and never assert a tie."""

from avowed.known.kept import FOLDER, bring, brought, of_case, places_of, take_out

__all__ = ["FOLDER", "bring", "brought", "of_case", "places_of", "take_out"]
