"""Every row of the matcher's table holds for its own example and not for its counter-example."""

import pytest

from avowed.resolve.who.agreements import AGREEMENTS
from avowed.resolve.who.features import MERGE, PROPOSE, weigh
from avowed.resolve.who.reasons import REASONS
from avowed.resolve.who.row import Row
from tests.resolve.examples import evidence

ROWS = [*AGREEMENTS, *REASONS]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_row_holds_for_its_example(row: Row) -> None:
    assert row.holds(evidence(row.yes))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_row_does_not_hold_for_its_counter_example(row: Row) -> None:
    assert not row.holds(evidence(row.no))


def test_no_two_rows_have_one_name() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)


def test_a_score_is_explained_by_the_rows_that_hold() -> None:
    score, features, _ = weigh(evidence("person: Mohammad Ali ~ Muhammad Ali"))
    assert [feature.name for feature in features] == ["same name spelled otherwise", "common names"]
    assert score < MERGE


def test_names_that_nothing_brings_together_have_no_score() -> None:
    assert weigh(evidence("Dawn Column ~ Northern Legion")) == (0.0, (), None)


@pytest.mark.parametrize(
    ("example", "low", "high"),
    [
        ("Jaysh al-Fajr ~ JAYSH AL FAJR", MERGE, 1),
        ("Jaysh al-Fajr ~ Jaish ul-Fajr", MERGE, 1),
        ("person: Tarkani ~ Tarkani | beside=Idris Morzai,Yuri Karpenko", PROPOSE, MERGE),
        ("person: Ali Khan ~ Ali Khan", PROPOSE, MERGE),
        ("person: Ali Khan ~ Ali Khan | beside=Idris Morzai,Yuri Karpenko", MERGE, 1),
        ("VWF ~ VWF", PROPOSE, MERGE),
        ("VWF ~ VWF | beside=Idris Morzai", MERGE, 1),
        ("VWF ~ VWF | in=LY/TN", 0, PROPOSE),
        ("Valley Workers Revolutionary Front ~ VWRF | given=1", MERGE, 1),
        ("Dawn Column ~ Children of the Valley | given=1", PROPOSE, MERGE),
        ("Dawn Column ~ Children of the Valley | given=2", MERGE, 1),
        ("Dawn Column ~ Children of the Valley | given=2; together", 0, PROPOSE),
        ("Dawn Column in Libya ~ Dawn Column in Yemen", 0, PROPOSE),
        ("Dawn Liberation Front ~ Dawn Liberation Army", 0, PROPOSE),
        ("Jaysh al-Fajr ~ Jaysh al-Fаjr", PROPOSE, MERGE),
        ("person: Idris Tarkani ~ Daud Tarkani", 0, PROPOSE),
    ],
)
def test_examples_fall_between_the_thresholds(example: str, low: float, high: float) -> None:
    assert low <= weigh(evidence(example))[0] < high or weigh(evidence(example))[0] == high
