"""How fast batches of texts come back, counted in words from when every process has begun to work."""

import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from time import perf_counter
from typing import Any

from benchmarks import inside
from benchmarks.baselines import spacy_small

PROCESSES = 2
BATCH = 4
BEGUN = 8  # batches after which the clock starts: by then both processes have loaded what they need
LEAST = 100_000  # characters, so that starting two processes is worth it to the reader too
_WORD = re.compile(r"\w+")

Row = tuple[float, float]  # words, seconds


def words(texts: Iterable[str]) -> int:
    """How many words these texts have."""
    return sum(len(_WORD.findall(text)) for text in texts)


def paced(batches: Sequence[Sequence[str]], done: Iterable[object]) -> Row:
    """Words and seconds by the clock of the batches after the first few; `done` gives something for each, in order."""
    start = perf_counter()
    for number, _ in enumerate(done, start=1):
        if number == BEGUN:
            start = perf_counter()
    return words(text for batch in batches[BEGUN:] for text in batch), perf_counter() - start


def batched(texts: Sequence[str]) -> list[Sequence[str]]:
    """The texts in batches, again and again until they are long enough."""
    enough = list(texts)
    while sum(map(len, enough)) < LEAST:
        enough += texts
    return [enough[at : at + BATCH] for at in range(0, len(enough), BATCH)]


def of_crew(batches: Sequence[Sequence[str]]) -> Iterator[Any]:
    """The readings of each batch by the crew that `avowed add` reads with."""
    from avowed.walk import crew  # noqa: PLC0415  # the sets can be scored without a reader

    rows = ([{"id": str(at), "text": text} for at, text in enumerate(batch)] for batch in batches)
    return crew.annotated(map(inside.reports, rows), PROCESSES)


def of_spacy(batches: Sequence[Sequence[str]]) -> Iterator[int]:
    """How many tokens spaCy's small pipeline gives for each batch, in as many processes."""
    with ProcessPoolExecutor(PROCESSES, get_context("spawn"), spacy_small.pipeline) as pool:
        yield from pool.map(_tokens, batches)


def _tokens(batch: Sequence[str]) -> int:
    return sum(map(len, spacy_small.pipeline().pipe(batch)))
