"""Mentions and decisions into actors, incidents and families of copies."""
