"""Checks the answer key against the reports it speaks of; nothing in the key stands without its words in a report.

Needs only the standard library:  python examples/check_key.py
"""

import json
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
BOTH, PLUS, MINUS, NEITHER = {1, -1}, {1}, {-1}, {0}
SIGNS = (
    dict.fromkeys(("command", "membership", "kinship", "finance", "arms", "training", "logistics"), PLUS)
    | dict.fromkeys(("intelligence", "safe_haven", "support", "joint_operation"), PLUS)
    | dict.fromkeys(("allegiance", "personnel", "accord", "ideology", "stance"), BOTH)
    | dict.fromkeys(("rivalry", "coercion", "attack", "clash"), MINUS)
    | {"origin": NEITHER}
)
VALUES = {
    "kind": {"armed_group", "faction", "umbrella", "state_agency", "government", "igo"}
    | {"organisation", "community", "person", "either_or"},
    "voice": {"stated", "observed", "assessed"},
    "factuality": {"certain", "probable", "possible", "unknown"},
    "mode": {"actual", "future", "hypothetical"},
    "basis": {"reported", "claimed", "attributed", "suspected", "accused_by_authorities", "convicted", "denied"}
    | {"no_comment", "facilitated", "benefits"},
    "outcome": {"came_true", "failed", "open"},
    "precision": {"day", "month", "year", "decade", "unknown"},
    "type": {"attack", "bombing", "suicide_bombing", "shooting", "siege", "kidnapping", "assassination", "air_strike"}
    | {"drone_strike", "clash", "arson", "robbery", "arrest", "raid", "agreement", "meeting", "exercise", "takeover"}
    | {"designation", "statement", "other"},
}
BLOCKS = {"p", "div", "li", "td", "tr", "h1", "h2", "h3", "h4", "br", "small", "nav", "section", "footer", "figcaption"}
ACTOR_FIELDS = ("subject", "object", "speaker", "actor", "a", "b", "person", "of", "by_actor")


class Page(HTMLParser):
    """The visible words of a page, head and scripts left out."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  its base has it
        """Opens a hidden part, or parts two blocks."""
        self.hidden += tag in {"head", "script", "style"}
        self.words.extend(["\n"] if tag in BLOCKS else [])

    def handle_endtag(self, tag: str) -> None:
        """Closes what a start tag opened."""
        self.hidden -= tag in {"head", "script", "style"}
        self.words.extend(["\n"] if tag in BLOCKS else [])

    def handle_data(self, data: str) -> None:
        """Keeps the words that a reader sees."""
        if not self.hidden:
            self.words.append(data)


def one_line(words: str) -> str:
    """The words with every run of white space as one blank."""
    return " ".join(words.split())


def page_words(report: dict[str, Any], root: Path = HERE) -> str:
    """All that a reader of the file sees, furniture included."""
    path = root / report.get("text_source", report["file"])
    raw = path.read_bytes()
    if path.suffix == ".jsonl":
        records = [json.loads(line) for line in raw.decode("utf-8").splitlines()]
        record = next(each for each in records if each["id"] == report["record"])
        return one_line(f"{record['title']} {record['text']} {record['notice']}")
    charset = re.search(rb"charset=[\"']?([\w-]+)", raw)
    text = raw.decode(charset[1].decode() if charset else "utf-8")
    if path.suffix == ".html":
        page = Page()
        page.feed(text)
        text = "".join(page.words)
    return one_line(text)


def main_words(report: dict[str, Any], seen: str) -> str:
    """The words from the first to the last of the main text; empty when either is not there."""
    start, end = seen.find(report["first"]), seen.rfind(report["last"])
    return seen[start : end + len(report["last"])] if 0 <= start < end else ""


def faults(key: dict[str, Any], root: Path = HERE) -> list[str]:
    """Every line of the key that its reports do not bear out, as one sentence each."""
    seen = {report["id"]: page_words(report, root) for report in key["reports"]}
    found = [*_reports(key, seen), *_ids(key), *_values(key), *_signs(key), *_order(key)]
    found += _quotes(key, {report["id"]: main_words(report, seen[report["id"]]) for report in key["reports"]})
    return found


def entries(node: Any) -> Iterator[dict[str, Any]]:
    """Every object of the key, the outer ones first."""
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from entries(each)


def _reports(key: dict[str, Any], seen: dict[str, str]) -> Iterator[str]:
    for report in key["reports"]:
        words = seen[report["id"]]
        if not main_words(report, words):
            yield f"{report['id']}: the main text does not run from '{report['first']}' to '{report['last']}'"
        if "invented" not in words.lower():
            yield f"{report['id']}: no visible line says that the page is invented"
        for phrase in report["outside"]:
            if phrase["words"] not in words:
                yield f"{report['id']}: the page has no '{phrase['words']}'"
    elsewhere = [(each["report"], each["words"]) for each in key["never"]]
    elsewhere += [(each["report"], each["quote"]) for each in key["origins"]]
    for report_id, wanted in elsewhere:
        if wanted not in seen[report_id]:
            yield f"{report_id}: the page has no '{wanted}'"


def _pairs(key: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Each quote with the report that must hold it and the entry that it stands in."""
    for entry in entries({name: part for name, part in key.items() if name not in {"reports", "never"}}):
        if entry.get("outside_text"):
            continue
        name, report = entry.get("id", "an entry"), entry.get("report")
        quoted = [entry.get("quote"), entry.get("speaker_words"), entry.get("words"), *entry.get("hedges", [])]
        for words in quoted:
            if isinstance(words, str):
                yield name, str(report), words


