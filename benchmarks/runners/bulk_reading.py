"""Corpora: documents and words a second beside spaCy's small pipeline and textacy, growth, and two workers against one.

The documents of which growth is measured are short, a sentence each, so that thousands are read within a benchmark's
time; those that one worker and two read are of six. Seconds of processor are those of every process that takes part.
When started: from each worker's second piece on, so that loading is left out; what it takes until then is told apart.
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
from benchmarks.corpus.texts import sentences, varied, write
from benchmarks.session import OURS, Line, Session

TITLE = "Corpora: reading, growth, two workers"
SIZES = (1_000, 10_000)
PAIR, SENTENCES = 640, 6
"""How many documents one worker and two read, and of how many sentences each."""

_WORD = re.compile(r"\w+")


def baselines(session: Session) -> list[Line]:
    """The small pipeline in batches, and with textacy's triples and quotations, on the texts of the small corpus."""
    texts = _texts(session)[0]
    spacy_small.pipeline()

    def with_triples() -> None:
        for text in texts:
            list(triples.triples(text))
            triples.quotations(text)
        spacy_small.parsed.cache_clear()

    alone = _seconds(lambda: list(spacy_small.pipeline().pipe(texts)))
    return [*_rates(spacy_small.NAME, texts, alone), *_rates(triples.NAME, texts, _seconds(with_triples))]


def ours(session: Session) -> list[Line]:
    """The small corpus and the large one with one worker, then another with one and with two."""
    small, large = _texts(session)
    between = _made(session.data, *_of_pair(session))
    with tempfile.TemporaryDirectory() as name:
        alone, lines = _read(small, 1, Path(name))
        _, grown = _read(large, 1, Path(name))
        one, more = _read(between, 1, Path(name), SENTENCES)
        two, most = _read(between, 2, Path(name), SENTENCES)
    return [
        *_rates(OURS, small, len(small) * alone["processor_a_document"]),
        *lines,
        *grown,
        *more,
        *most,
        *_pair(one, two, between),
    ]


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


def _texts(session: Session) -> list[Sequence[str]]:
    """The texts of the small corpus and of the large one."""
    return [_made(session.data, count) for count in sizes("read", SIZES, session.quick)]


@cache
def _made(data: Path, count: int, length: int = 1) -> Sequence[str]:
    return tuple(varied(sentences(data), count, length))


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
