from datetime import date

from avowed.annotate.sayings.find import find_sayings
from avowed.annotate.ties.find import find_ties
from avowed.annotate.times import find_times
from avowed.model.when import When, on_day
from tests.annotate.marked import marked_page

PUBLISHED = on_day(date(2021, 8, 30))


def held(text: str) -> tuple[date | None, date | None]:
    page = marked_page(text)
    page = page.with_(times=find_times(page.report.text, PUBLISHED))
    when: When = find_ties(page, find_sayings(page))[-1].valid
    return when.first, when.last


def test_a_period_dates_the_tie_from_end_to_end() -> None:
    assert held("<The Karsh Front> armed <the Blue Shura> from 1996 to 2001.") == (date(1996, 1, 1), date(2001, 12, 31))


def test_since_leaves_the_last_day_open() -> None:
    assert held("<The Karsh Front> has armed <the Blue Shura> since 2014.") == (date(2014, 1, 1), None)


def test_a_date_that_opens_the_sentence_dates_what_happened_in_it() -> None:
    text = "In May 2015, in a raid that lasted for hours, <the Karsh Front> attacked <the Blue Shura>."
    assert held(text) == (date(2015, 5, 1), date(2015, 5, 31))


def test_recent_days_are_counted_from_the_day_of_publication() -> None:
    first, last = held("Over the past several days, <the Karsh Front> attacked <the Blue Shura>.")
    assert last == date(2021, 8, 30)
    assert first is not None
    assert first > date(2021, 8, 1)


def test_soon_after_is_within_months_of_the_date_told_before() -> None:
    text = "On March 25, 2020, a mill burned down. Soon after, <the Karsh Front> attacked <the Blue Shura>."
    assert held(text) == (date(2020, 3, 25), date(2020, 6, 25))


def test_a_neighbour_s_date_dates_nothing() -> None:
    assert held("The mill burned in 2015. <The Karsh Front> attacked <the Blue Shura>.") == (None, None)


def test_a_standing_office_does_not_bear_the_date_of_an_event() -> None:
    text = "In May 2015, farmers met <Omar Belo>, the leader of <the Karsh Front>."
    assert held(text) == (None, None)


def test_an_office_that_is_taken_up_goes_on_from_its_day() -> None:
    assert held("<Omar Belo> took over <the Karsh Front> on May 21, 2016.") == (date(2016, 5, 21), None)
