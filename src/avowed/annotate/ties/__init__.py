"""Finds who is tied to whom, in which respect and with which sign, by rules over the parse."""
