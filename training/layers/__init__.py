"""The layers that every learned part begins with, in torch."""
