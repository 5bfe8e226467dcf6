"""Datelines: which lines are ones, and that their places are nobody."""

from avowed.annotate.actors.datelines import dateline_of
from avowed.model.evidence import Report, TieContent, report_id
from avowed.model.vocabulary import MentionType
from tests.annotate.one_reader import one_reader


def places(text: str) -> list[str]:
    found = dateline_of(text)
    return [] if found is None else [span.of(text) for span in found.places]


def test_places_of_a_dateline_are_found_behind_titles_and_before_agencies_and_days() -> None:
    assert places("DASMIR -- Gunmen attacked a school.") == ["DASMIR"]
    assert places("DASMIR (Karsan Wire) — Gunmen attacked a school.") == ["DASMIR"]
    assert places("Dasmir (Wire) - Gunmen attacked a school.") == ["Dasmir"]
    assert places("PORT ORLUN, March 3 - Gunmen attacked a school.") == ["PORT ORLUN"]
    assert places("A title\n\nDASMIR, Karsan (Wire) - Gunmen attacked a school.") == ["DASMIR", "Karsan"]


def test_a_name_that_is_set_off_in_a_sentence_is_no_dateline() -> None:
    assert places("DAWN BRIGADES -- the group that holds Dasmir -- attacked a school.") == []
    assert places("The Dawn Brigades (DB) — or what is left of them — attacked a school.") == []
    assert places("Dasmir - The town was quiet.") == []


def test_the_place_of_a_dateline_takes_part_in_nothing() -> None:
    text = "DASMIR -- The Dawn Brigades attacked the barracks near Orlun on Monday, killing two soldiers."
    (reading,) = one_reader().annotate([Report(report_id(text), "made up", text, language="en")])
    (place,) = [one for one in reading.mentions if one.span.of(text) == "DASMIR"]
    assert place.type is MentionType.LOCATION
    assert place.actor is None
    ties = [one.content for one in reading.assertions if isinstance(one.content, TieContent)]
    assert ties
    assert all(place.id not in (tie.subject, tie.object) for tie in ties)
