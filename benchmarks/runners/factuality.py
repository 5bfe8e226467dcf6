"""How sure predicates of English web text are, on dev."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from statistics import fmean

from benchmarks import inside
from benchmarks.scoring.factuality import mean_absolute_error, pearson, sign_accuracy, sums
from benchmarks.session import OURS, Line, Session, line
from benchmarks.sets.factuality import Predicate, load

TITLE = "Factuality of predicates, -3 to 3"
UNREAD = 0.5  # for a predicate that the reader's parse has no word for


def baselines(session: Session) -> list[Line]:
    """The mean of the training part for every predicate."""
    usual = fmean(one.factuality for one in load(session.data, "train"))
    return _lines(session, "training mean", lambda known: [usual] * len(known))


def ours(session: Session) -> list[Line]:
    """How sure the reader is of every predicate."""
    return _lines(session, OURS, _numbers)


def _numbers(known: Sequence[Predicate]) -> list[float]:
    by_text: dict[str, list[int]] = defaultdict(list)
    for one in known:
        by_text[one.text].append(one.span[0])
    told = {
        (text, offset): UNREAD if sure is None else sure
        for text, offsets in by_text.items()
        for offset, sure in zip(offsets, inside.sureness(text, offsets), strict=True)
    }
    return [told[(one.text, one.span[0])] for one in known]


def _lines(session: Session, system: str, answer: Callable[[Sequence[Predicate]], Sequence[float]]) -> list[Line]:
    """The figures of one system, a document a row."""
    known = session.some(load(session.data, "dev"))
    by_document: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for one, said in zip(known, answer(known), strict=True):
        by_document[one.document].append((said, one.factuality))
    rows = [sums(pairs) for pairs in by_document.values()]
    return [
        line(system, "dev", "Pearson r", rows, pearson),
        line(system, "dev", "mean absolute error", rows, mean_absolute_error, lower_is_better=True),
        line(system, "dev", "sign accuracy", rows, sign_accuracy),
    ]
