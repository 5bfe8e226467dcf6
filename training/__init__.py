"""How each shipped model was made, from what and under which licence; nothing here is needed at run time."""
