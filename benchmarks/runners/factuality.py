"""How sure predicates of English web text are, on dev."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from statistics import fmean
from typing import Any

from benchmarks import inside
from benchmarks.scoring.factuality import mean_absolute_error, pearson, sign_accuracy, sums
from benchmarks.session import OURS, Line, Session, line
from benchmarks.sets.factuality import Predicate, load

TITLE = "Factuality of predicates, -3 to 3"
# What predicates that the first reader judged so have on average in a quarter of the training part; cells of under
# twenty predicates fall back to the certain one of their mode and polarity.
MEANS = {
    ("certain", "actual", False): 0.56,
    ("certain", "actual", True): -0.08,
    ("probable", "actual", False): 0.37,
    ("possible", "actual", False): 0.78,
    ("certain", "future", False): -0.71,
    ("certain", "future", True): -0.77,
    ("certain", "hypothetical", False): -0.31,
    ("certain", "hypothetical", True): -0.46,
    ("possible", "hypothetical", False): -0.29,
    ("possible", "hypothetical", True): -0.46,
}


def baselines(session: Session) -> list[Line]:
    """The mean of the training part for every predicate."""
    usual = fmean(one.factuality for one in load(session.data, "train"))
    return _lines(session, "training mean", lambda known: [usual] * len(known))


def ours(session: Session) -> list[Line]:
    """The reader's certainty of every predicate, as a number."""
    return _lines(session, OURS, _numbers)


def _numbers(known: Sequence[Predicate]) -> list[float]:
    by_text: dict[str, list[int]] = defaultdict(list)
    for one in known:
        by_text[one.text].append(one.span[0])
    judged = {
        (text, offset): certainty
        for text, offsets in by_text.items()
        for offset, certainty in zip(offsets, inside.certainties(text, offsets), strict=True)
    }
    return [_number(judged[(one.text, one.span[0])]) for one in known]


def _number(certainty: Any) -> float:
    if certainty is None:
        return MEANS[("certain", "actual", False)]
    found = (str(certainty.factuality), str(certainty.mode), bool(certainty.negated))
    return MEANS.get(found, MEANS[("certain", *found[1:])])


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
