"""Words a second beside spaCy's small pipeline in the same run, on the same texts, one thread, models loaded.

The figures depend on the machine, so they have no floor.
"""

import json
import re
from collections.abc import Callable, Sequence
from time import perf_counter

from benchmarks import inside
from benchmarks.baselines import spacy_small, triples
from benchmarks.scoring.counts import share
from benchmarks.session import OURS, Line, Session, line
from benchmarks.sets import muc4, re3d

TITLE = "Speed"
ROUNDS = 3
TEXTS = 150
_WORD = re.compile(r"\w+")


def baselines(session: Session) -> list[Line]:
    """The small pipeline, and with textacy's triples and quotations."""
    texts = _texts(session)

    def pipeline() -> None:
        list(spacy_small.pipeline().pipe(texts))

    def with_triples() -> None:
        for text in texts:
            list(triples.triples(text))
            triples.quotations(text)
        spacy_small.parsed.cache_clear()

    return [
        _line(spacy_small.NAME, "annotation alone", texts, pipeline),
        _line(triples.NAME, "annotation alone", texts, with_triples),
    ]


def ours(session: Session) -> list[Line]:
    """The whole pipeline from text to JSON, and annotation alone."""
    texts = _texts(session)
    rows = [{"id": str(at), "text": text} for at, text in enumerate(texts)]
    next(iter(session.reader(rows[:1])))
    reader, reports = inside.annotator(), inside.reports(rows)
    reader.annotate(reports[:1])

    def whole() -> None:
        for reading in session.reader(rows):
            json.dumps(reading)

    return [
        _line(OURS, "whole pipeline", texts, whole),
        _line(OURS, "annotation alone", texts, lambda: reader.annotate(reports)),
    ]


def _texts(session: Session) -> list[str]:
    reports = [one.text for one in re3d.load(session.data, "train")]
    reports += [one.text for one in muc4.load(session.data, "dev")]
    return list(session.some(reports[:TEXTS]))


def _line(system: str, part: str, texts: Sequence[str], act: Callable[[], object]) -> Line:
    words = sum(len(_WORD.findall(text)) for text in texts)
    rows = [(words, _seconds(act)) for _ in range(ROUNDS)]
    return line(system, part, "words a second", rows, share, pinned=False)


def _seconds(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start
