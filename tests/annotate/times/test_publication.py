"""When a text was published, from the text alone."""

from datetime import date

import pytest

from avowed.annotate.times import bound_published, dateline, find_times, infer_published, year_from
from avowed.model.vocabulary import Precision
from avowed.model.when import When


def inferred(text: str) -> tuple[str | None, str | None, str] | None:
    found = infer_published(text, find_times(text, None))
    if found is None:
        return None
    when, reason = found
    return (str(when.first) if when.first else None, str(when.last) if when.last else None, reason)


def test_a_dateline_is_found_behind_a_place_on_a_line_or_after_a_cue() -> None:
    for text in (
        "KABUL, Aug. 26, 2021 (NewsDesk) - A bomb went off.",
        "A bomb in the capital\n\nAugust 26, 2021\n\nIt went off at noon.",
        "A bomb in the capital. Updated 26 August 2021 by our desk. It went off at noon.",
    ):
        found = dateline(text)
        assert found is not None
        assert found.value == "2021-08-26"
        assert found.span.of(text) == found.when.words


def test_a_date_inside_a_sentence_is_no_dateline() -> None:
    assert dateline("On August 26, 2021, a bomb went off near the gate of the airport.") is None


def test_a_dateline_without_a_year_keeps_it_open() -> None:
    found = dateline("KABUL, Aug 26 (NewsDesk) - A bomb went off.")
    assert found is not None
    assert (found.value, found.when.known) == ("XXXX-08-26", False)


def test_a_dateline_without_a_year_takes_the_year_after_the_last_date_told() -> None:
    first, last, reason = inferred("KABUL, Aug 26 (NewsDesk) - They have fought since May 2021.")
    assert (first, last) == ("2021-08-26", "2021-08-26")
    assert "no year" in reason


def test_past_and_coming_dates_bound_the_publication() -> None:
    first, last, reason = inferred("On August 23, 2021 they came. They stick to the Aug. 31 deadline.")
    assert (first, last) == ("2021-08-23", "2021-08-31")
    assert "Aug. 31" in reason


def test_a_report_that_names_weekdays_may_still_be_of_years_after_the_last_date_told() -> None:
    first, last, reason = inferred("On August 23, 2021 they came. On Tuesday they left.")
    assert (first, last) == ("2021-08-23", None)
    assert "nothing shows how much later" in reason


@pytest.mark.parametrize(
    "text",
    [
        "The mill burned in 2016. The games are in 2031.",
        "The mill burned in 2016. He is the front-runner of the 2031 race.",
        "The mill burned in 2016. It runs in the fight of November.",
    ],
)
def test_a_date_beside_which_nothing_is_told_as_done_is_not_past(text: str) -> None:
    first, last, _ = inferred(text)
    assert (first, last) == ("2016-01-01", None)


def test_a_history_may_have_been_written_at_any_later_time() -> None:
    first, last, _ = inferred("The group was founded in 1988 and split in 1994.")
    assert (first, last) == ("1994-01-01", None)


def test_a_line_that_gives_the_date_settles_it() -> None:
    text = "A bomb in the capital, told at length by those who were there when it went off.\n" * 15
    first, last, _ = inferred(text + "Published: 3 March 2020\n")
    assert (first, last) == ("2020-03-03", "2020-03-03")


def test_dates_counted_from_others_show_nothing_of_the_publication() -> None:
    first, last, _ = inferred("On 3 May 2019 they met. Twenty years later they will meet.")
    assert (first, last) == ("2019-05-03", None)


def test_a_text_without_dates_says_nothing() -> None:
    assert inferred("They came and went.") is None


def bounded(text: str, since: date) -> tuple[date | None, date | None] | None:
    year = year_from(When(since, None, Precision.UNKNOWN))
    assert year is not None
    found = bound_published(text, find_times(text, year), year)
    return (found[0].first, found[0].last) if found else None


def test_a_first_possible_day_is_bounded_by_a_deadline_without_a_year() -> None:
    text = "The envoys left this week, before the agreed Aug. 31 deadline, and the Front held the bridge."
    assert bounded(text, date(2021, 8, 23)) == (date(2021, 8, 23), date(2021, 8, 31))


def test_a_first_possible_day_moves_to_a_later_day_that_is_told_as_past() -> None:
    text = "The Front shelled Karsan on September 2, 2021, killing four."
    assert bounded(text, date(2021, 8, 23)) == (date(2021, 9, 2), None)


def test_a_first_possible_day_stays_where_the_text_tells_only_of_older_things() -> None:
    assert bounded("The Front was founded in May 2012.", date(2021, 8, 23)) is None


@pytest.mark.parametrize(
    "text",
    [
        "The mill burned in 2016. Asked what could bring him to run in 2024, Belo laughed.",
        "The mill burned in 2016. He might stand again in 2024, his friends say.",
        "The mill burned in 2016. If the vote is held in 2024, he would win.",
        "The mill burned in 2016. She wonders whether the bridge stands in 2024.",
        "The mill burned in 2016. The games are to be held in 2024.",
    ],
)
def test_a_supposed_year_is_not_told_as_past(text: str) -> None:
    found = infer_published(text, find_times(text, None))
    assert found is not None
    assert found[0].first == date(2016, 1, 1)
