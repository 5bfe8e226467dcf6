"""Words a second beside spaCy's small pipeline in the same run, on the same texts: in one process, and in two on two cores.

The figures depend on the machine, so they have no floor. Those by the clock want a quiet one; those by seconds of processor
hold on a busy one too, but for what other programs take from the caches.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from time import perf_counter, process_time

from benchmarks import inside, loading
from benchmarks.baselines import spacy_small, triples
from benchmarks.corpus.lines import figure
from benchmarks.pace import Row, batched, of_crew, of_spacy, paced, words
from benchmarks.scoring.counts import share
from benchmarks.session import OURS, Line, Session, line
from benchmarks.sets import muc4, re3d

TITLE = "Speed"
ROUNDS = 3
TEXTS = 150
ALONE, TOGETHER = "annotation alone, one process", "annotation alone, two processes on two cores"
WHOLE, LOADING = "text to JSON, starting included", "loading and memory"


def baselines(session: Session) -> list[Line]:
    """The small pipeline in one process and in two, and with textacy's triples and quotations."""
    texts = _texts(session)
    spacy_small.pipeline()

    def with_triples() -> None:
        for text in texts:
            list(triples.triples(text))
            triples.quotations(text)
        spacy_small.parsed.cache_clear()

    return [
        *_alone(spacy_small.NAME, texts, lambda: list(spacy_small.pipeline().pipe(texts))),
        *_alone(triples.NAME, texts, with_triples, times=1),
        _together(spacy_small.NAME, texts, of_spacy),
    ]


def ours(session: Session) -> list[Line]:
    """Annotation alone in one process and in two, the whole way from text to JSON, and what loading takes."""
    texts = _texts(session)
    rows = [{"id": str(at), "text": text} for at, text in enumerate(texts)]
    reader, reports = inside.annotator(), inside.reports(rows)
    reader.annotate(reports[:1])
    return [
        *_alone(OURS, texts, lambda: reader.annotate(reports)),
        _together(OURS, texts, of_crew),
        _rate(OURS, WHOLE, [(words(texts), _clock(lambda: [json.dumps(one) for one in session.reader(rows)]))]),
        *(figure(LOADING, metric, value, len(texts)) for metric, value in loading.measured(texts).items()),
    ]


def _texts(session: Session) -> list[str]:
    reports = [one.text for one in re3d.load(session.data, "train")]
    reports += [one.text for one in muc4.load(session.data, "dev")]
    return list(session.some(reports[:TEXTS]))


def _alone(system: str, texts: Sequence[str], act: Callable[[], object], times: int = ROUNDS) -> list[Line]:
    """By the clock and by seconds of processor, round by round."""
    rounds, count = [_both(act) for _ in range(times)], words(texts)
    return [
        _rate(system, ALONE, [(count, clock) for clock, _ in rounds]),
        line(system, ALONE, "words a second of processor", [(count, own) for _, own in rounds], share, pinned=False),
    ]


def _together(system: str, texts: Sequence[str], read: Callable[[Sequence[Sequence[str]]], Iterable[object]]) -> Line:
    batches = batched(texts)
    return _rate(system, TOGETHER, [paced(batches, read(batches)) for _ in range(ROUNDS)])


def _rate(system: str, part: str, rows: Sequence[Row]) -> Line:
    return line(system, part, "words a second", rows, share, pinned=False)


def _clock(act: Callable[[], object]) -> float:
    return _both(act)[0]


def _both(act: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock, and of this process."""
    clock, own = perf_counter(), process_time()
    act()
    return perf_counter() - clock, process_time() - own
