"""Which reports are versions of one story: families found without comparing all pairs; the order of reports is nothing.

Every fourth run of five words, chosen by its own hash (Manber 1994), stands for a text; texts that share enough of them
are compared run by run, and are one family when enough of the shorter is inside the longer.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from avowed.resolve.union import Union

_RUN = 5  # words
_SAMPLED = 4  # one run in so many stands for its text; an equal run is chosen in both texts or in neither
_MET = 0.15  # share of the shorter text's chosen runs that must be met before the texts are compared in full
_INSIDE = 0.4
"""Share of the shorter text's runs that the longer must hold: on made pairs copies had 0.6 and more, other reports on
the same event at most 0.16 (benchmarks/resolve/copies.py)."""
_FEWEST = 8  # runs; shorter texts have too few to tell
_LONGER = 2.5  # times; a page so much longer may hold several stories, and goes with the one it holds most of
_CROWD = 20  # texts that share a fingerprint and are all compared with one another; of more, neighbours are
_AT_ONCE = 1 << 16  # rows made from columns at a time
_WORD = re.compile(r"\w+")
_FACTORS = np.array([1, 1000003, 10000019**2 % 2**63, 10007**3, 1299709**3 % 2**63], dtype=np.uint64) | np.uint64(1)

Runs = NDArray[np.uint64]
Numbers = NDArray[np.int64]
_Number = TypeVar("_Number", np.uint64, np.int64)


@dataclass(frozen=True, slots=True)
class _Overlap:
    """Two texts, the shorter first, how many runs they share, and which part of the shorter's that is."""

    shorter: str
    longer: str
    shared: int
    inside: float
    much_longer: bool


