"""The name of the reader's rules: it stands in every reading, and a new one reads every report anew beside the old."""

VERSION = "avowed-first/1"
