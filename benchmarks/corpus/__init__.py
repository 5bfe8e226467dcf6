"""Corpora of any size, the same every time: what reading, resolving and asking them costs, and how the cost grows."""
