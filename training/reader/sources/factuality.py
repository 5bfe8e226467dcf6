"""UDS-IH2: how sure it is that what a predicate says happened, from -3 to 3."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.reader.documents import Labelled, Mark
from training.reader.sources.files import Row, rows


def load(folder: Path, part: str) -> Iterator[Labelled]:
    """The sentences of `train` or `dev`, each with its marked predicates."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows(folder / "factuality" / f"{part}.jsonl.gz"):
        found[row["sent_id"]].append(row)
    for identity, predicates in found.items():
        yield labelled(identity, predicates)


def labelled(identity: str, predicates: list[Row]) -> Labelled:
    """One sentence; a predicate whose word cannot be found in the text is left out."""
    text = predicates[0]["text"]
    starts = places(text, predicates[0]["tokens"])
    marks = tuple(
        Mark(start, row["factuality"], row["confidence"])
        for row in predicates
        if (start := starts[row["pred"]]) is not None
    )
    return Labelled("factuality", identity, text, marks=marks)


def places(text: str, tokens: Sequence[str]) -> list[int | None]:
    """Where each token starts in the text; None where it is written otherwise there."""
    at, found = 0, list[int | None]()
    for token in tokens:
        start = text.find(token, at)
        found.append(start if 0 <= start <= at + 40 else None)
        at = start + len(token) if found[-1] is not None else at
    return found
