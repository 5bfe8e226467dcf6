import pytest

from avowed.annotate.ties.comparisons import COMPARISONS
from avowed.model.evidence import Report, TieContent, report_id
from avowed.model.vocabulary import Voice
from tests.annotate.one_reader import one_reader

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def annotator():
    return one_reader()


def compared(annotator, text):
    (reading,) = annotator.annotate([Report(report_id(text), "x", text)])
    names = {row.name for row in COMPARISONS}
    return [one for one in reading.assertions if isinstance(one.content, TieContent) and one.rule in names]


@pytest.mark.parametrize("row", COMPARISONS, ids=lambda row: row.name)
def test_a_comparison_gives_what_is_shown_and_what_is_said(annotator, row):
    shown, said = sorted(compared(annotator, row.match), key=lambda one: one.negated)
    assert (shown.voice, shown.negated) == (Voice.ASSESSED, False)
    assert (said.voice, said.negated) == (Voice.STATED, True)
    assert said.attribution


@pytest.mark.parametrize("row", COMPARISONS, ids=lambda row: row.name)
def test_a_comparison_with_a_third_is_none(annotator, row):
    assert compared(annotator, row.no_match) == []
