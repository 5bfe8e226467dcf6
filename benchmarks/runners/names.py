"""name_bench: labelled pairs of names, same or not, at one threshold."""

from collections.abc import Callable

from benchmarks import inside
from benchmarks.baselines.strings import Compare, token_set, token_sort
from benchmarks.scoring.counts import f1, precision, recall
from benchmarks.scoring.names import score_pair
from benchmarks.session import OURS, Line, Session, line
from benchmarks.sets.names import NamePair, pairs

TITLE = "name_bench: two names, one bearer"
# Each at the best of 0.60, 0.65 ... 0.90 on these pairs, so that no baseline is wronged.
STRINGS = {"rapidfuzz token_set, 0.90": (token_set, 0.90), "rapidfuzz token_sort, 0.80": (token_sort, 0.80)}


def baselines(session: Session) -> list[Line]:
    """Names as strings."""
    return [one for name, (compare, least) in STRINGS.items() for one in _lines(session, name, compare, least)]


def ours(session: Session) -> list[Line]:
    """The reader's likeness of names, at its own threshold."""
    compare, least = inside.likeness()
    return _scored(session, OURS, lambda one: compare(one.one, one.other, one.schema == "Person"), least)


def _lines(session: Session, system: str, compare: Compare, least: float) -> list[Line]:
    return _scored(session, system, lambda one: compare(one.one, one.other), least)


def _scored(session: Session, system: str, score: Callable[[NamePair], float], least: float) -> list[Line]:
    known = session.some(pairs(session.data))
    rows = [score_pair(score(one), one.same, least).row for one in known]
    figures = (("F1", f1), ("precision", precision), ("recall", recall))
    return [line(system, "all pairs", name, rows, figure) for name, figure in figures]
