"""Finds what is judged, foretold or merely said, apart from what is told as fact."""
