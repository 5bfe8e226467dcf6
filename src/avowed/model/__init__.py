"""What there is to know, as frozen values without any input or output."""
