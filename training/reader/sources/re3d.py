"""re3d: mentions and relations with offsets; rows with confidence under a half are rejected candidates."""

from collections.abc import Iterator
from pathlib import Path

from training.reader.documents import Labelled, PairLabel, SpanLabel
from training.reader.labels import RE3D_TYPES
from training.reader.sources.files import Row, rows

SURE = 0.5


def load(folder: Path, part: str) -> Iterator[Labelled]:
    """The documents of `train` or `dev`."""
    for row in rows(folder / "re3d" / f"{part}.jsonl.gz"):
        yield labelled(row)


def labelled(row: Row) -> Labelled:
    """One document; relations whose ends are no kept mention are kept too, as the metric counts them."""
    spans = tuple(
        SpanLabel("mention", one["begin"], one["end"], RE3D_TYPES[one["type"]].value)
        for one in row["entities"]
        if one["confidence"] >= SURE and row["text"][one["begin"] : one["end"]].strip()
    )
    pairs = tuple(
        PairLabel(
            (one["sourceBegin"], one["sourceEnd"]),
            (one["targetBegin"], one["targetEnd"]),
            relation=one["type"],
            trigger=(one["begin"], one["end"]) if one["end"] > one["begin"] else None,
        )
        for one in row["relations"]
        if one["confidence"] >= SURE
    )
    return Labelled("re3d", row["id"], row["text"], spans, (("mention", "closed"),), pairs)
