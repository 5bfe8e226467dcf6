from time import process_time

import pytest

from avowed import Case
from benchmarks.crowd.__main__ import make, questions
from benchmarks.crowd.reports import PER_REPORT, readings

REPORTS = 60


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    folder = tmp_path_factory.mktemp("crowd") / "case"
    make(folder, REPORTS)
    return folder


def test_the_crowd_is_the_same_every_time():
    assert list(readings(5)) == list(readings(5))


def test_every_sentence_of_the_crowd_is_one_assertion():
    for reading in readings(10):
        assert PER_REPORT - 1 <= len(reading.assertions) <= PER_REPORT
        quotes = [one.quote.of(reading.report.text) for one in reading.assertions]
        assert quotes == reading.report.text.split("\n")[: len(quotes)]


def test_every_question_to_a_crowd_is_answered_in_time(crowd):
    for name, question in questions(REPORTS).items():
        began = process_time()
        with Case.open(crowd) as case:
            assert question(case), name
        assert process_time() - began < 1, name
