"""Time expressions: MEANTIME by relaxed span and same value, GUM by the same first and last day."""

from collections.abc import Callable, Sequence

from benchmarks import inside
from benchmarks.scoring.counts import f1, precision, recall
from benchmarks.session import OURS, Line, Session, line
from benchmarks.times.corpora import Document, gum_dates, meantime
from benchmarks.times.scoring import Tally, by_days, by_value

TITLE = "Time expressions"
Score = Callable[..., Tally]


def baselines(_: Session) -> list[Line]:
    """None in this run: the figures of HeidelTime stand among the published."""
    return []


def ours(session: Session) -> list[Line]:
    """The times that the reader finds, given the day of publication."""
    news = _lines(session, "MEANTIME airbus, apple", meantime(session.data), by_value)
    return news + _lines(session, "GUM dates dev", gum_dates(session.data, "dev"), by_days)


def _lines(session: Session, part: str, documents: Sequence[Document], score: Score) -> list[Line]:
    tallies = [score(one, inside.times(one.text, one.published)) for one in session.some(documents)]
    rows = [(one.right, one.found, one.right, one.gold) for one in tallies]
    figures = (("F1", f1), ("precision", precision), ("recall", recall))
    return [line(OURS, part, name, rows, figure) for name, figure in figures]
