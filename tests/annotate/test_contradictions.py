from avowed.annotate.contradictions import find_contradictions
from avowed.annotate.sayings.find import find_sayings
from avowed.annotate.ties.find import find_ties
from avowed.model.evidence import TieContent
from tests.annotate.marked import marked_page


def linked(text: str) -> list[tuple[str, str]]:
    page = marked_page(text)
    ties = find_ties(page, find_sayings(page))
    told = {one.id: str(one.content.dimension) for one in ties if isinstance(one.content, TieContent)}
    return [(told[said], told[shown]) for said, shown in find_contradictions(page, ties)]


def test_hearsay_is_linked_to_what_the_report_itself_shows() -> None:
    text = (
        "It is often said that <the Karsh Front> attacked <the Velm League>. "
        "In fact, <the Karsh Front> has trained <the Velm League>."
    )
    assert linked(text) == [("attack", "training")]


def test_a_denial_is_linked_to_the_deed_that_the_report_tells() -> None:
    text = "<The Karsh Front> armed <the Velm League>. <The Karsh Front> denied arming <the Velm League>."
    assert linked(text) == [("arms", "arms")]


def test_two_things_that_the_report_itself_says_are_history_and_no_contradiction() -> None:
    assert not linked("<The Karsh Front> attacked <the Velm League>. <The Karsh Front> trained <the Velm League>.")


def test_other_actors_are_no_contradiction() -> None:
    text = "It is often said that <the Karsh Front> attacked <the Velm League>. <The Karsh Front> trained <the Blue Shura>."
    assert not linked(text)
