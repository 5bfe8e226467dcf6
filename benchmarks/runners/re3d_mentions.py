"""re3d mentions: exact span and type; dev is unseen, train shows what was fitted."""

from collections.abc import Callable, Iterable

from benchmarks import re3d_relations
from benchmarks.baselines import spacy_small
from benchmarks.scoring.counts import f1, precision, recall
from benchmarks.scoring.spans import TypedSpan, score_spans
from benchmarks.session import OURS, Line, Session, line
from benchmarks.sets.re3d import Document, load

TITLE = "re3d: mentions, exact span and type"
PARTS = ("dev", "train")
Answer = Callable[[Document], Iterable[TypedSpan]]


def baselines(session: Session) -> list[Line]:
    """The named entities of spaCy."""
    return _lines(session, spacy_small.NAME, lambda one: spacy_small.entities(one.text))


def ours(session: Session) -> list[Line]:
    """The mentions of our reading."""
    session.ahead((one.id, one.text) for part in PARTS for one in session.some(load(session.data, part)))
    return _lines(session, OURS, lambda one: re3d_relations.mentions(session.reading(one.id, one.text)))


def _lines(session: Session, system: str, answer: Answer) -> list[Line]:
    found = []
    for part in PARTS:
        documents = session.some(load(session.data, part))
        rows = [score_spans(answer(one), one.mentions).row for one in documents]
        for name, figure in (("F1", f1), ("precision", precision), ("recall", recall)):
            found.append(line(system, part, name, rows, figure))
    return found
