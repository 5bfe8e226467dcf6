"""When a state, its capital or a people is a party and not a place or an adjective."""

import pytest

from avowed.model.evidence import Report, report_id
from avowed.model.vocabulary import ActorKind
from tests.annotate.one_reader import one_reader


def kind_of(name: str, text: str) -> ActorKind | None:
    ((page, _),) = one_reader().pages([Report(report_id(text), "made up", text, language="en")])
    kinds = [
        page.actor[one.actor].kind for one in page.mentions if one.actor and one.span.of(text) in (name, f"the {name}")
    ]
    return kinds[0] if kinds else None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Norway", "Norway-backed militias took the bridge."),
        ("Norwegian", "The Norwegian-led alliance took the bridge."),
        ("Oslo", "The rebels are backed by Oslo."),
        ("Norway", "The rebels received weapons and money from Norway."),
        ("Norway", "The Norway-Sweden treaty was signed in spring."),
        ("Norway", "The rebels fired rockets into Norway."),
        ("Norway", "Sweden assisted Norway in the war."),
        ("Norway", "Sweden threw its weight behind Norway."),
        ("Norway", "The rebels rely on Norway."),
    ],
)
def test_a_state_that_gives_or_is_struck_is_a_party(name: str, text: str) -> None:
    assert kind_of(name, text) is ActorKind.GOVERNMENT


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Norway", "The rebels walked from Norway to the sea."),
        ("Oslo", "The rebels met in Oslo."),
        ("Norway", "The rebels drove their trucks into Norway."),
    ],
)
def test_a_state_where_something_happens_is_a_place(name: str, text: str) -> None:
    assert kind_of(name, text) is not ActorKind.GOVERNMENT


def test_a_people_named_as_such_is_a_party_and_its_adjective_is_not() -> None:
    assert kind_of("Kurds", "The Kurds fought the army.") is ActorKind.COMMUNITY
    assert kind_of("Kurdish", "The Kurdish language is taught there.") is None


def test_everybody_but_a_people_is_not_that_people() -> None:
    assert kind_of("Muslims", "The cell struck at non-Muslims.") is None
    assert kind_of("Muslims", "The cell struck at Muslims.") is ActorKind.COMMUNITY
