"""Answers as single HTML pages: no script, no address to fetch from, every sentence opens the words it rests on."""

from avowed.present.pages.dossier import dossier_page
from avowed.present.pages.pair import page

__all__ = ["dossier_page", "page"]
