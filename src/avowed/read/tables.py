"""The tables of named rows that reading works by, loaded from data/read and never changed."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_FILLERS = re.compile(r"\{([a-z_]+)\}")


def load(name: str) -> dict[str, Any]:
    """One TOML table of data/read by its name without the ending."""
    return tomllib.loads(files("avowed").joinpath("data", "read", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def fillers() -> dict[str, str]:
    """The shared pieces that patterns name in braces, such as {outlet} and {date}."""
    parts: dict[str, str] = {}
    for name, pattern in load("pieces")["piece"].items():
        parts[name] = fill(pattern, parts)
    return parts


def fill(pattern: str, parts: dict[str, str] | None = None) -> str:
    """A pattern with its pieces put in; KeyError for a piece that is not in the table."""
    known = fillers() if parts is None else parts
    return _FILLERS.sub(lambda found: f"(?:{known[found.group(1)]})", pattern)
