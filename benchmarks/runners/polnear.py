"""PolNeAR dev: exact spans of source, cue and content, and pairs of source and content."""

from collections.abc import Callable, Sequence

from benchmarks import attributions, inside
from benchmarks.baselines import triples
from benchmarks.scoring.attribution import PARTS, Saying, score_pairs, score_parts
from benchmarks.scoring.counts import f1
from benchmarks.session import OURS, Line, Session, line
from benchmarks.sets.polnear import Document, load

TITLE = "PolNeAR: who says what"
Answer = Callable[[Document], Sequence[Saying]]


def baselines(session: Session) -> list[Line]:
    """The direct quotations that textacy finds."""
    return _lines(session, triples.NAME, lambda one: triples.quotations(one.text))


def ours(session: Session) -> list[Line]:
    """The sayings of our printed reading, and all that the reader found, also where they carry no assertion."""
    session.ahead((one.id, one.text) for one in session.some(load(session.data, "dev")))
    printed = _lines(session, OURS, lambda one: attributions.sayings(session.reading(one.id, one.text)))
    return printed + _lines(session, f"{OURS}, all sayings", lambda one: inside.sayings(one.text))


def _lines(session: Session, system: str, answer: Answer) -> list[Line]:
    documents = session.some(load(session.data, "dev"))
    said = [answer(one) for one in documents]
    parts = [score_parts(one.text, mine, one.sayings) for mine, one in zip(said, documents, strict=True)]
    pairs = [score_pairs(one.text, mine, one.sayings).row for mine, one in zip(said, documents, strict=True)]
    found = [line(system, "dev", f"{part} F1", [one[part].row for one in parts], f1) for part in PARTS]
    return [*found, line(system, "dev", "pair right F1", pairs, f1)]
