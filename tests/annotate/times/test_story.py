"""Times counted from the last date told."""

from datetime import date

import pytest

from avowed.annotate.times import find_times
from avowed.model.vocabulary import Precision
from avowed.model.when import on_day
from tests.annotate.times.reading import intervals, times, values


@pytest.mark.parametrize(
    ("story", "value"),
    [
        ("On 3 May 2019 they met. Two days later they split.", "2019-05-05"),
        ("On 3 May 2019 they met. The next day they split.", "2019-05-04"),
        ("On 3 May 2019 they met. They split the same day.", "2019-05-03"),
        ("On 3 May 2019 they met. That night they split.", "2019-05-03TNI"),
        ("On 3 May 2019 they met. The following Monday they split.", "2019-05-06"),
        ("In May 2019 they met. Three months later they split.", "2019-08"),
        ("In May 2019 they met. That spring they split.", "2019-SP"),
        ("In 2019 they met. The following year they split.", "2020"),
        ("In 2019 they met, as they had the year before.", "2018"),
        ("In 2019 they met. Later that year they split.", "2019"),
        ("In 2019 they met. In March of the following year they split.", "2020-03"),
        ("On 31 January 2019 they met. One month later they split.", "2019-02"),
        ("On 28 February 2020 they met. The next day they split.", "2020-02-29"),
    ],
)
def test_words_counted_from_the_story(story: str, value: str) -> None:
    assert values(story)[-1] == value


def test_ago_counts_from_the_publication_whatever_was_told() -> None:
    assert values("In 1994 they met. Three years ago they split.") == ["1994", "2018"]


def test_days_counted_from_a_year_give_no_day() -> None:
    later = times("In 2019 they met. Two days later they split.")[-1]
    assert later.when.precision is Precision.YEAR
    assert (later.when.last - later.when.first).days > 300


def test_the_next_day_of_no_story_is_unknown() -> None:
    assert intervals("The next day they split.") == [(None, None)]


def test_one_day_and_the_next_name_no_days() -> None:
    assert values("On 3 May 2019 they met. They fight one day and trade the next day.") == ["2019-05-03"]


def test_a_text_that_tells_history_gives_its_dates_the_years_of_its_story() -> None:
    text = (
        "He was born in 1871. In 1890 he fled to the coast. In 1895 he joined the rising. "
        "On 2 May 1896 he took the fort. On 7 June he lost it. In August he was shot."
    )
    assert values(text, on_day(date(2004, 3, 1)))[-2:] == ["1896-06-07", "1896-08"]


def test_a_paragraph_further_on_a_month_may_be_of_the_story_or_of_the_last_year() -> None:
    text = (
        "He was born in 1971. In 1990 he fled to the coast. In 1995 he joined the rising. In May 1996 he took the fort. "
        "In August he lost it.\n\nThree men whom he had trained were shot in June."
    )
    assert values(text, on_day(date(2004, 3, 1)))[-2:] == ["1996-08", "XXXX-06"]


def test_a_report_of_the_day_gives_dates_without_a_year_its_own() -> None:
    text = "On May 12, 2020, they struck a clinic. On Tuesday they met.\n\nOn May 8, they struck a school."
    assert values(text)[-1] == "2021-05-08"


def test_the_date_of_publication_at_the_head_begins_no_story() -> None:
    assert intervals("August 27, 2021\n\nTwo days later they split.")[-1] == (None, None)


def test_since_then_is_the_last_date_told() -> None:
    assert values("In May 2014 they met. Since then they have fought.")[-1] == "2014-05"


def test_a_day_still_to_come_is_of_no_year_that_was_told() -> None:
    assert find_times("In 1986 they met. The council will vote on 11 March.", None)[-1].value == "XXXX-03-11"
    assert find_times("In 1986 they met. The council voted on 11 March.", None)[-1].value == "1986-03-11"
    assert find_times("On 3 March 1986 they met. They will vote on 11 March.", None)[-1].value == "1986-03-11"
