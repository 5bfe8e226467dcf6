"""Assertions into findings, purely."""
