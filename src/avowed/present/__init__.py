"""Findings into text, pictures and files, purely."""

from avowed.present.markdown import dossier_markdown, pair_markdown
from avowed.present.pages import dossier_page, page
from avowed.present.picture import Picture, pictures_of

__all__ = ["Picture", "dossier_markdown", "dossier_page", "page", "pair_markdown", "pictures_of"]