def _quotes(key: dict[str, Any], mains: dict[str, str]) -> Iterator[str]:
    outside = {report["id"]: [phrase["words"] for phrase in report["outside"]] for report in key["reports"]}
    for name, report, words in _pairs(key):
        if one_line(words) not in mains.get(report, ""):
            yield f"{name}: the main text of {report} has no '{words}'"
        elif any(words in phrase or phrase in words for phrase in outside[report]):
            yield f"{name}: '{words}' stands in the furniture of {report}"


def _ids(key: dict[str, Any]) -> Iterator[str]:
    known = {entry["id"] for part in key.values() if isinstance(part, list) for entry in part if "id" in entry}
    count = sum("id" in entry for part in key.values() if isinstance(part, list) for entry in part)
    if count != len(known):
        yield f"the key has {count} ids and only {len(known)} different ones"
    actors = {actor["id"] for actor in key["actors"]}
    reports = {report["id"] for report in key["reports"]}
    for entry in entries(key):
        for field in ACTOR_FIELDS:
            if isinstance(entry.get(field), str) and entry[field] not in actors:
                yield f"{entry.get('id', 'an entry')}: {field} '{entry[field]}' is no actor of the key"
        if isinstance(entry.get("report"), str) and entry["report"] not in reports:
            yield f"{entry.get('id', 'an entry')}: '{entry['report']}' is no report of the key"


def _values(key: dict[str, Any]) -> Iterator[str]:
    checked = {name: key[name] for name in ("actors", "ties", "incidents", "predictions")}
    for entry in entries(checked):
        # The kind of a toll or of a prediction is no kind of actor.
        other = {"kind"} if {"low", "horizon"} & entry.keys() else set()
        for field in sorted((VALUES.keys() & entry.keys()) - other):
            given = entry[field] if isinstance(entry[field], list) else [entry[field]]
            for value in given:
                if value not in VALUES[field]:
                    yield f"{entry.get('id', 'an entry')}: {field} '{value}' is not in the vocabulary"


def _signs(key: dict[str, Any]) -> Iterator[str]:
    for tie in key["ties"]:
        if tie["sign"] not in SIGNS.get(tie["dimension"], set()):
            yield f"{tie['id']}: {tie['dimension']} has no sign {tie['sign']}"
        if not isinstance(tie["must"], bool) or not isinstance(tie["negated"], bool):
            yield f"{tie['id']}: must and negated are true or false"


def _order(key: dict[str, Any]) -> Iterator[str]:
    for entry in entries(key):
        first, last = entry.get("from"), entry.get("to")
        if first and last and first[:4] > last[:4]:
            yield f"{entry.get('id', 'an interval')}: it ends ({last}) before it begins ({first})"
        if "low" in entry and entry.get("high") is not None and not entry["low"] <= entry["best"] <= entry["high"]:
            yield f"{entry.get('quote', 'a toll')}: lowest, best and highest are out of order"


def main() -> int:
    """Prints each fault and gives 1, or a count of what was checked and gives 0."""
    key = json.loads((HERE / "key.json").read_text(encoding="utf-8"))
    found = faults(key)
    for fault in found:
        print(fault)
    if not found:
        parts = ("reports", "actors", "ties", "incidents", "predictions", "never")
        print("the key holds: " + ", ".join(f"{len(key[part])} {part}" for part in parts))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
