"""The commands: parse, call the case, print; nothing heavy is imported before it is needed."""

from avowed.cli.main import main

__all__ = ["main"]
