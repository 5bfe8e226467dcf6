"""Trains the reader: one small encoder with heads for mentions, ties, incidents and certainty."""
