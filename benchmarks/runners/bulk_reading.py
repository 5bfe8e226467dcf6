"""Corpora: documents and words a second beside spaCy's small pipeline and textacy, growth, and two workers against one.

The documents of which growth is measured are short, a sentence each, so that thousands are read within a benchmark's
time; those that one worker and two read are of six. Seconds of processor are those of every process that takes part.
When started: from each worker's second piece on, so that loading is left out; what it takes until then is told apart.

AVOWED_BENCH_READ gives other sizes than the usual ones, AVOWED_BENCH_WORKERS the workers that read them, and
AVOWED_BENCH_WORDS the most words of the sentence that a document is made from, as in a wire's flashes (names that are
exchanged may add a few): `1000,10000,100000`, `2` and `20` read a hundred thousand in some twenty minutes of two free cores.
"""

import json
import os
import re
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from time import process_time

from benchmarks.baselines import spacy_small, triples
from benchmarks.corpus.lines import figure, sizes, step
from benchmarks.corpus.texts import sentences, short, varied, write
from benchmarks.session import OURS, Line, Session

TITLE = "Corpora: reading, growth, two workers"
SIZES = (1_000, 10_000)
WORKERS, LONGEST = 1, 10_000
"""Of growth: how many workers read, and the most words of a document; no sentence of the sets has so many."""

PAIR, SENTENCES = 640, 6
"""How many documents one worker and two read, and of how many sentences each."""

_WORD = re.compile(r"\w+")


def baselines(session: Session) -> list[Line]:
    """The small pipeline in batches, and with textacy's triples and quotations, on the texts of the small corpus."""
    texts = _texts(session, *_sizes(session)[:1])[0]
    spacy_small.pipeline()

    def with_triples() -> None:
        for text in texts:
            list(triples.triples(text))
            triples.quotations(text)
        spacy_small.parsed.cache_clear()

    alone = _seconds(lambda: list(spacy_small.pipeline().pipe(texts)))
    return [*_rates(spacy_small.NAME, texts, alone), *_rates(triples.NAME, texts, _seconds(with_triples))]


def ours(session: Session) -> list[Line]:
    """The corpora from small to large, then another with one worker and with two."""
    corpora = _texts(session, *_sizes(session))
    between = _made(session.data, *_of_pair(session))
    workers = _one_of("workers", WORKERS)
    with tempfile.TemporaryDirectory() as name:
        grown = [_read(texts, workers, Path(name)) for texts in corpora]
        one, more = _read(between, 1, Path(name), SENTENCES)
        two, most = _read(between, 2, Path(name), SENTENCES)
    small, (alone, _) = corpora[0], grown[0]
    return [
        *_rates(OURS, small, len(small) * alone["processor_a_document"]),
        *(line for _, lines in grown for line in lines),
        *more,
        *most,
        *_pair(one, two, between),
    ]


def _sizes(session: Session) -> list[int]:
    return sorted(sizes("read", SIZES, session.quick))


def _one_of(what: str, usual: int) -> int:
    return sizes(what, (usual,), quick=False)[0]


def _of_pair(session: Session) -> tuple[int, int]:
    (count,) = sizes("pair", (PAIR,), session.quick)
    return max(count, 128), SENTENCES  # fewer would be read before the second worker has started


def _read(texts: Sequence[str], workers: int, folder: Path, length: int = 1) -> tuple[dict[str, float], list[Line]]:
    given = write(texts, folder / f"{len(texts)} of {length}.jsonl")
    cost = step("read", str(given), str(folder / f"{len(texts)} of {length} by {workers}"), str(workers))
    told = json.loads(cost.said)
    long = f" of {length} sentences" if length > 1 else ""
    part = f"{len(texts):,} documents{long}, {workers} worker{'s' if workers > 1 else ''}"
    found = {
        "read: seconds of processor": cost.processor,
        "read: seconds by the clock": cost.wall,
        "read: most memory, MiB": cost.memory,
        "read: words": told["words"],
        "read: bytes of tables a word": told["bytes"] / told["words"],
        "read: seconds by the clock until every worker was at work": told["start"],
    }
    return told, [figure(part, metric, value, len(texts)) for metric, value in found.items()]


def _pair(one: dict[str, float], two: dict[str, float], texts: Sequence[str]) -> list[Line]:
    """Twice the rate where two cores are free; by the clock as it was, with what else the machine had to do."""
    part = "two workers against one, when started"
    found = {
        "times as fast on two free cores, by seconds of processor": 2
        * one["processor_a_word"]
        / two["processor_a_word"],
        "times as fast by the clock": one["clock_a_word"] / two["clock_a_word"],
        "processes that wanted a core meanwhile, of a minute": os.getloadavg()[0],
    }
    return [figure(part, metric, value, len(texts)) for metric, value in found.items()]


def _texts(session: Session, *counts: int) -> list[Sequence[str]]:
    """Texts of a sentence each, so many of each number."""
    return [_made(session.data, count, 1, _one_of("words", LONGEST)) for count in counts]


@cache
def _made(data: Path, count: int, length: int = 1, longest: int = LONGEST) -> Sequence[str]:
    return tuple(varied(short(sentences(data), longest), count, length))


def _rates(system: str, texts: Sequence[str], seconds: float) -> list[Line]:
    words = sum(len(_WORD.findall(text)) for text in texts)
    part = f"{len(texts):,} documents, one process, when started"
    return [
        figure(part, "documents a second of processor", len(texts) / seconds, len(texts), system),
        figure(part, "words a second of processor", words / seconds, len(texts), system),
    ]


def _seconds(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return process_time() - start
