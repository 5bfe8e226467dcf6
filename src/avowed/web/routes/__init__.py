"""Routes by what a person does: ask, read, decide, add, take away; each is a few lines over one method of `Case`."""
