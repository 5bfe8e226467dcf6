"""The questions that a corpus answers, by name: read from a table, so that the documentation tells all of them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, of how many actors, and the one SELECT that answers it."""

    name: str
    asks: str
    sql: str
    actors: int = 0


@cache
def questions() -> Mapping[str, Question]:
    """Every question by its name."""
    text = files("avowed").joinpath("data", "bulk", "questions.toml").read_text(encoding="utf-8")
    return {name: Question(name, **row) for name, row in tomllib.loads(text).items()}
