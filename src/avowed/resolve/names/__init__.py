"""How names are written: letters, spellings, the parts of a name, and how alike two names are. Pure."""
