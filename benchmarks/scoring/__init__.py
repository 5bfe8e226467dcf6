"""Scorers: readings and gold in, counts out; nothing here reads a file."""
