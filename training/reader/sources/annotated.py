"""Our own annotations: ties with their attributes, stand-off over texts of other sources."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from training.reader.documents import ANY, PairLabel, SpanLabel
from training.reader.labels import TIES, tie_label
from training.reader.sources.files import Row, rows

KINDS = {
    **dict.fromkeys(("attack", "assassination", "shooting", "siege", "raid"), "attack"),
    **dict.fromkeys(("bombing", "suicide_bombing", "air_strike", "drone_strike"), "bombing"),
    "kidnapping": "kidnapping",
    "arson": "arson",
    "robbery": "robbery",
}
ARGUABLE = 0.6  # weight of a tie that not every analyst would record


def records(*folders: Path) -> Iterator[Row]:
    """The annotation files of these folders, each document once, in the order of their names."""
    seen: set[tuple[str, str]] = set()
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            row = json.loads(path.read_text(encoding="utf-8"))
            if not isinstance(row, dict) or "ties" not in row:
                continue
            key = (row["source"]["set"], row["source"]["id"])
            if key not in seen:
                seen.add(key)
                yield row


def texts(folder: Path) -> Mapping[tuple[str, str], str]:
    """(set, id) -> the text that annotations point into."""
    found = {("re3d", row["id"]): row["text"] for row in rows(folder / "re3d" / "train.jsonl.gz")}
    found |= {("muc4", row["docid"]): row["text"] for row in rows(folder / "muc4" / "train.full.jsonl.gz")}
    with (folder / "kb" / "canada_listed_entities" / "entities.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            found["canada", row["id"]] = row["narrative"]
    return found


def pairs(row: Row) -> tuple[PairLabel, ...]:
    """The ties of one file as labelled pairs; a tie of an unknown kind is left out."""
    return tuple(
        _pair(tie) for tie in row["ties"] if tie.get("subject_span") and tie.get("object_span") and tie_of(tie) in TIES
    )


def incidents(row: Row) -> tuple[tuple[int, int, str], ...]:
    """The violent incidents that happened, each by its trigger word and MUC-4's name for its type."""
    told = (one for one in row.get("incidents", ()) if one.get("trigger") and one.get("stage") == "accomplished")
    return tuple(
        (one["trigger"][0], one["trigger"][1], KINDS[one["type"]])
        for one in told
        if one["type"] in KINDS and not one.get("negated")
    )


def tie_of(tie: Row) -> str | None:
    """The tie's column."""
    return tie_label(tie["dimension"], tie["sign"])


def _pair(tie: Row) -> PairLabel:
    attributes = {"negated": "yes" if tie["negated"] else "no"} | {
        name: tie[name] for name in ("factuality", "mode", "voice") if tie.get(name)
    }
    return PairLabel(
        (tie["subject_span"][0], tie["subject_span"][1]),
        (tie["object_span"][0], tie["object_span"][1]),
        tie=tie_of(tie),
        trigger=(tie["trigger"][0], tie["trigger"][1]) if tie.get("trigger") else None,
        attributes=tuple(attributes.items()),
        weight=1.0 if tie["weight"] == 1 else ARGUABLE,
    )


def spans(row: Row) -> tuple[SpanLabel, ...]:
    """The spans that stand for a party, under the schemes `party` and, of untold type, `mention`."""
    ends = {end for pair in pairs(row) for end in (pair.subject, pair.object)}
    return tuple(
        SpanLabel(scheme, start, end, label)
        for start, end in sorted(ends)
        for scheme, label in (("party", "party"), ("mention", ANY))
    )
