"""The pairs of spans of a document that stand near one another, each in its window."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from avowed.annotate.encoder import Encoder, Ends
from avowed.annotate.encoder.pieces import Window
from training.reader.documents import ANY, BYSTANDER, Labelled, PairLabel, sentences
from training.reader.examples import NEAR, placer

Pair = tuple[Ends, Ends]


@dataclass(frozen=True, slots=True)
class Asked:
    """Two spans, the earlier first, and what labels them."""

    window: Window
    spans: Pair
    labels: tuple[PairLabel, ...]
    tie_asked: bool
    relation_asked: bool


def asked(document: Labelled, reader: Encoder) -> Iterator[Asked]:
    """Every near pair of a document's mentions and parties, once."""
    acting, mentions = _acting(document), _mentions(document)
    labels: dict[Pair, list[PairLabel]] = {}
    for one in document.pairs:
        labels.setdefault(_ordered(one.subject, one.object), []).append(one)
    done: set[Pair] = set()
    for reading in reader.read(document.text, list(sentences(document.text))):
        place = placer(reading.window)
        placed = {span: words for span in sorted(acting | mentions) if (words := place(*span)) is not None}
        pairs = [
            pair
            for pair in _near(list(placed))
            if placed[pair[0]] != placed[pair[1]] and pair not in done and _judged(pair, acting, mentions)
        ]
        done |= set(pairs)
        if pairs:
            for pair in pairs:
                yield Asked(
                    reading.window,
                    pair,
                    tuple(labels.get(pair, ())),
                    pair[0] in acting and pair[1] in acting,
                    pair[0] in mentions and pair[1] in mentions,
                )


def _acting(document: Labelled) -> set[Ends]:
    if ("tie", "closed") not in document.schemes:
        return set()
    return {(one.start, one.end) for one in document.spans if one.scheme in ("party", BYSTANDER)}


def _mentions(document: Labelled) -> set[Ends]:
    if document.source != "re3d":
        return set()
    told = {(one.start, one.end) for one in document.spans if one.scheme == "mention" and one.label != ANY}
    return told | {end for one in document.pairs if one.relation for end in (one.subject, one.object)}


def _near(spans: Sequence[Ends]) -> Iterator[Pair]:
    for number, one in enumerate(spans):
        for other in spans[number + 1 :]:
            if other[0] - one[1] <= NEAR:
                yield one, other


def _judged(pair: Pair, acting: set[Ends], mentions: set[Ends]) -> bool:
    return set(pair) <= acting or set(pair) <= mentions


def _ordered(one: Ends, other: Ends) -> Pair:
    return (one, other) if one <= other else (other, one)
