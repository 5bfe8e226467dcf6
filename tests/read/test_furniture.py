"""Whole pages as people copy them: the story stays, sentence by sentence, and its frame goes."""

from avowed.read.furniture import strip

STORY = [
    "KARSAN - The garrison of Dol left the bridge on Friday, and the Northern Front took the town without a shot.",
    "Nobody was hurt.",
    "“We were told to go,” said a sergeant, who asked that his name be left out because he had not asked for leave.",
    "The army said in a statement that it had withdrawn in good order and that the road to the north was still held.",
]
FRAME_ABOVE = ["Skip to content", "Home | News | Grain prices | Obituaries", "The Karsan Courier"]
FRAME_BELOW = [
    "Share this:",
    "Facebook Twitter WhatsApp",
    "Related articles",
    "Flood takes bridge",
    "Leave a Reply",
    "Name *",
]


def kept(page: list[str], title: str = "") -> list[str]:
    return [page[place] for place in strip(page, title).kept]


def test_a_story_without_furniture_is_left_alone() -> None:
    assert kept(["Bridge at Dol falls", *STORY]) == ["Bridge at Dol falls", *STORY]


def test_the_frame_goes_and_every_sentence_stays() -> None:
    page = [*FRAME_ABOVE, "Bridge at Dol falls", "By Ana Bel", "August 27, 2021", *STORY, *FRAME_BELOW]
    assert kept(page) == ["Bridge at Dol falls", *STORY]


def test_what_the_frame_says_of_the_story_is_remembered() -> None:
    found = strip([*FRAME_ABOVE, "Bridge at Dol falls", "By Ana Bel and Tomas Ren", "Updated: August 27, 2021", *STORY])
    assert found.title == "Bridge at Dol falls"
    assert found.authors == ("Ana Bel", "Tomas Ren")
    assert found.publishers == ("The Karsan Courier",)
    assert found.updated == ("Updated: August 27, 2021",)


def test_a_headline_repeated_below_its_picture_stands_once() -> None:
    page = ["Bridge at Dol falls", "TOPSHOT - Soldiers at the bridge", "BRIDGE AT DOL FALLS", *STORY]
    assert kept(page) == ["Bridge at Dol falls", *STORY]


def test_headlines_below_a_heading_of_other_stories_go_with_it() -> None:
    page = ["Bridge at Dol falls", *STORY[:2], "Read also", "Flood takes a bridge", "Two held in Karsan", *STORY[2:]]
    assert kept(page) == ["Bridge at Dol falls", *STORY]


def test_comments_go_with_the_form_above_them() -> None:
    page = [
        "Bridge at Dol falls",
        *STORY,
        "Leave a Reply",
        "I was there and I saw no soldiers at all, whatever they may say of it.",
    ]
    assert kept(page) == ["Bridge at Dol falls", *STORY]


def test_a_heading_of_comments_above_the_story_cuts_nothing() -> None:
    page = ["Bridge at Dol falls", "Leave a comment", *STORY]
    assert kept(page) == ["Bridge at Dol falls", *STORY]


def test_short_lines_at_the_end_of_a_story_stay_until_furniture_begins() -> None:
    page = ["Bridge at Dol falls", *STORY, "Dead: four", "Missing: nine", "Share this:", "Grain prices"]
    assert kept(page) == ["Bridge at Dol falls", *STORY, "Dead: four", "Missing: nine"]


def test_a_byline_that_alone_names_the_agency_stays() -> None:
    page = ["Bridge at Dol falls", "By Karsan Wire", *STORY]
    assert "By Karsan Wire" in kept(page)


def test_an_outlets_name_that_is_the_only_headline_stays() -> None:
    assert kept(["Karsan Radio", *STORY]) == ["Karsan Radio", *STORY]


def test_nothing_at_all_is_nothing() -> None:
    assert strip([]).kept == ()
