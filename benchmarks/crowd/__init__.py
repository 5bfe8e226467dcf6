"""A case of any size about invented actors, the same every time: what asking costs, and how the cost grows."""
