"""What is asked of two actors: their own lines are counted, lines on a body above one of them are listed beside."""

from datetime import date

import pytest

from avowed.enquiry import ask
from avowed.model.vocabulary import ActorKind, Dimension, Slot, Voice
from avowed.model.world import KnownActor, Name, known_actors
from avowed.present.terminal import pair_text
from avowed.resolve.actors import resolve_actors
from avowed.settings import default_text, defaults
from avowed.store import Store, create, derive, find, write
from tests.building import Told, reading, report

AT = "2024-01-01T00:00:00+00:00"
KNOWN = known_actors(
    [
        KnownActor(
            "cedar-league", "Cedar League", ActorKind.ARMED_GROUP, (Name("Cedar League", Slot.NAME, "made up"),)
        ),
        KnownActor(
            "cedar-north",
            "Cedar League North",
            ActorKind.FACTION,
            (Name("Cedar League North", Slot.NAME, "made up"),),
            parent="cedar-league",
        ),
    ]
)


@pytest.fixture
def case(tmp_path) -> Store:
    told = {
        "Alder Front trains Cedar League North.": Told("Alder Front", "Cedar League North", Dimension.TRAINING),
        "Alder Front says that Alder Front has no link to Cedar League.": Told(
            "Alder Front", "Cedar League", negated=True, voice=Voice.STATED, speaker="Alder Front"
        ),
    }
    held = create(tmp_path / "case", default_text())
    for text, one in told.items():
        write.add_reading(held, reading(report(text), one), AT)
    derive.save_resolution(held, resolve_actors(find.occurrences(held), (), KNOWN))
    yield held
    held.close()


def test_lines_on_a_body_above_are_listed_and_not_counted(case):
    found = ask(case, "Alder Front", "Cedar League North", defaults(), date(2024, 1, 1))
    assert [tie.dimension for tie in found.ties] == [Dimension.TRAINING]
    assert [(tie.object, tie.voice) for tie in found.above] == [("cedar-league", Voice.STATED)]
    assert Voice.STATED not in found.voices


def test_a_party_heard_only_on_the_body_above_is_said_to_be(case):
    found = ask(case, "Alder Front", "Cedar League North", defaults(), date(2024, 1, 1))
    assert "Alder Front itself is not heard on the relation, only on a body above the other." in found.missing
    assert "On a body above one of the two (listed, not counted): 1 line" in pair_text(found)


def test_a_body_above_both_is_no_third_party(case):
    found = ask(case, "Alder Front", "Cedar League", defaults(), date(2024, 1, 1))
    assert found.above == ()
    assert {tie.object for tie in found.ties} == {"cedar-league", "cedar-north"}
