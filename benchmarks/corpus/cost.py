"""What a million articles would cost, on paper: from the stored figures of one core, with every assumption named."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.scoring.bootstrap import Estimate
from benchmarks.session import OURS
from benchmarks.store import Result

ARTICLES = 1_000_000
WORDS = 400
"""Words of an article: an assumption; reading costs in proportion."""

CENTS_A_CORE_HOUR = 5.0
"""What an hour of one core costs where machines are rented, in US cents: an assumption; put your own price in its place."""

CORES = 64
_HOUR = 3600.0
_MEASURED = ("bulk_reading", "bulk_resolving")
_READ, _WORDS, _BYTES = "read: seconds of processor", "read: words", "read: bytes of tables a word"
_RESOLVE, _MEMORY = "resolve: seconds of processor", "resolve and ask: most memory, MiB"


def on_paper(results: Mapping[str, Result]) -> Iterator[str]:
    """A paragraph and a table for the page of results; nothing where the corpora were not measured."""
    measured = [results[name] for name in _MEASURED if name in results and not results[name].quick]
    if len(measured) < len(_MEASURED):
        return
    held = {(one.metric, one.part): one.estimate for of in measured for one in of.lines if one.system == OURS}
    read = max((one for (metric, _), one in held.items() if metric == _READ), key=lambda one: one.documents)
    words, size = (_largest(held, name) for name in (_WORDS, _BYTES))
    rate = words / read.value
    hours = ARTICLES * WORDS / rate / _HOUR
    resolve, memory = _grown(held, _RESOLVE), _grown(held, _MEMORY)
    yield "### On paper: what a million articles would cost"
    yield ""
    yield (
        f"Computed from the figures above: {ARTICLES:,} articles of {WORDS} words, read at the {rate:,.0f} words a second of "
        f"processor of the largest run; an hour of one core at {CENTS_A_CORE_HOUR:g} US cents; {CORES} cores "
        "that all read evenly. Resolving and its memory are drawn on from the two largest invented corpora by the power of "
        "growth between them; their reports name eight actors each. What it leaves out: fetching, what a cluster's network "
        "costs, and that longer articles cost less a word than the short texts measured."
    )
    yield ""
    yield "| what | on paper |"
    yield "|---|---|"
    yield f"| reading, hours of one core | {hours:,.0f} |"
    yield f"| reading, hours on {CORES} cores | {hours / CORES:,.1f} |"
    yield f"| reading, US dollars | {hours * CENTS_A_CORE_HOUR / 100:,.2f} |"
    yield f"| tables, GB | {ARTICLES * WORDS * size / 1e9:,.1f} |"
    yield f"| resolving, hours of one core | {resolve.value / _HOUR:,.2f} |"
    yield f"| resolving, grows with the power | {resolve.power:.2f} |"
    yield f"| resolving, GB of memory | {memory.value / 1024:,.0f} |"
    yield ""


def _largest(held: Mapping[tuple[str, str], Estimate], metric: str) -> float:
    return max((one.documents, one.value) for (name, _), one in held.items() if name == metric)[1]


@dataclass(frozen=True, slots=True)
class _Grown:
    """A figure drawn on to so many articles, and the power with which it grows."""

    value: float
    power: float


def _grown(held: Mapping[tuple[str, str], Estimate], metric: str) -> _Grown:
    small, large = sorted((one.documents, one.value) for (name, _), one in held.items() if name == metric)[-2:]
    power = math.log(large[1] / small[1]) / math.log(large[0] / small[0])
    return _Grown(large[1] * (ARTICLES / large[0]) ** max(power, 1.0), power)
