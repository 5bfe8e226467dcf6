"""Two deeds that are told of the same people, what those undergo who are taken, and what is taken that is nobody."""

import pytest

from avowed.annotate.incidents.find import told_in
from avowed.model.evidence import IncidentContent, Report, report_id
from avowed.model.vocabulary import Harm, IncidentType, ParticipantRole, Stage
from tests.annotate.one_reader import one_reader

R = ParticipantRole
DOERS = (R.PERPETRATOR_INDIVIDUAL, R.PERPETRATOR_ORGANISATION)


def told(text: str) -> dict[IncidentType, tuple[set[str], set[str], str | None, dict[Harm, int]]]:
    """Type -> who did it, who was struck, the words for the day, and the tolls."""
    ((page, sayings),) = one_reader().pages([Report(report_id(text), "made up", text, language="en")])
    contents = [one.content for one in told_in(page, sayings) if isinstance(one.content, IncidentContent)]
    days = {time.id: time.span.of(text) for time in page.times}

    def of(content: IncidentContent, *roles: ParticipantRole) -> set[str]:
        return {page.mention[one.mention].span.of(text) for one in content.participants if one.role in roles}

    return {
        one.type: (
            of(one, *DOERS),
            of(one, R.VICTIM),
            days.get(one.time or ""),
            {toll.kind: toll.best for toll in one.tolls},
        )
        for one in contents
    }


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen kidnapped and killed 11 farmers in Dasmir on 3 May 2012.",
        "Gunmen have abducted and beheaded 11 farmers in Dasmir on 3 May 2012.",
        "11 farmers were kidnapped and killed by gunmen in Dasmir on 3 May 2012.",
    ],
)
def test_both_of_two_deeds_have_their_doers_their_victims_their_day_and_their_toll(text: str) -> None:
    found = told(text)
    for kind, harm in ((IncidentType.KIDNAPPING, Harm.ABDUCTED), (IncidentType.ATTACK, Harm.KILLED)):
        doers, victims, day, tolls = found[kind]
        assert {"gunmen"} == {words.lower() for words in doers}
        assert any("farmers" in words for words in victims)
        assert (day, tolls) == ("3 May 2012", {harm: 11})


def test_a_deed_with_an_object_of_its_own_takes_none_from_the_next() -> None:
    found = told("Gunmen kidnapped a judge in Dasmir and killed two guards.")
    assert found[IncidentType.KIDNAPPING][3] == {Harm.ABDUCTED: 1}


@pytest.mark.parametrize("taken", ["The soldiers'", "Omar Belo's", "The engineers'"])
def test_whose_kidnapping_it_is_was_kidnapped(taken: str) -> None:
    found = told(f"{taken} kidnapping in Dasmir on 3 May 2012 shocked the country.")
    doers, victims, _, _ = found[IncidentType.KIDNAPPING]
    assert (doers, victims) == (set(), {taken.removesuffix("'s").removesuffix("'")})


def test_whose_kidnapping_of_others_it_is_did_it() -> None:
    found = told("The rebels' kidnapping of two engineers in Dasmir on 3 May 2012 shocked the country.")
    doers, victims, _, _ = found[IncidentType.KIDNAPPING]
    assert ({words.removeprefix("The ") for words in doers}, victims) == ({"rebels"}, {"engineers"})


def test_those_who_were_kidnapped_before_are_not_kidnapped_where_they_are_freed() -> None:
    text = "On 3 May 2012 the army freed 30 kidnapped schoolgirls in a raid on the camp of Dasmir."
    assert IncidentType.KIDNAPPING not in told(text)


@pytest.mark.parametrize("what", ["airport", "dam", "base"])
def test_the_capture_of_a_thing_is_no_arrest(what: str) -> None:
    assert set(told(f"The capture of the {what} by the Dawn Brigades in May 2014 took a day.")) == {
        IncidentType.TAKEOVER
    }


def test_the_capture_of_a_man_is_an_arrest() -> None:
    assert set(told("The capture of Omar Belo by the army in May 2014 took a day.")) == {IncidentType.ARREST}


def test_a_body_that_kidnaps_is_no_single_doer_besides() -> None:
    ((page, sayings),) = one_reader().pages(
        [Report("r", "made up", "The Dawn Brigades kidnapped two engineers in Dasmir on 3 May 2012.", language="en")]
    )
    contents = [one.content for one in told_in(page, sayings) if isinstance(one.content, IncidentContent)]
    assert R.PERPETRATOR_INDIVIDUAL not in {part.role for content in contents for part in content.participants}


def test_a_name_with_an_article_that_is_captured_is_a_thing() -> None:
    assert set(told("In April 2015 the Tolm Barrage was captured by the Dawn Brigades.")) == {IncidentType.TAKEOVER}
    assert set(told("In April 2015 Omar Belo was captured by the Dawn Brigades.")) == {IncidentType.ARREST}


def test_words_are_no_attack() -> None:
    assert not told("The envoy unleashed a harsh attack on Omar Belo on 3 May 2012.")


def test_who_is_targeted_for_assassination_was_not_struck() -> None:
    text = "The judge was targeted for assassination by the Dawn Brigades in Dasmir on 3 May 2012."
    ((page, sayings),) = one_reader().pages([Report("r", "made up", text, language="en")])
    contents = [one.content for one in told_in(page, sayings)]
    assert {one.stage for one in contents if isinstance(one, IncidentContent)} == {Stage.PLANNED}
