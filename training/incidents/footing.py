"""Fits the layer that says on what footing a group is named, on the organisations of MUC-4's training part."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from avowed.annotate.incidents.footing import Footing, Signs
from avowed.annotate.page import Page
from avowed.annotate.sayings.find import find_sayings
from avowed.model.evidence import Span
from avowed.model.vocabulary import Basis
from benchmarks.scoring.templates import ROLES
from benchmarks.sets.muc4 import Document

BASES = {
    "reported as fact": Basis.REPORTED,
    "claimed or admitted": Basis.CLAIMED,
    "suspected or accused by authorities": Basis.ACCUSED_BY_AUTHORITIES,
    "suspected or accused": Basis.SUSPECTED,
    "possible": Basis.SUSPECTED,
}
ORDER = (Basis.REPORTED, Basis.CLAIMED, Basis.ACCUSED_BY_AUTHORITIES, Basis.SUSPECTED)
RIDGE = 300.0  # of 30, 100, 300 and 1,000 the best on reports left out
SELDOM = 6  # signs of fewer organisations are left out
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation that the gold blames: the signs around its name, and the footings that are right."""

    report: str
    signs: Signs
    right: frozenset[Basis]


def named(document: Document, page: Page) -> Iterator[Named]:
    """Every organisation of a report whose footing the gold tells."""
    if not any(document.confidences):
        return
    footing = Footing(page, find_sayings(page))
    for one, told in zip(document.templates, document.confidences, strict=True):
        kind, people = sorted(one.types)[0], bool(one.roles[ROLES.index("PerpInd")])
        for words in one.roles[ROLES.index("PerpOrg")]:
            right = {BASES[value] for text in words for value in told.get(text, ()) if value in BASES}
            spans = [span for text in words for span in _occurrences(page.report.text, text)]
            if right and spans:
                yield Named(document.id, footing.signs(spans, kind, people), frozenset(right))


def _occurrences(text: str, words: str) -> Iterator[Span]:
    form = r"\W+(?:(?:the|an?)\W+)?".join(map(re.escape, words.split()))
    for found in re.finditer(rf"(?<!\w){form}(?!\w)", text, re.I):
        yield Span(*found.span())


def table(given: Sequence[Named], ridge: float = RIDGE) -> dict[str, Any]:
    """The table of weights."""
    counted = Counter(name for one in given for name, value in one.signs.items() if value)
    names = sorted(name for name, count in counted.items() if count >= SELDOM)
    numbers = np.array([[one.signs.get(name, 0.0) for name in names] for one in given])
    labels = np.array([min(map(ORDER.index, one.right)) for one in given])
    weights, bias = _fitted(numbers, labels, ridge)
    rows = {name: [round(float(w), 4) for w in weights[at]] for at, name in enumerate(names)}
    return {
        "fitted_on": f"{len(given):,} organisations of MUC-4 train",
        "bases": [str(basis) for basis in ORDER],
        "weights": {"": [round(float(w), 4) for w in bias], **rows},
    }


def _fitted(numbers: Floats, labels: NDArray[np.int64], ridge: float) -> tuple[Floats, Floats]:
    """Weights and bias of a ridge regression for several classes, over standardised numbers, given back for plain ones."""
    middle, spread = numbers.mean(axis=0), numbers.std(axis=0) + 1e-6
    standard = np.c_[(numbers - middle) / spread, np.ones(len(numbers))]
    true, shape = np.eye(len(ORDER))[labels], (standard.shape[1], len(ORDER))
    pulled = np.r_[np.ones(shape[0] - 1), 0.0][:, None]

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(shape)
        scores = standard @ weights
        scores -= scores.max(axis=1, keepdims=True)
        whole = np.log(np.exp(scores).sum(axis=1, keepdims=True))
        value = float(((whole - scores) * true).sum() + ridge * (pulled * weights**2).sum() / 2)
        slope = standard.T @ (np.exp(scores - whole) - true) + ridge * pulled * weights
        return value, slope.ravel()

    found = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B").x.reshape(shape)
    weights = found[:-1] / spread[:, None]
    return weights, found[-1] - middle @ weights


def accuracy(given: Iterable[Named], said: Iterable[Basis]) -> float:
    """The share of organisations whose footing is one of the right ones."""
    return float(np.mean([basis in one.right for one, basis in zip(given, said, strict=True)]))
