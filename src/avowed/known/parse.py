"""Files of actors into values: FollowTheMoney entities as JSON lines, the actor table of UCDP, or a plain table."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from io import StringIO
from typing import Any

from avowed.errors import UsageError
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind, Slot
from avowed.model.when import UNKNOWN_TIME, from_iso
from avowed.model.world import Change, KnownActor, Name

_HELP = (
    "Give FollowTheMoney entities as JSON lines, UCDP's actor table as CSV, or a CSV with a column `name` and, if you "
    "like, kind, aliases, weak_aliases, former_names (several are parted by semicolons), countries, source."
)
_FTM_KINDS = {
    "Person": ActorKind.PERSON,
    "PublicBody": ActorKind.STATE_AGENCY,
    "Organization": ActorKind.ORGANISATION,
    "Company": ActorKind.ORGANISATION,
    "LegalEntity": ActorKind.ORGANISATION,
}
_FTM_SLOTS = {"alias": Slot.ALIAS, "weakAlias": Slot.WEAK_ALIAS, "previousName": Slot.FORMER_NAME}
_UCDP_KINDS = {"3": ActorKind.COMMUNITY, "4": ActorKind.GOVERNMENT}
_PLAIN_SLOTS = {"aliases": Slot.ALIAS, "weak_aliases": Slot.WEAK_ALIAS, "former_names": Slot.FORMER_NAME}
_SHORT = 4  # letters; a name of so few, and one in capitals alone, is never enough to merge on
_KEY = 60


def parse(name: str, content: bytes) -> tuple[KnownActor, ...]:
    """The actors in a file; UsageError, saying which line and what would be read, where it is none of the three."""
    text = content.decode("utf-8-sig", "replace")
    found = tuple(_entities(name, text) if text.lstrip().startswith("{") else _table(name, text))
    if not found:
        raise UsageError(f"{name} holds no actor. {_HELP}")
    return _with_keys(found)


def _entities(file: str, text: str) -> Iterator[KnownActor]:
    rows = [_entity(file, number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    names = {row["id"]: row["properties"]["name"][0] for row in rows if row["properties"].get("name")}
    changes = dict(_successions(rows, names, file))
    for row in rows:
        given = row["properties"]
        if row["schema"] in _FTM_KINDS and given.get("name"):
            kind = _FTM_KINDS[row["schema"]]
            if kind is ActorKind.ORGANISATION and "crime.terror" in given.get("topics", ()):
                kind = ActorKind.ARMED_GROUP
            also = [(text, Slot.ALIAS) for text in given["name"][1:]]
            also += [(text, slot) for field, slot in _FTM_SLOTS.items() for text in given.get(field, ())]
            countries = (*given.get("country", ()), *given.get("jurisdiction", ()), *given.get("nationality", ()))
            yield _actor(given["name"][0], kind, also, file, countries, changes.get(row["id"], ()))


def _entity(file: str, number: int, line: str) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
        if not isinstance(row["schema"], str) or not isinstance(row["properties"], dict):
            raise TypeError
        lists = {
            key: [str(one) for one in value] for key, value in row["properties"].items() if isinstance(value, list)
        }
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{file}, line {number}, is no FollowTheMoney entity. {_HELP}") from error
    return {"id": str(row.get("id")), "schema": row["schema"], "properties": lists}


def _successions(
    rows: Iterable[Mapping[str, Any]], names: Mapping[str, str], file: str
) -> Iterator[tuple[str, tuple[Change, ...]]]:
    for row in rows:
        given = row["properties"]
        if row["schema"] == "Succession" and given.get("successor") and given.get("predecessor"):
            before = given["predecessor"][0]
            when = from_iso(given["startDate"][0]) if given.get("startDate") else UNKNOWN_TIME
            yield given["successor"][0], (Change("succeeded", names.get(before, before), when, file),)


def _table(file: str, text: str) -> Iterator[KnownActor]:
    reader = csv.DictReader(StringIO(text, newline=""))
    columns = {(column or "").strip() for column in reader.fieldnames or ()}
    if {"ActorId", "NameData"} <= columns:
        return (_of_ucdp(row, file) for row in reader if _cell(row, "NameData"))
    if "name" not in columns:
        raise UsageError(f"{file} has no column `name`. {_HELP}")
    return (_of_plain(row, file, number) for number, row in enumerate(reader, 2) if _cell(row, "name"))


def _of_ucdp(row: Mapping[str, Any], file: str) -> KnownActor:
    kind = _UCDP_KINDS.get(_cell(row, "Org"), ActorKind.ARMED_GROUP)
    others = [_cell(row, field) for field in ("NameOrigFullEng", "NameOrigFull", "NameOrig")]
    also = [(text, Slot.ALIAS) for text in others if text and text != "n/a"]
    before = _cell(row, "NamePrev")
    split = tuple(Change("split_from", one.strip(), UNKNOWN_TIME, file) for one in before.split(",") if one.strip())
    return _actor(_cell(row, "NameData"), kind, also, file, (), split)


def _of_plain(row: Mapping[str, Any], file: str, number: int) -> KnownActor:
    kind = _cell(row, "kind") or str(ActorKind.ORGANISATION)
    if kind not in {str(one) for one in ActorKind}:
        known = ", ".join(ActorKind)
        raise UsageError(f"{file}, line {number}: {kind!r} is no kind of actor; the kinds are {known}.")
    also = [(text, slot) for field, slot in _PLAIN_SLOTS.items() for text in _several(row, field)]
    return _actor(_cell(row, "name"), ActorKind(kind), also, _cell(row, "source") or file, _several(row, "countries"))


def _actor(
    name: str,
    kind: ActorKind,
    also: Iterable[tuple[str, Slot]],
    source: str,
    countries: Iterable[str] = (),
    changes: tuple[Change, ...] = (),
) -> KnownActor:
    seen = {fold(name)}
    names = []
    for text, slot in also:
        if fold(text) and fold(text) not in seen:
            seen.add(fold(text))
            names.append(Name(text, Slot.WEAK_ALIAS if _is_weak(text, kind) else slot, source))
    codes = tuple(dict.fromkeys(code.strip().upper() for code in countries if code.strip()))
    return KnownActor("", name, kind, tuple(names), None, codes, changes, (), source)


def _is_weak(text: str, kind: ActorKind) -> bool:
    """An acronym, a short name, and one word of a person's name are borne by many."""
    alone = kind is ActorKind.PERSON and " " not in fold(text)
    return alone or len(fold(text)) <= _SHORT or (text.isupper() and " " not in text)


def _with_keys(actors: Iterable[KnownActor]) -> tuple[KnownActor, ...]:
    """Keys from names, with a number behind where one is taken."""
    found: dict[str, KnownActor] = {}
    for actor in actors:
        base = fold(actor.name).replace(" ", "-")[:_KEY].strip("-") or "unnamed"
        key, number = base, 1
        while key in found:
            number += 1
            key = f"{base}-{number}"
        found[key] = replace(actor, key=key)
    return tuple(found.values())


def _cell(row: Mapping[str, Any], field: str) -> str:
    return str(row.get(field) or "").strip()


def _several(row: Mapping[str, Any], field: str) -> list[str]:
    return [one.strip() for one in _cell(row, field).split(";") if one.strip()]
