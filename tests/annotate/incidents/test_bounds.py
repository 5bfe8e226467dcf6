"""A deed that is dated from a day did not happen on it."""

import pytest

from avowed.annotate.incidents.find import told_in
from avowed.model.evidence import Report, report_id
from tests.annotate.one_reader import one_reader


def when(words: str) -> tuple[str, str]:
    text = f"Gunmen killed six farmers in Dasmir {words}."
    ((page, sayings),) = one_reader().pages([Report(report_id(text), "made up", text, language="en")])
    (told,) = told_in(page, sayings)
    return str(told.valid.first), str(told.valid.last)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on 3 May 2012", ("2012-05-03", "2012-05-03")),
        ("two days before Christmas 2014", ("2014-12-23", "2014-12-23")),
        ("a week after 3 May 2012", ("2012-05-07", "2012-05-13")),
        ("shortly before Easter 2014", ("2014-03-20", "2014-04-20")),
        ("several hours before 3 May 2012", ("2012-05-02", "2012-05-03")),
        ("999999 days before 3 May 2012", ("None", "None")),
        ("since 3 May 2012", ("2012-05-03", "None")),
        ("before Christmas 2014", ("None", "2014-12-24")),
        ("around Christmas 2014", ("2014-12-18", "2015-01-01")),
        ("on the eve of 3 May 2012", ("2012-04-26", "2012-05-02")),
    ],
)
def test_a_deed_lies_where_the_words_before_its_date_put_it(words: str, expected: tuple[str, str]) -> None:
    assert when(words) == expected
