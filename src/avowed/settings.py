"""The settings of a case, as values: read once from its `avowed.toml`, checked, then passed as an argument."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from avowed.errors import SettingsError
from avowed.model.vocabulary import Dimension, Factuality, Mode
from avowed.shelf import Shelf

FILE = "avowed.toml"


@dataclass(frozen=True)
class Settings:
    """How evidence is weighed; every number is a default that a user may change."""

    minimum_score: float
    minimum_families: int
    minimum_lines: int
    half_life_years: float
    path_steps: int
    publisher_likeness: float
    turns_a_decade: float
    certainty: Mapping[Factuality, float]
    modes: Mapping[Mode, float]
    reliability: Mapping[str, float]
    strength: Mapping[Dimension, float]
    fetch_allowed: bool = False


def default_text() -> str:
    """The commented settings file that a new case gets."""
    return files("avowed").joinpath("data", "settings", FILE).read_text(encoding="utf-8")


def defaults() -> Settings:
    """The settings that a new case begins with."""
    return _settings(tomllib.loads(default_text()), FILE)


def load(shelf: Shelf) -> Settings:
    """The settings of the case with this shelf; what its file leaves out keeps the default.

    Raises SettingsError, naming the line or the key that is not understood.
    """
    content = shelf.read(FILE)
    return defaults() if content is None else read(content, shelf.where(FILE))


def read(content: bytes, path: str) -> Settings:
    """The settings that a file holds; SettingsError, naming the line or the key that is not understood."""
    try:
        given = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path} cannot be read: {error}. Mend that line, or delete the file for defaults."
        ) from error
    return _settings(_merged(tomllib.loads(default_text()), given, path), path)


def _merged(base: dict[str, Any], given: dict[str, Any], path: str) -> dict[str, Any]:
    for section, values in given.items():
        if section not in base or not isinstance(values, dict):
            raise SettingsError(f"{path}: there is no section [{section}]; the sections are {', '.join(base)}.")
        for key, value in values.items():
            _check(base[section], section, key, value, path)
    return {section: {**values, **given.get(section, {})} for section, values in base.items()}


def _check(known: dict[str, Any], section: str, key: str, value: object, path: str) -> None:
    if key not in known:
        raise SettingsError(f"{path}: [{section}] has no {key!r}; it has {', '.join(known)}.")
    if isinstance(known[key], bool):
        if not isinstance(value, bool):
            raise SettingsError(f"{path}: [{section}] {key} must be true or false, not {value!r}.")
        return
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise SettingsError(f"{path}: [{section}] {key} must be a number of 0 or more, not {value!r}.")
    if section != "evidence" and value > 1:
        raise SettingsError(f"{path}: [{section}] {key} must be between 0 and 1, not {value!r}.")


def _settings(tables: Mapping[str, Mapping[str, Any]], source: str) -> Settings:
    try:
        evidence, certainty = tables["evidence"], tables["certainty"]
        return Settings(
            minimum_score=float(evidence["minimum_score"]),
            minimum_families=int(evidence["minimum_families"]),
            minimum_lines=int(evidence["minimum_lines"]),
            half_life_years=float(evidence["half_life_years"]),
            path_steps=int(evidence["path_steps"]),
            publisher_likeness=float(evidence["publisher_likeness"]),
            turns_a_decade=float(evidence["turns_a_decade"]),
            certainty={level: float(certainty[level]) for level in Factuality},
            modes={Mode.ACTUAL: 1.0} | {m: float(certainty[m]) for m in (Mode.FUTURE, Mode.HYPOTHETICAL)},
            reliability={letter: float(weight) for letter, weight in tables["reliability"].items()},
            strength={dimension: float(tables["strength"][dimension]) for dimension in Dimension},
            fetch_allowed=bool(tables["fetch"]["allowed"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise SettingsError(f"{source} lacks or garbles {error}; delete the file to get the defaults back.") from error
