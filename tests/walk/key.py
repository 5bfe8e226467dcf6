"""The example case against its answer key: which ties were read, which claims were read that must never be."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from avowed import Case
from avowed.model.evidence import Report
from avowed.model.findings import Tie
from avowed.model.names import fold
from avowed.store import find

EXAMPLES = Path(__file__).parents[2] / "examples"
KEY: dict[str, Any] = json.loads((EXAMPLES / "key.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Read:
    """What the case holds, by report of the key."""

    reports: Mapping[str, Report]
    ties: Mapping[str, tuple[Tie, ...]]
    names: Mapping[str, frozenset[str]]


def read(case: Case) -> Read:
    """The case's reports and ties, by the ids of the key; names of actors are folded."""
    stored = [find.report(case.store, one.report.id) for one in find.reports(case.store)]
    reports = {entry["id"]: report_of(entry, [one for one in stored if one]) for entry in KEY["reports"]}
    by_report: dict[str, list[Tie]] = {}
    for tie in find.all_ties(case.store):
        by_report.setdefault(tie.line.source.report, []).append(tie)
    ties = {identity: tuple(by_report.get(report.id, ())) for identity, report in reports.items()}
    names = {
        actor.key: frozenset(fold(name.text) for name in actor.names) | {fold(actor.name)} for actor in case.actors()
    }
    return Read(reports, ties, names)


def found(entry: Mapping[str, Any], held: Read) -> Tie | None:
    """The tie that the key's entry tells of, with its parties, dimension, sign and denial; None where it was missed."""
    report = entry["report"]
    quote = _plain(entry["quote"])
    for tie in held.ties[report]:
        if quote in _plain(tie.line.quote) and _is(entry, tie, held):
            return tie
    return None


def recall(entries: Iterable[Mapping[str, Any]], held: Read) -> tuple[int, int]:
    """How many of the key's entries were read, and how many there are."""
    hits = [found(entry, held) is not None for entry in entries]
    return sum(hits), len(hits)


def never_read(held: Read) -> Iterator[str]:
    """The claims that must never come out and did, with their words."""
    for entry in KEY["never"]:
        words = _plain(entry["words"])
        for tie in held.ties[entry["report"]]:
            if words in _plain(tie.line.quote) and _is({**entry, "negated": entry.get("negated", False)}, tie, held):
                yield f"{entry['id']}: {entry['words']}"


def _is(entry: Mapping[str, Any], tie: Tie, held: Read) -> bool:
    accepted = entry.get("accept", {})
    if str(tie.dimension) not in (entry["dimension"], *accepted.get("dimension", ())):
        return False
    if "sign" in entry and tie.sign not in (entry["sign"], *accepted.get("sign", ())):
        return False
    if "negated" in entry and tie.line.negated != entry["negated"]:
        return False
    one = _named((entry["subject"], *accepted.get("subject", ())), tie.subject, held)
    other = _named((entry["object"], *accepted.get("object", ())), tie.object, held)
    turned = tie.dimension.symmetric and _named((entry["subject"],), tie.object, held)
    return (one and other) or (turned and _named((entry["object"],), tie.subject, held))


def _named(ids: Iterable[str], key: str, held: Read) -> bool:
    names = {fold(name) for identity in ids for name in _names_of(identity)}
    return bool(names & held.names[key])


def _names_of(identity: str) -> list[str]:
    actor = next(one for one in KEY["actors"] if one["id"] == identity)
    return [actor["name"], *(name["name"] for name in actor["names"])]


def report_of(entry: Mapping[str, Any], stored: Iterable[Report]) -> Report:
    """The report that the entry of the key means."""
    first = _plain(entry["first"])
    return next(report for report in stored if first in _plain(report.text) and report.publisher == entry["publisher"])


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").replace("“", '"').replace("”", '"').split())
