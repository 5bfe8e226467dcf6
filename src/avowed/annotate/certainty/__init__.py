"""Judges how sure, how real and whether denied a proposition is, and keeps the words that say so."""
