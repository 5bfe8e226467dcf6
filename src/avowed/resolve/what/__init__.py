"""Which reports tell of one incident: time, place, kind, parties and toll weighed together. Pure."""
