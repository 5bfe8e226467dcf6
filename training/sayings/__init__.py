"""How the optional layers that mark sayings were made, from PolNeAR's training part."""