def families(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Report id -> id of its family (the smallest id in it), for `(id, text)` pairs."""
    runs = {identity: word_runs(text) for identity, text in texts}
    return families_of_runs(runs, {identity: chosen(own) for identity, own in runs.items()})


def families_of_runs(runs: Mapping[str, Runs], prints: Mapping[str, Runs]) -> dict[str, str]:
    """The same for texts whose runs are known, and which of them stand for each."""
    found = [overlap for pair in _candidates(runs, prints) if (overlap := _overlap(pair, runs)).inside >= _INSIDE]
    union = Union(runs)
    for overlap in _one_story_a_page(found):
        union.join(overlap.shorter, overlap.longer)
    return {identity: union.root(identity) for identity in runs}


def joined(new: Mapping[str, str], others: Iterable[tuple[str, str]], family_of: Mapping[str, str]) -> dict[str, str]:
    """Report id -> family, for new texts beside the few that they may be copies of, whose families stand."""
    runs = {identity: word_runs(text) for identity, text in (*others, *new.items())}
    pairs = [pair for pair in combinations(sorted(runs), 2) if set(pair) & new.keys()]
    found = [overlap for pair in pairs if (overlap := _overlap(pair, runs)).inside >= _INSIDE]
    union = Union({*runs, *family_of.values()})
    for report, family in family_of.items():
        union.join(report, family)
    for overlap in _one_story_a_page(found):
        union.join(overlap.shorter, overlap.longer)
    return {identity: union.root(identity) for identity in {*runs, *family_of.values()}}


def may_be_copies(own: Runs, sharing: Mapping[str, tuple[int, int]]) -> list[str]:
    """The reports to compare with a text in full, by how many of its chosen runs each holds, and how many it has in all."""
    if own.size < _FEWEST:
        return []
    return [one for one, (met, size) in sharing.items() if met >= _MET * min(own.size, size)]


def numbered(runs: Runs) -> list[int]:
    """Runs as whole numbers with a sign, as databases keep them."""
    numbers: list[int] = runs.astype(np.int64).tolist()
    return numbers


def holders(prints: Mapping[str, Runs]) -> Iterator[tuple[int, str]]:
    """Each run as a number with a text for which it stands, by number and text: a table is filled in that order soonest."""
    identities = sorted(prints)
    texts, runs = _in_columns([prints[identity].astype(np.int64) for identity in identities])
    for at in range(0, runs.size, _AT_ONCE):
        part = slice(at, at + _AT_ONCE)
        yield from zip(runs[part].tolist(), map(identities.__getitem__, texts[part].tolist()), strict=True)


def word_runs(text: str) -> Runs:
    """A number for every five words in a row, in order; case and signs are nothing."""
    words = np.array([*map(_number, _WORD.findall(text.casefold()))], dtype=np.uint64)
    if words.size < _RUN:
        return words[:0]
    runs: Runs = (np.lib.stride_tricks.sliding_window_view(words, _RUN) * _FACTORS).sum(axis=1, dtype=np.uint64)
    # The low bits of a sum of products are poorly mixed, and the smallest run of a window is chosen by all bits.
    return (runs ^ (runs >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)


@lru_cache(maxsize=65536)
def _number(word: str) -> int:
    return crc32(word.encode())


def chosen(runs: Runs) -> Runs:
    """The runs that stand for a text, each once; all of a short one."""
    unique = np.unique(runs)
    sampled = unique[unique % np.uint64(_SAMPLED) == 0]
    return sampled if sampled.size >= _FEWEST else unique


def _candidates(runs: Mapping[str, Runs], prints: Mapping[str, Runs]) -> Iterator[tuple[str, str]]:
    """Pairs that share enough of their chosen runs, counted in columns: a run in so many texts makes many pairs."""
    identities = sorted(identity for identity, held in runs.items() if held.size >= _FEWEST)
    if len(identities) < 2:
        return
    sizes = np.array([runs[identity].size for identity in identities])
    one, other, shared = _met([prints[identity] for identity in identities])
    enough = shared >= _MET * np.minimum(sizes[one], sizes[other]) / _SAMPLED
    for left, right in zip(one[enough].tolist(), other[enough].tolist(), strict=True):
        yield identities[left], identities[right]


def _met(prints: Sequence[Runs]) -> tuple[Numbers, Numbers, Numbers]:
    """The texts by number that meet in a run, the lower number first, and in how many runs."""
    texts, runs = _in_columns(prints)
    begins = np.flatnonzero(np.concatenate(([True], runs[1:] != runs[:-1])))
    held = np.diff(np.append(begins, runs.size))
    crowd = np.repeat(held, held)
    pairs = [
        texts[:-apart][found] * len(prints) + texts[apart:][found]
        for apart in range(1, _CROWD)
        if (found := _together(runs, crowd, apart)).any()
    ]
    if not pairs:
        return texts[:0], texts[:0], texts[:0]
    met, shared = np.unique(np.concatenate(pairs), return_counts=True)
    return met // len(prints), met % len(prints), shared


def _in_columns(prints: Sequence[NDArray[_Number]]) -> tuple[Numbers, NDArray[_Number]]:
    """The texts by number and the runs that stand for them, in order of run, then of text."""
    if not prints:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    runs = np.concatenate(prints)
    order = np.argsort(runs, kind="stable")
    return np.repeat(np.arange(len(prints)), [held.size for held in prints])[order], runs[order]


def _together(runs: Runs, crowd: Numbers, apart: int) -> NDArray[np.bool_]:
    """Where a row and the one so far behind it are of one run; of a crowd only neighbours are paired."""
    same: NDArray[np.bool_] = runs[apart:] == runs[:-apart]
    return same & (crowd[apart:] <= _CROWD) if apart > 1 else same


def _overlap(pair: tuple[str, str], runs: Mapping[str, Runs]) -> _Overlap:
    shorter, longer = sorted(pair, key=lambda identity: (runs[identity].size, identity))
    shared = np.intersect1d(runs[shorter], runs[longer]).size
    much_longer = runs[longer].size > _LONGER * runs[shorter].size
    return _Overlap(shorter, longer, shared, shared / max(1, np.unique(runs[shorter]).size), much_longer)


def _one_story_a_page(found: Iterable[_Overlap]) -> Iterator[_Overlap]:
    """All overlaps of texts of like length; of the shorter stories within one long page only the largest."""
    within: dict[str, list[_Overlap]] = defaultdict(list)
    for overlap in found:
        if overlap.much_longer:
            within[overlap.longer].append(overlap)
        else:
            yield overlap
    for held in within.values():
        yield max(held, key=lambda one: (one.shared, one.shorter))
