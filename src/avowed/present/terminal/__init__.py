"""Findings as plain text that reads without colour; every line stands with its quote, source, speaker and hedge."""

from avowed.present.terminal.dossier import dossier_text, handover_words, lacking_words, office_words, parts_words
from avowed.present.terminal.lists import (
    actors_text,
    outlets_text,
    predictions_text,
    proposals_text,
    says_text,
    timeline_text,
)
from avowed.present.terminal.pair import pair_text
from avowed.present.terminal.rows import WIDTH, heading, line_text, tie_text, wrapped

__all__ = [
    "WIDTH",
    "actors_text",
    "dossier_text",
    "handover_words",
    "heading",
    "lacking_words",
    "line_text",
    "office_words",
    "outlets_text",
    "pair_text",
    "parts_words",
    "predictions_text",
    "proposals_text",
    "says_text",
    "tie_text",
    "timeline_text",
    "wrapped",
]
