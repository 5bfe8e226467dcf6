"""What the package knows before it reads a report: facts with their sources, loaded once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from avowed.model.vocabulary import ActorKind, Slot
from avowed.model.when import UNKNOWN_TIME, from_iso
from avowed.model.world import Change, KnownActor, KnownActors, Name
from avowed.model.world import known_actors as index


@cache
def known_actors() -> KnownActors:
    """The groups, agencies, governments and leaders known beforehand."""
    folder = files("avowed") / "data" / "actors"
    tables = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return index(
        _actor(row) for table in tables for row in tomllib.loads(table.read_text(encoding="utf-8")).get("actor", ())
    )


def _actor(row: Mapping[str, Any]) -> KnownActor:
    return KnownActor(
        key=row["key"],
        name=row["name"],
        kind=ActorKind(row["kind"]),
        names=tuple(Name(name["text"], Slot(name["slot"]), name["source"]) for name in row.get("names", ())),
        parent=row.get("parent"),
        countries=tuple(row.get("countries", ())),
        changes=tuple(_change(change) for change in row.get("changes", ())),
        not_same=tuple(row.get("not_same", ())),
        source=row.get("source", ""),
    )


def _change(row: Mapping[str, Any]) -> Change:
    when = from_iso(row["when"]) if row.get("when") else UNKNOWN_TIME
    return Change(row["kind"], row["other"], when, row["source"])
