"""One loader for each source; each gives labelled texts and drops what is held out."""
