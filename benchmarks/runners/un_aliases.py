"""UN aliases, our half: from one alias to its entry among all others, each known by its name and other aliases."""

from collections.abc import Callable, Iterator, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from benchmarks import inside
from benchmarks.scoring.counts import share
from benchmarks.scoring.names import hit
from benchmarks.session import OURS, Line, Session, line
from benchmarks.sets.names import Entry, entries

TITLE = "UN aliases: the right entry first, a tie is a miss"
Compare = Callable[[str, Sequence[str], bool], Sequence[float]]


def baselines(session: Session) -> list[Line]:
    """Sorted words compared as strings, as written and in lower case."""
    return [
        *_lines(session, "rapidfuzz token_sort, as written", lambda alias, names, _: _ratios(alias, names)),
        *_lines(session, "rapidfuzz token_sort, lower case", lambda alias, names, _: _ratios(alias, names, lower=True)),
    ]


def ours(session: Session) -> list[Line]:
    """The reader's likeness of names."""
    alike, _ = inside.likeness()
    return _lines(session, OURS, lambda alias, names, person: [alike(alias, name, person) for name in names])


def _lines(session: Session, system: str, compare: Compare) -> list[Line]:
    known = entries(session.data)
    rows = [(sum(hits), len(hits)) for one in session.some(known) if (hits := list(_hits(one, known, compare)))]
    return [line(system, "all aliases", "hit@1", rows, share)]


def _hits(entry: Entry, known: Sequence[Entry], compare: Compare) -> Iterator[bool]:
    for position, alias in enumerate(entry.aliases):
        names = [(one.id, name) for one in known for name in _names(one, position if one is entry else None)]
        yield hit(_best(names, compare(alias, [name for _, name in names], entry.kind == "person")), entry.id)


def _names(entry: Entry, without: int | None) -> Iterator[str]:
    yield entry.name
    yield from (alias for position, alias in enumerate(entry.aliases) if position != without)


def _best(names: Sequence[tuple[str, str]], scores: Sequence[float]) -> dict[str, float]:
    best: dict[str, float] = {}
    for (entry, _), score in zip(names, scores, strict=True):
        best[entry] = max(best.get(entry, 0.0), float(score))
    return best


def _ratios(alias: str, names: Sequence[str], lower: bool = False) -> Sequence[float]:
    processor = default_process if lower else None
    found: Sequence[float] = process.cdist([alias], names, scorer=fuzz.token_sort_ratio, processor=processor)[0]
    return found
