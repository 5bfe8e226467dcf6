"""Finds who says what: source, cue and content, one saying within another, so that no speaker is ever lost."""
