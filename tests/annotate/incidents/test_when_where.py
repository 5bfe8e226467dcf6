"""When and where an incident lay: by its own words first, by the dateline where nothing closer is said, else nowhere."""

from avowed.model.evidence import IncidentContent, Report, report_id
from tests.annotate.one_reader import one_reader


def settings(text: str) -> list[tuple[str | None, str | None]]:
    """The words for time and place of every incident that is told, in order."""
    (reading,) = one_reader().annotate([Report(report_id(text), "made up", text, language="en")])
    times = {time.id: time.span.of(text) for time in reading.times}
    places = {place.id: place.name for place in reading.places}
    contents = (one.content for one in reading.assertions if isinstance(one.content, IncidentContent))
    return [(times.get(one.time or ""), places.get(one.place or "")) for one in contents]


def test_the_dateline_places_what_is_told_first_and_dates_nothing_that_has_its_own_day() -> None:
    assert settings("DASMIR, March 3 - Two bombs exploded in a market on Monday and killed six people.") == [
        ("Monday", "DASMIR")
    ]


def test_what_is_signed_was_agreed_on_the_day_on_which_it_is_signed() -> None:
    text = "Jorun Adale, who had renamed his militia in 2003, signed the Pellan accord with Ravik Tamsin in June 2014."
    assert [time for time, _ in settings(text)] == ["June 2014"]


def test_a_day_within_a_season_dates_closer() -> None:
    text = "Besim Tarrow has led since the autumn of 2016, when Omar Belo was shot dead in an ambush on Oct. 9 of that year."
    assert settings(text) == [("Oct. 9 of that year", None)]


def test_the_day_on_which_something_was_said_is_not_the_day_on_which_it_happened() -> None:
    assert settings("Two men were killed in a clash near Dasmir, police said Monday.") == [(None, "Dasmir")]
    assert settings("Police said on Monday that two men were killed in a clash near Dasmir.") == [(None, "Dasmir")]
    assert settings("On Monday, police said two men were killed in a clash near Dasmir.") == [("Monday", "Dasmir")]


def test_what_happened_at_another_time_is_not_placed_where_the_story_was() -> None:
    text = (
        "In September 2022, gunmen attacked a police station in Dasmir. In October 2023, suicide bombers detonated a bomb "
        "near a ministry, wounding two policemen."
    )
    assert settings(text) == [("September 2022", "Dasmir"), ("October 2023", None)]


def test_where_somebody_comes_from_is_not_where_it_happened() -> None:
    ((_, place),) = settings("Gunmen on Monday killed a teacher from Dasmir and two of his pupils.")
    assert place is None


def test_a_town_that_was_taken_is_the_place() -> None:
    ((_, place),) = settings("Rebels seized the town of Dasmir on 3 May 2012.")
    assert place == "the town of Dasmir"


def test_soon_after_is_within_some_months_of_what_was_told_before() -> None:
    text = "Police arrested Omar Belo on 3 May 2012. Soon after, the Dawn Brigades kidnapped two engineers in Dasmir."
    (reading,) = one_reader().annotate([Report(report_id(text), "made up", text, language="en")])
    (when,) = [one.valid for one in reading.assertions if isinstance(one.content, IncidentContent) and one.place]
    assert (str(when.first), str(when.last)) == ("2012-05-03", "2012-08-03")


def test_a_year_of_the_background_dates_nothing_that_is_told_next() -> None:
    text = "Omar Belo and his wife parted in 2001. A gunman shot two guards at the mill of Dasmir."
    assert [time for time, _ in settings(text)] == [None]


def test_what_came_of_a_deed_on_a_later_day_does_not_date_the_deed() -> None:
    assert settings("The killing of two engineers in Dasmir was condemned by the envoy on 3 May 2012.")[0][0] is None
    assert settings("The killing of two engineers in Dasmir took place on 3 May 2012.")[0][0] == "3 May 2012"


def test_a_place_without_a_name_keeps_the_place_of_the_dateline_away() -> None:
    dateline = "DASMIR, 3 May 2012 - "
    assert (
        settings(f"{dateline}Gunmen killed 125 people in an attack in the Ardan capital on 1 May 2012.")[0][1] is None
    )
    assert settings(f"{dateline}Gunmen killed 125 people in an attack on 1 May 2012.")[0][1] == "DASMIR"


def test_a_place_that_is_no_scene_is_not_carried_over_to_the_next_sentence() -> None:
    told = "Gunmen killed six farmers on 3 May 2012."
    ((_, place),) = settings(f"The Ardan government is proud of its effort in Dasmir. {told}")
    assert place is None
    ((_, place),) = settings(f"Two envoys met in Dasmir. {told}")
    assert place == "Dasmir"


def test_beside_the_date_of_something_else_the_date_told_before_is_no_longer_meant() -> None:
    before = "Police arrested Omar Belo in Dasmir on 3 May 2012."
    bomb = "A bomb killed two guards at a bridge"
    assert settings(f"{before} {bomb} where the vote of 8 June 2013 was held.")[1][0] is None
    assert settings(f"{before} {bomb} where a vote was held.")[1][0] == "3 May 2012"
