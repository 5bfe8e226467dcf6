"""Simulated worlds: two actors whose tie is known, sources that see it askew, and what the answer makes of it."""
