from dataclasses import replace
from datetime import date

from avowed.assess.record import ENOUGH, Prediction, records
from avowed.model.vocabulary import Factuality
from avowed.model.when import on_day
from tests.building import tie

TODAY = date(2024, 1, 1)


def foretold(came_true, *, speaker="quill", key="k", by=None, sure=Factuality.PROBABLE, family=""):
    line = tie(key=key, factuality=sure, family=family or f"family of {key}").line
    return Prediction(speaker, replace(line, valid=on_day(by)) if by else line, came_true)


def test_what_came_true_failed_and_is_open_stand_apart():
    (found,) = records([foretold(True, key="1"), foretold(False, key="2"), foretold(None, key="3")], TODAY)
    assert (found.came_true, found.failed, found.open) == (("1",), ("2",), ("3",))


def test_an_open_prediction_whose_time_has_passed_is_due():
    told = [foretold(None, key="late", by=date(2023, 6, 1)), foretold(None, key="early", by=date(2025, 6, 1))]
    (found,) = records(told, TODAY)
    assert found.due == ("late",)


def test_no_rate_is_given_of_a_handful():
    few = [foretold(True, key=str(number)) for number in range(ENOUGH - 1)]
    (found,) = records(few, TODAY)
    assert found.calibration == {}


def test_of_enough_the_share_that_came_true_stands_with_its_count():
    told = [foretold(number % 2 == 0, key=str(number)) for number in range(ENOUGH)]
    (found,) = records(told, TODAY)
    assert (found.calibration[Factuality.PROBABLE].decided, found.calibration[Factuality.PROBABLE].came_true) == (
        ENOUGH,
        0.5,
    )


def test_copies_of_one_prediction_count_once():
    (found,) = records([foretold(True, key="1", family="wire"), foretold(True, key="2", family="wire")], TODAY)
    assert found.came_true == ("1",)


def test_who_was_decided_on_most_often_comes_first():
    told = [
        foretold(True, key="1"),
        foretold(True, speaker="panel", key="2"),
        foretold(False, speaker="panel", key="3"),
    ]
    assert [one.speaker for one in records(told, TODAY)] == ["panel", "quill"]
