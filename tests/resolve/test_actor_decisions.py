"""Decisions on actors: same joins, not-same splits by likeness, later ones win, and what cannot hold is told."""

from avowed.model.decisions import Decision, Occurrence, Verdict
from avowed.model.resolution import Resolution
from avowed.resolve.actors import resolve_actors
from tests.resolve.examples import LEAGUES, NOBODY, said


def decision(number: int, verdict: Verdict, left: Occurrence, right: Occurrence, who: str = "ana") -> Decision:
    return Decision(number, verdict, left.key, right.key, who, "2024-05-01T00:00:00+00:00")


def undo(number: int, of: int) -> Decision:
    return Decision(number, Verdict.UNDO, str(of), "", "ana", "2024-05-01T00:00:00+00:00")


def one(found: Resolution, *occurrences: Occurrence) -> bool:
    return len({found.membership[occurrence.key] for occurrence in occurrences}) == 1


NAMESAKES = [said(1, "Idris Tarkani", "person"), said(2, "Idris Tarkani", "person"), said(3, "Idris Tarkani", "person")]
AROUND = [
    said(1, "Yuri Karpenko", "person"),
    said(3, "Yuri Karpenko", "person"),
    said(2, "Marek Vosk", "person"),
]


def test_same_joins_what_names_keep_apart() -> None:
    left, right = said(1, "Dawn Column"), said(2, "Children of the Valley")
    found = resolve_actors([left, right], (decision(1, Verdict.SAME, left, right),), NOBODY)
    assert one(found, left, right)
    assert all(actor.reviewed for actor in found.actors.values())


def test_not_same_splits_two_men_of_one_name_and_others_follow_the_likelier_side() -> None:
    first, second, third = NAMESAKES
    found = resolve_actors([*NAMESAKES, *AROUND], (decision(1, Verdict.NOT_SAME, first, second),), NOBODY)
    assert one(found, first, third)
    assert not one(found, first, second)


def test_what_cannot_be_told_stays_with_the_right_side() -> None:
    first, second, third = NAMESAKES
    found = resolve_actors(NAMESAKES, (decision(1, Verdict.NOT_SAME, first, second),), NOBODY)
    assert one(found, second, third)


def test_a_known_actor_that_is_split_stays_with_the_larger_side() -> None:
    named = [said(report, "Northern League") for report in (1, 2, 3)]
    found = resolve_actors(named, (decision(1, Verdict.NOT_SAME, named[0], named[1]),), LEAGUES)
    assert found.actors["northern-league"].known_as == "northern-league"
    (other,) = [actor for key, actor in found.actors.items() if key != "northern-league"]
    assert other.known_as is None


def test_undo_restores_the_merge() -> None:
    first, second, _ = NAMESAKES
    log = (decision(1, Verdict.NOT_SAME, first, second), undo(2, 1))
    assert resolve_actors(NAMESAKES, log, NOBODY) == resolve_actors(NAMESAKES, (), NOBODY)


def test_unsure_keeps_apart_what_only_names_join_and_is_not_asked_again() -> None:
    left, right = said(1, "Jaysh al-Fajr"), said(2, "Jaish ul-Fajr")
    found = resolve_actors([left, right], (decision(1, Verdict.UNSURE, left, right),), NOBODY)
    assert not one(found, left, right)
    assert found.proposals == ()


def test_the_later_decision_on_a_pair_wins_and_the_earlier_is_told() -> None:
    left, right = said(1, "Dawn Column"), said(2, "Children of the Valley")
    log = (decision(1, Verdict.SAME, left, right, "ana"), decision(2, Verdict.NOT_SAME, left, right, "ben"))
    found = resolve_actors([left, right], log, NOBODY)
    assert not one(found, left, right)
    assert [conflict.decisions for conflict in found.conflicts] == [(1, 2)]


def test_decisions_that_cannot_hold_together_are_told_and_the_later_win() -> None:
    a, b, c = said(1, "Dawn Column"), said(2, "Children of the Valley"), said(3, "Northern Legion")
    log = (
        decision(1, Verdict.SAME, a, b),
        decision(2, Verdict.SAME, b, c),
        decision(3, Verdict.NOT_SAME, a, c),
    )
    found = resolve_actors([a, b, c], log, NOBODY)
    assert not one(found, a, c)
    assert one(found, b, c)
    assert found.conflicts[0].decisions == (1, 3)


def test_a_decision_on_an_occurrence_that_is_gone_is_kept_and_told() -> None:
    left, gone = said(1, "Dawn Column"), said(2, "Children of the Valley")
    log = (decision(1, Verdict.SAME, left, gone),)
    found = resolve_actors([left], log, NOBODY)
    assert found.idle == (1,)
    assert one(resolve_actors([left, gone], log, NOBODY), left, gone)


def test_a_settled_pair_is_not_proposed_again() -> None:
    left, right = said(1, "Karimiyoun Division"), said(2, "Karimiyan Division")
    assert resolve_actors([left, right], (), NOBODY).proposals
    log = (decision(1, Verdict.NOT_SAME, left, right),)
    assert resolve_actors([left, right], log, NOBODY).proposals == ()


def test_decisions_on_lines_are_none_of_an_actors_business() -> None:
    left = said(1, "Dawn Column")
    log = (Decision(1, Verdict.SAME, "0123abc", "4567def", "ana", "2024-05-01T00:00:00+00:00"),)
    assert resolve_actors([left], log, NOBODY).idle == ()
