"""Hours, lengths of time and times that come again."""

import pytest

from avowed.model.vocabulary import TimeKind
from tests.annotate.times.reading import intervals, times, values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("at 10:30 p.m.", "2021-08-27T22:30"),
        ("at 6.30 pm local time", "2021-08-27T18:30"),
        ("at 12 a.m.", "2021-08-27T00:00"),
        ("at 12 p.m.", "2021-08-27T12:00"),
        ("at 0630 GMT", "2021-08-27T06:30Z"),
        ("at 1400 hours", "2021-08-27T14:00"),
        ("at five o'clock in the afternoon", "2021-08-27T17:00"),
        ("at noon", "2021-08-27T12:00"),
        ("at 18:00 (UTC)", "2021-08-27T18:00Z"),
    ],
)
def test_hours_belong_to_the_day_of_publication_where_none_is_told(text: str, value: str) -> None:
    assert values(text) == [value]


def test_hours_belong_to_the_day_in_their_sentence() -> None:
    assert values("On Tuesday it fell at 18:00 UTC.")[-1] == "2021-08-24T18:00Z"
    assert values("It fell at 0700 GMT on 10 January 1990.")[0] == "1990-01-10T07:00Z"


def test_an_hour_is_known_by_its_day() -> None:
    assert intervals("It fell at 10:30 p.m.") == [("2021-08-27", "2021-08-27")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("for 20 years", "P20Y"),
        ("for two and a half years", "P2.5Y"),
        ("for a year and a half", "P1.5Y"),
        ("for forty-five minutes", "PT45M"),
        ("half an hour", "PT30M"),
        ("for two decades", "P20Y"),
        ("for several days", "PXD"),
        ("within two to three weeks", "PXW"),
        ("a three-month siege", "P3M"),
        ("a decades-long war", "PXY"),
        ("for years", "PXY"),
        ("dozens died in a couple of hours", "PT2H"),
    ],
)
def test_a_duration_has_a_length_and_no_place(text: str, value: str) -> None:
    (time,) = times(text)
    assert (time.kind, time.value, time.when.known) == (TimeKind.DURATION, value, False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("every Friday", "XXXX-WXX-5"),
        ("on Mondays", "XXXX-WXX-1"),
        ("each year", "P1Y"),
        ("every two weeks", "P2W"),
        ("paid annually", "P1Y"),
        ("15 a month", "P1M"),
        ("twice a week", "P1W"),
        ("every night", "XXXX-XX-XXTNI"),
    ],
)
def test_what_comes_again_is_a_set(text: str, value: str) -> None:
    (time,) = times(text)
    assert (time.kind, time.value, time.when.known) == (TimeKind.SET, value, False)
