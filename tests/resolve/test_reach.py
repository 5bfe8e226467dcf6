"""Weighing two tellings only so far gives what weighing them wholly gives, and every reason is asked about once."""

from itertools import combinations

import pytest

from avowed.resolve.what.pair import TwoTellings
from avowed.resolve.what.reach import QUESTIONS, reaches, score
from avowed.resolve.what.rows import MERGE, PROPOSE, ROWS, weigh
from avowed.resolve.what.telling import Telling
from benchmarks.resolve.incidents import tellings
from tests.resolve.tellings import two

_LEAST = (0.02, PROPOSE, MERGE)


def _invented(seed: int) -> list[TwoTellings]:
    told = [Telling(one) for _, one in tellings(seed).values()]
    return [TwoTellings(one, other) for one, other in combinations(told[:60], 2)]


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("least", _LEAST)
def test_invented_tellings_reach_what_they_score(seed: int, least: float) -> None:
    for pair in _invented(seed):
        whole = weigh(pair)[0]
        assert reaches(pair, least) == (whole >= least)
        assert score(pair, least) == (whole if whole >= least else 0.0)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
@pytest.mark.parametrize("least", _LEAST)
def test_examples_of_every_reason_reach_what_they_score(row, least: float) -> None:
    for example in (row.yes, row.no):
        assert reaches(two(example), least) == (weigh(two(example))[0] >= least)


def test_every_reason_is_asked_about_once() -> None:
    assert sorted(name for names in QUESTIONS for name in names) == sorted(row.name for row in ROWS)


def test_of_the_reasons_of_one_question_at_most_one_speaks_for_a_pair() -> None:
    speaking = {row.name: row for row in ROWS if row.weight > 0}
    for pair in _invented(3):
        for names in QUESTIONS:
            assert sum(speaking[name].holds(pair) for name in names if name in speaking) <= 1
