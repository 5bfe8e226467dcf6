"""Numbers and words that look like times and are none."""

import pytest

from avowed.annotate.times import find_times
from tests.annotate.times.reading import values


@pytest.mark.parametrize(
    "text",
    [
        "It was proven in 1,900 cases.",
        "It was proven in 1900 cases.",
        "Some 2000 rebels and 1500 soldiers fought.",
        "They killed 1999 people and wounded 2011 others.",
        "The group seized 2014 rifles.",
        "They drove along Route 1990 to Hill 1873.",
        "UN Resolution 1973 was passed; Resolution 2254 was not.",
        "See page 1998 of the report, or p. 2001.",
        "The town fell in 1230 BC, by the 7th century B.C. or in 300 BCE.",
        "The F-16, an A320, an AK-47 and a T-72 were seen.",
        "It cost $2015, 1990 dollars or 1995 euros.",
        "It lies 1990 km from there, at a height of 2012 metres.",
        "A 27-year-old man and his 3-year-old son, both 1.90 m tall.",
        "They may strike, they march on, and the sun rose over the sat phone.",
        "Jan Smith, April Jones and May Johnson spoke.",
        "The spring offensive and the fall of Kabul.",
        "The Fifth Brigade met on the 15th floor.",
        "A Gulf War veteran lent them his house.",
        "Host 10.20.30.40 runs release 2.0.1.",
        "See https://example.org/2017/04/16/story and www.example.org/1999 there.",
        "It won 5/7 of the vote, a ratio of 10:75.",
        "The 2nd Infantry took 12 men.",
        "In her 80s she fled.",
        "Once more he said no, and many more said yes.",
    ],
)
def test_nothing_is_a_time_here(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 1990 rebels attacked.", ["1990"]),
        ("In May 8 people died.", ["2021-05"]),
        ("On May 8, 12 people died.", ["2021-05-08"]),
        ("Resolution 1267 (1999) holds.", ["1999"]),
        ("The 2008 siege of 1998 men.", ["2008"]),
        ("They may strike in May.", ["2021-05"]),
        ("On 3 May 45 people died.", ["2021-05-03"]),
        ("Vision 2030's aims were set in 2008's plan.", ["2030", "2008"]),
    ],
)
def test_the_time_is_taken_and_the_number_beside_it_left(text: str, found: list[str]) -> None:
    assert values(text) == found


def test_thousands_of_years_ago_are_no_year_of_this_calendar() -> None:
    assert values("Ten thousand years ago men hunted here.") == ["PAST_REF"]


def test_a_year_before_a_name_that_begins_like_an_era_is_a_year() -> None:
    assert values("In 2009 BCG said so.") == ["2009"]


def test_a_newspaper_is_no_day() -> None:
    assert not find_times("USA TODAY wrote that the mill burned.", None)
    assert len(find_times("In the USA today, mills burn. IN THE USA TODAY, MILLS BURN.", None)) == 2
