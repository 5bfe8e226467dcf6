"""MUC-4: the fillers of incident templates, found again in the text; what is in no template fills no role."""

import re
from collections.abc import Iterator
from pathlib import Path

from training.reader.documents import Labelled, SpanLabel, Template
from training.reader.labels import ROLES
from training.reader.sources.files import Row, rows

REPEATED = 0.5  # weight of a filler's later occurrences, which may not be meant
TYPED = {"PerpInd": "any", "PerpOrg": "organisation", "Target": "any", "Victim": "any", "Weapon": "weapon"}


def load(folder: Path, part: str) -> Iterator[Labelled]:
    """The documents of `train` or `dev`, in their upper-case text with its line breaks."""
    full = {row["docid"]: row["text"] for row in rows(folder / "muc4" / f"{part}.full.jsonl.gz")}
    for row in rows(folder / "muc4" / f"{part}.gtt.jsonl.gz"):
        yield labelled(row, full[row["docid"]])


def labelled(row: Row, text: str) -> Labelled:
    """One document with role spans, mention types where the role tells them, and incident types."""
    spans: dict[tuple[str, int, int], SpanLabel] = {}
    incidents: set[tuple[int, int, str]] = set()
    for template in row["templates"]:
        kinds = template["incident_type"].split(" / ")
        for role, filler in fillers(template):
            for number, (start, end) in enumerate(occurrences(filler, text)):
                weight = 1.0 if number == 0 else REPEATED
                group = f"{role} {' '.join(filler.lower().split())}"
                spans.setdefault(("role", start, end), SpanLabel("role", start, end, role, weight, group))
                spans.setdefault(("mention", start, end), SpanLabel("mention", start, end, TYPED[role]))
                incidents.update((start, end, kind) for kind in kinds)
    schemes = (("role", "closed"), ("mention", "partial"))
    templates = tuple(_template(one, text) for one in row["templates"])
    told = tuple(sorted(incidents))
    return Labelled("muc4", row["docid"], text, tuple(spans.values()), schemes, incidents=told, templates=templates)


def _template(template: Row, text: str) -> Template:
    places = (occurrences(filler, text)[:1] for _, filler in fillers(template))
    first = sorted({place for found in places for place in found})
    return Template(tuple(template["incident_type"].split(" / ")), tuple(first))


def fillers(template: Row) -> Iterator[tuple[str, str]]:
    """(role, filler) of one template."""
    for role in ROLES[1:]:
        for entity in template[role]:
            yield from ((role, mention[0] if isinstance(mention, list) else mention) for mention in entity)


def occurrences(filler: str, text: str) -> list[tuple[int, int]]:
    """Where the filler's words stand in the text, whatever their case and the white space between them."""
    words = r"\s+".join(re.escape(word) for word in filler.split())
    return [match.span() for match in re.finditer(rf"(?<!\w){words}(?!\w)", text, re.I)]
