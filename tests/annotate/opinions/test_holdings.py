"""Who holds a place; in the sentences the place is Velm."""

from dataclasses import replace

from avowed.annotate.holdings import find_holdings
from avowed.annotate.sayings.find import find_sayings
from avowed.model.evidence import Assertion, AttributeContent
from avowed.model.vocabulary import AttributeName, MentionType, Mode
from tests.annotate.marked import marked_page


def found(marked: str) -> tuple[Assertion, ...]:
    page = marked_page(marked)
    places = {one.id for one in page.mentions if one.span.of(page.report.text) == "Velm"}
    mentions = (
        replace(one, type=MentionType.LOCATION, actor=None) if one.id in places else one for one in page.mentions
    )
    page = page.with_(mentions=tuple(mentions))
    return find_holdings(page, find_sayings(page))


def held(marked: str) -> set[tuple[str, str | None]]:
    contents = [one.content for one in found(marked) if isinstance(one.content, AttributeContent)]
    assert all(one.attribute is AttributeName.HOLDING for one in contents)
    return {(one.subject, one.value_mention) for one in contents}


def test_who_takes_a_place_holds_it() -> None:
    assert held("<The Karsh Front> seized <Velm> in May.") == {("m1", "m2")}


def test_the_passive_tells_the_same() -> None:
    assert held("In May <Velm> was captured by <the Karsh Front>.") == {("m2", "m1")}


def test_control_of_a_place_is_a_holding_until_it_is_lost() -> None:
    assert held("<The Karsh Front> has control of <Velm>.") == {("m1", "m2")}
    assert held("<The Karsh Front> lost control of <Velm>.") == set()


def test_a_place_that_is_to_be_taken_is_not_held_yet() -> None:
    (one,) = found("<The Karsh Front> plans to seize <Velm>.")
    assert one.mode is Mode.FUTURE


def test_a_man_holds_no_place() -> None:
    assert held("<Omar Belo> seized <Velm> in May.") == set()
