"""Measures what the reader's encoder can tell of two parties that are marked in their sentence; nothing of it ships."""
