"""The name of the reader, rules and model together: it stands in every reading; a new one reads every report anew."""

VERSION = "avowed-second/2"
