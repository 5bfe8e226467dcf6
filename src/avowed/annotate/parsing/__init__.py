"""From a text to its parse: made legible, read by spaCy with stand-ins for its slow parts, mended, read off as plain values."""
