"""Findings into text, pictures and files, purely."""

from avowed.present.page import page

__all__ = ["page"]
