"""Finding whom a user means: exact names first, then loose ones; several candidates are given back, never guessed."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from avowed.model.names import fold

_LOOSE = 88.0  # rapidfuzz token_sort_ratio; 88 lets one letter in eight differ: spellings, not other names
_NEAR = 65.0  # good enough to suggest, not to take
_MOST = 8


@dataclass(frozen=True, slots=True)
class Found:
    """The actors that a name may mean; `near` are folded names to suggest when there is none."""

    keys: tuple[str, ...]
    near: tuple[str, ...] = ()


def lookup(name: str, names: Iterable[tuple[str, str]]) -> Found:
    """Actors called `name` among (folded name, actor key) pairs: exactly, else with all its words, else nearly."""
    wanted = fold(name)
    listed = tuple(names)
    for matches in (_exact, _with_all_words, _nearly):
        keys = tuple(dict.fromkeys(matches(wanted, listed)))
        if keys:
            return Found(keys)
    suggestions = process.extract(
        wanted, {known for known, _ in listed}, scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=_MOST
    )
    return Found((), tuple(known for known, _, _ in suggestions))


def _exact(wanted: str, names: Iterable[tuple[str, str]]) -> Iterable[str]:
    return (key for known, key in names if wanted in (known, key))


def _with_all_words(wanted: str, names: Iterable[tuple[str, str]]) -> Iterable[str]:
    words = set(wanted.split())
    return (key for known, key in names if words and words <= set(known.split()))


def _nearly(wanted: str, names: Iterable[tuple[str, str]]) -> Iterable[str]:
    return (key for known, key in names if fuzz.token_sort_ratio(wanted, known) >= _LOOSE)
