"""Small learned layers in numpy over the parse: what a word is, seen with the words around it."""
