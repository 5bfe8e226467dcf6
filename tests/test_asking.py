"""What is asked of two actors: their lines and own words are counted, the conduct of a body above one is listed beside."""

from dataclasses import replace
from datetime import date

import pytest

from avowed.model.evidence import IncidentContent, JudgementContent, Participant, Span, StatementContent
from avowed.model.vocabulary import (
    ActorKind,
    Basis,
    Dimension,
    IncidentType,
    ParticipantRole,
    Slot,
    Stage,
    Voice,
)
from avowed.model.when import in_year
from avowed.model.world import KnownActor, Name, known_actors
from avowed.present.terminal import pair_text
from avowed.resolve.actors import resolve_actors
from avowed.resolve.incidents import merge_incidents
from avowed.settings import default_text, defaults
from avowed.store import Store, create, derive, find, write
from avowed.store.told import told_incidents
from avowed.walk.asking import ask
from tests.building import Told, reading, report, span

AT = "2024-01-01T00:00:00+00:00"
TODAY, EVE = date(2024, 1, 1), date(2021, 8, 26)
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
        "Alder Front arms Cedar League.": Told("Alder Front", "Cedar League", Dimension.ARMS),
    }
    held = create(tmp_path / "case", default_text())
    for text, one in told.items():
        write.add_reading(held, reading(report(text), one), AT)
    derive.save_resolution(held, resolve_actors(find.occurrences(held), (), KNOWN))
    yield held
    held.close()


def asked(case):
    return ask(case, "Alder Front", "Cedar League North", defaults(), date(2024, 1, 1))


def test_the_conduct_of_a_body_above_is_listed_and_not_counted(case):
    found = asked(case)
    assert [(tie.object, tie.dimension) for tie in found.above] == [("cedar-league", Dimension.ARMS)]
    assert Dimension.ARMS not in found.dimensions


def test_what_a_party_says_of_a_body_above_the_other_is_counted_as_its_word(case):
    found = asked(case)
    assert [(tie.object, tie.voice) for tie in found.of_bodies] == [("cedar-league", Voice.STATED)]
    assert len(found.voices[Voice.STATED].denied) == 1
    assert found.of_bodies[0] in found.ties
    assert found.of_bodies[0] not in found.between_parts


def test_what_the_body_above_says_itself_is_not_the_word_of_its_part(case):
    text = "Cedar League says that Cedar League backs Alder Front."
    one = Told("Cedar League", "Alder Front", voice=Voice.STATED, speaker="Cedar League")
    write.add_reading(case, reading(report(text), one), AT)
    derive.save_resolution(case, resolve_actors(find.occurrences(case), (), KNOWN))
    assert len(asked(case).of_bodies) == 1


def test_a_word_on_the_body_above_is_printed_with_that_bodys_name(case):
    shown = pair_text(asked(case))
    assert "1 of 2 lines runs in their own words to a body above one of the two: Cedar League (1)." in shown.replace(
        "\n", " "
    )
    assert "On a body above one of the two (listed, not counted): 1 line" in shown


def test_an_answer_without_any_line_still_shows_what_stands_beside_it(case):
    found = ask(case, "Alder Front", "Cedar League North", defaults(), date(2024, 1, 1), during=in_year(1990))
    assert found.ties == ()
    shown = pair_text(found)
    assert "No report in this case ties the two." in shown
    assert "[denied] Alder Front supports or is linked with Cedar League" in shown


def test_what_is_judged_of_both_at_once_is_listed_once_and_not_counted(case):
    text = "Observers say that the Alder Front and Cedar League North both gain from the bridge."
    read = reading(report(text), Told("Alder Front", "Cedar League North"))
    whole = Span(0, len(text))
    both = ("m1", "m2")
    contents = (JudgementContent(None, both, whole), StatementContent(None, both, whole))
    told = tuple(replace(read.assertions[0], id=f"j{n}", content=one) for n, one in enumerate(contents))
    write.add_reading(case, replace(read, assertions=told), AT)
    derive.save_resolution(case, resolve_actors(find.occurrences(case), (), KNOWN))
    found = asked(case)
    assert [one.line.quote for one in found.beside] == [text]
    assert len(found.ties) == 2


def test_a_body_above_both_is_no_third_party(case):
    found = ask(case, "Alder Front", "Cedar League", defaults(), date(2024, 1, 1))
    assert found.above == ()
    assert {tie.object for tie in found.ties} == {"cedar-league", "cedar-north"}


def told_of_both(case):
    """An incident that one side claims and that is laid to the other, published on 27 August 2021."""
    text = "The Alder Front claimed the bombing at Tarn, which police lay to Cedar League North."
    read = reading(report(text), Told("Alder Front", "Cedar League North"))
    doers = tuple(
        Participant(mention, ParticipantRole.PERPETRATOR_ORGANISATION, basis)
        for mention, basis in (("m1", Basis.CLAIMED), ("m2", Basis.SUSPECTED))
    )
    told = IncidentContent(IncidentType.BOMBING, Stage.ACCOMPLISHED, span(text, "bombing"), doers)
    write.add_reading(case, replace(read, assertions=(replace(read.assertions[0], content=told),)), AT)
    derive.save_resolution(case, resolve_actors(find.occurrences(case), (), KNOWN))
    derive.save_incidents(case, merge_incidents(told_incidents(case), ()))


def test_an_incident_in_which_both_have_a_part_stands_in_the_answer(case):
    told_of_both(case)
    (entry,) = asked(case).incidents
    assert entry.words == "bombing; claimed: Alder Front; suspected: Cedar League North"
    assert "Incidents in which both have a part: 1" in pair_text(asked(case))


def test_an_incident_of_both_is_not_known_before_it_was_published(case):
    told_of_both(case)
    on = {day: ask(case, "Alder Front", "Cedar League North", defaults(), TODAY, day) for day in (EVE, TODAY)}
    assert [len(one.incidents) for one in on.values()] == [0, 1]


def test_one_who_leads_a_side_and_speaks_of_it_is_not_taken_for_its_voice(case):
    text = "Omar Belo of Cedar League North confessed that the Alder Front armed it."
    read = reading(report(text), Told("Alder Front", "Cedar League North", Dimension.ARMS, speaker="Omar Belo"))
    write.add_reading(case, read, AT)
    derive.save_resolution(case, resolve_actors(find.occurrences(case), (), KNOWN))
    derive.save_parents(case, {"omar-belo": "cedar-north"})
    silent = next(one for one in asked(case).missing if one.startswith("Cedar League North itself is not heard"))
    assert "Omar Belo, of it, tells of the relation" in silent
