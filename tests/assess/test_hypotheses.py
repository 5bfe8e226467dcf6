from datetime import date

from avowed.assess.hypotheses import Rated, Supposed, Told, matrix
from avowed.model.vocabulary import Basis, Factuality, IncidentType, ParticipantRole, Stage
from avowed.model.when import on_day
from avowed.model.world import Incident, Responsibility
from avowed.settings import defaults
from tests.building import tie

NAMES = {"a": "Ash Front", "b": "Birch Army", "c": "Cedar League"}


def told(*said, families=(), supposed=(), rated=(), hedged=(), decision=""):
    """An incident; each of `said` is the actor, the basis and, where it differs, the key of the line."""
    rows, lines = [], {}
    for number, (actor, basis, *line) in enumerate(said):
        key = line[0] if line else f"l{number}"
        family = families[number] if families else f"f{number}"
        sure = Factuality.POSSIBLE if number in hedged else Factuality.CERTAIN
        lines[key] = tie(key=key, family=family, factuality=sure, decision=decision).line
        rows.append(Responsibility(actor, basis, key, "", ParticipantRole.PERPETRATOR_ORGANISATION))
    incident = Incident(
        "i", IncidentType.BOMBING, Stage.ACCOMPLISHED, on_day(date(2021, 6, 9)), None, tuple(lines), (), tuple(rows)
    )
    lines |= {one.line: tie(key=one.line, family="rated").line for one in rated if one.line not in lines}
    return matrix(Told(incident, "bombing", lines, NAMES, (), supposed, rated), defaults(), {})


def order(found):
    return [one.key for one in found.hypotheses]


def test_who_claims_it_comes_before_who_is_blamed_once_and_denies():
    assert order(told(("b", Basis.ATTRIBUTED), ("a", Basis.CLAIMED), ("b", Basis.DENIED))) == ["a", "b"]


def test_a_suspicion_of_one_speaks_against_nobody_else():
    found = told(("a", Basis.CLAIMED), ("b", Basis.SUSPECTED))
    assert [one.inconsistency for one in found.hypotheses if one.key == "a"] == [0]


def test_two_who_claim_it_are_competing():
    assert told(("a", Basis.CLAIMED), ("b", Basis.CLAIMED)).competing == ("a", "b")
    assert told(("a", Basis.CLAIMED), ("b", Basis.SUSPECTED)).competing == ()


def test_a_joint_deed_in_one_line_speaks_against_neither():
    found = told(("a", Basis.REPORTED, "one"), ("b", Basis.REPORTED, "one"))
    assert [one.inconsistency for one in found.hypotheses] == [0, 0]


def test_copies_of_one_story_are_one_piece_of_evidence():
    found = told(("a", Basis.CLAIMED), ("a", Basis.CLAIMED), families=("one", "one"))
    assert len(found.evidence) == 1


def test_a_line_that_fits_all_alike_tells_nothing_apart():
    (row,) = told(("a", Basis.NO_COMMENT)).evidence
    assert row.diagnosticity == 0


def test_a_hedged_line_counts_for_less():
    plain = told(("a", Basis.ATTRIBUTED), ("b", Basis.CLAIMED))
    hedged = told(("a", Basis.ATTRIBUTED), ("b", Basis.CLAIMED), hedged=(0,))
    against = [{one.key: one.inconsistency for one in found.hypotheses}["b"] for found in (plain, hedged)]
    assert against[1] < against[0]


def test_a_rejected_line_is_no_evidence():
    assert told(("a", Basis.CLAIMED), decision="reject").evidence == ()


def test_a_persons_hypothesis_stands_beside_those_of_the_reports():
    found = told(("a", Basis.CLAIMED), supposed=(Supposed("the army itself", "the army itself", 7),))
    assert {one.key: one.decision for one in found.hypotheses} == {"a": 0, "the army itself": 7}


def test_a_persons_rating_takes_the_place_of_the_lines_own():
    found = told(("a", Basis.CLAIMED), ("b", Basis.SUSPECTED), rated=(Rated("l0", "a", -2),))
    row = next(row for row in found.evidence if row.line == "l0")
    assert (row.ratings["a"], row.rated) == (-2, ("a",))
    assert order(found) == ["b", "a"]


def test_a_line_that_tells_of_something_else_can_be_rated():
    found = told(("a", Basis.CLAIMED), ("b", Basis.SUSPECTED), rated=(Rated("elsewhere", "b", 2),))
    assert {row.line for row in found.evidence} == {"l0", "l1", "elsewhere"}


def test_nobody_named_is_said_to_be_missing():
    assert told().missing == ("No report says who did it.",)
