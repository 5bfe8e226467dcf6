"""Every row of the table of incidents holds for its own example, and none is enough alone."""

from math import exp

import pytest

from avowed.resolve.what.rows import MERGE, PRIOR, ROWS, Row, weigh
from tests.resolve.tellings import two


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_row_holds_for_its_example(row: Row) -> None:
    assert row.holds(two(row.yes))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_row_does_not_hold_for_its_counter_example(row: Row) -> None:
    assert not row.holds(two(row.no))


def test_no_two_reasons_are_enough() -> None:
    weights = sorted((row.weight for row in ROWS), reverse=True)
    assert 1 / (1 + exp(-(PRIOR + weights[0] + weights[1]))) < MERGE


@pytest.mark.parametrize(
    "example",
    [
        "bombing 2020-05-12 Sarn@30,60 ~ bombing 2020-05-12 Sarn@30,60",
        "attack 2020-05-12 Sarn@30,60 struck=airport ~ bombing 2020-05-12 Sarn@30,60 struck=airport",
        "bombing 2020-05-12 - by=dawn killed=14 ~ bombing 2020-05-12 - by=dawn killed=14",
        "bombing 2020-05-12 Sarn@30,60 killed=11 ~ suicide_bombing 2020-05-12 Sarn@30,60 killed=14 struck=gate",
        "bombing 2020-05-12 Sarn@30,60 killed=14 ~ bombing 2020-05 Sarn@30,60 killed=14",
    ],
)
def test_tellings_of_one_incident_are_merged(example: str) -> None:
    assert weigh(two(example))[0] >= MERGE


@pytest.mark.parametrize(
    "example",
    [
        "bombing 2020-05-12 Sarn@30,60 ~ bombing 2020-05-15 Sarn@30,60",
        "bombing 2020-05-12 Sarn@30,60 ~ bombing 2020-05-12 Varesk@31,60",
        "bombing 2020-05-12 Sarn@30,60 struck=airport ~ bombing 2020-05-12 Sarn@30,60 struck=school",
        "bombing 2020-05-12 Sarn@30,60 killed=3 ~ bombing 2020-05-12 Sarn@30,60 killed=90",
        "bombing 2020-05-12 Sarn@30,60 ~ kidnapping 2020-05-12 Sarn@30,60",
        "bombing 2020-05-12 - ~ bombing 2020-05-12 -",
        "bombing - Sarn@30,60 ~ bombing - Sarn@30,60",
        "bombing 2020-05-12 Sarn@30,60 ~ bombing 2021-05-12 Sarn@30,60",
    ],
)
def test_tellings_of_two_incidents_stay_apart(example: str) -> None:
    assert weigh(two(example))[0] < MERGE
