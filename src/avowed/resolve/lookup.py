"""Finding whom a user means: exact names first, then looser readings; several candidates are given back, never guessed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from avowed.model.names import fold
from avowed.resolve.names import lists
from avowed.resolve.names.form import analysed
from avowed.resolve.names.likeness import compare
from avowed.resolve.who.words import words_of

_NEAR = 0.9
"""Likeness at which a misspelled name is taken; below it the name is suggested. One letter in eight may differ."""

_WORTH_SAYING = 0.6
_WORTH_COMPARING = 60.0  # rapidfuzz ratio of sorted words; a cheap sieve before names are compared word by word
_SIEVED = 60
_MOST = 8
_LONGEST_ACRONYM = 8

Names = Sequence[tuple[str, str]]
Reading = Callable[[str, Names], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Found:
    """The actors that a name may mean; `near` are folded names to suggest when there is none."""

    keys: tuple[str, ...]
    near: tuple[str, ...] = ()


def lookup(name: str, names: Iterable[tuple[str, str]]) -> Found:
    """Actors called `name` among (folded name, actor key) pairs.

    Exactly so called, else spelled so, else by an acronym, else with all its words, else nearly; the first reading that
    finds anybody counts, and all whom it finds are given.
    """
    wanted = fold(name)
    listed = tuple(names)
    for reading in _READINGS:
        keys = tuple(dict.fromkeys(reading(name, listed)))
        if keys:
            return Found(keys)
    likely = (known for score, known in _ranked(wanted, listed) if score >= _WORTH_SAYING)
    return Found((), tuple(dict.fromkeys(likely))[:_MOST])


def _exact(name: str, names: Names) -> Iterator[str]:
    wanted = fold(name)
    return (key for known, key in names if wanted == known or name == key)


def _spelled(name: str, names: Names) -> Iterator[str]:
    """The rules of spelling make one name of both, as a person's or as a body's."""
    wanted = {person: words_of(analysed(fold(name), person)) for person in (True, False)}
    for known, key in _sieved(fold(name), names):
        if any(words and words == words_of(analysed(known, person)) for person, words in wanted.items()):
            yield key


def _by_acronym(name: str, names: Names) -> Iterator[str]:
    """The name is an acronym of theirs, or theirs of it."""
    wanted = fold(name)
    letters = _initials(wanted)
    short = wanted.replace(" ", "") if len(wanted) <= _LONGEST_ACRONYM and " " not in wanted else ""
    for known, key in names:
        if (short and short in _initials(known)) or (known in letters):
            yield key


def _with_all_words(name: str, names: Names) -> Iterator[str]:
    words = set(fold(name).split())
    return (key for known, key in names if words and words <= set(known.split()))


def _nearly(name: str, names: Names) -> Iterator[str]:
    near = {known for score, known in _ranked(fold(name), names) if score >= _NEAR}
    return (key for known, key in names if known in near)


_READINGS: tuple[Reading, ...] = (_exact, _spelled, _by_acronym, _with_all_words, _nearly)


def _ranked(wanted: str, names: Names) -> list[tuple[float, str]]:
    """Names worth comparing, the likest first."""
    found = {known: _likeness(wanted, known) for known, _ in _sieved(wanted, names)}
    return sorted(((score, known) for known, score in found.items()), key=lambda one: (-one[0], one[1]))


def _likeness(one: str, other: str) -> float:
    return max(compare(analysed(one, person), analysed(other, person)).likeness for person in (True, False))


def _sieved(wanted: str, names: Names) -> Iterator[tuple[str, str]]:
    known = sorted({known for known, _ in names})
    kept = process.extract(wanted, known, scorer=fuzz.token_sort_ratio, score_cutoff=_WORTH_COMPARING, limit=_SIEVED)
    near = {name for name, _, _ in kept}
    return ((name, key) for name, key in names if name in near)


def _initials(name: str) -> frozenset[str]:
    words = name.split()
    if len(words) < 2:
        return frozenset()
    telling = [word for word in words if word not in lists.PARTICLES]
    return frozenset({"".join(word[0] for word in words), "".join(word[0] for word in telling)} - {"", words[0][0]})
