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


def test_every_question_of_a_reason_is_asked_once() -> None:
    assert sorted(QUESTIONS) == sorted({row.asks for row in ROWS})


def test_every_answer_is_the_name_of_a_reason() -> None:
    named = {(row.asks, row.name) for row in ROWS}
    answers = {(asked, getattr(pair, asked)) for pair in _invented(3) for asked in QUESTIONS}
    assert {one for one in answers if one[1]} <= named
