"""KnowledgeNet: facts between spans of short passages; only the properties that are ties give one."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from training.reader.documents import ANY, Labelled, PairLabel, SpanLabel
from training.reader.sources.files import Row, rows

# property: (tie, True where the fact's object is the tie's subject, types of subject and object)
PROPERTIES: dict[str, tuple[str | None, bool, str, str]] = {
    "CEO": ("command+", True, "organisation", "person"),
    "FOUNDED_BY": ("command+", True, "organisation", ANY),
    "EMPLOYEE_OR_MEMBER_OF": ("membership+", False, "person", "organisation"),
    "POLITICAL_AFFILIATION": ("membership+", False, "person", "organisation"),
    "SUBSIDIARY_OF": ("membership+", False, "organisation", "organisation"),
    "SPOUSE": ("kinship+", False, "person", "person"),
    "CHILD_OF": ("kinship+", False, "person", "person"),
    "EDUCATED_AT": (None, False, "person", "organisation"),
    "HEADQUARTERS": (None, False, "organisation", "location"),
    "PLACE_OF_RESIDENCE": (None, False, "person", "location"),
    "PLACE_OF_BIRTH": (None, False, "person", "location"),
    "NATIONALITY": (None, False, ANY, ANY),
    "DATE_OF_BIRTH": (None, False, "person", "time"),
    "DATE_OF_DEATH": (None, False, "person", "time"),
    "DATE_FOUNDED": (None, False, "organisation", "time"),
}
WEAK = 0.5


def load(folder: Path) -> Iterator[Labelled]:
    """The passages with at least one fact."""
    passages: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows(folder / "knowledgenet" / "facts_train.jsonl.gz"):
        passages[row["doc"], row["passage_start"]].append(row)
    for (name, start), facts in passages.items():
        yield labelled(f"{name}-{start}", facts)


def labelled(identity: str, facts: list[Row]) -> Labelled:
    """One passage: typed mentions of which others may be missing, and its weak ties."""
    spans: dict[tuple[int, int], SpanLabel] = {}
    pairs: list[PairLabel] = []
    for fact in facts:
        tie, swapped, subject_type, object_type = PROPERTIES[fact["property"]]
        ends = (fact["subject"][0], fact["subject"][1]), (fact["object"][0], fact["object"][1])
        for (start, end), kind in zip(ends, (subject_type, object_type), strict=True):
            known = spans.get((start, end))
            if known is None or known.label == ANY:
                spans[start, end] = SpanLabel("mention", start, end, kind)
        subject, target = reversed(ends) if swapped else ends
        pairs.append(PairLabel(subject, target, tie=tie or "none", weight=WEAK))
    return Labelled(
        "knowledgenet", identity, facts[0]["text"], tuple(spans.values()), (("mention", "partial"),), tuple(pairs)
    )
