"""Avowed: how close two actors really are, beside what they say about each other."""

__version__ = "0.1.0"
