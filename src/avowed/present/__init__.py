"""Findings into text, pictures and files, purely."""
