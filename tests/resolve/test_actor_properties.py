"""What holds for any reports and any decisions: order is nothing, undo restores, not-same stays apart, reports only add."""

from collections.abc import Iterable
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from avowed.model.decisions import Decision, Occurrence, Verdict
from avowed.model.resolution import Resolution
from avowed.resolve.actors import resolve_actors
from avowed.resolve.who.kinds import Strength
from avowed.resolve.who.known import KnownNames
from avowed.resolve.who.standing import standing
from tests.often import often
from tests.resolve.examples import LEAGUES, said

NAMES = [
    ("Dawn Column", "armed_group"),
    ("Dawn Column", "organisation"),
    ("Column of Dawn", "armed_group"),
    ("Dawn Column in Libya", "armed_group"),
    ("Jaysh al-Fajr", "armed_group"),
    ("Jaish ul-Fajr", "armed_group"),
    ("JAF", "armed_group"),
    ("VWRF", "armed_group"),
    ("Valley Workers Revolutionary Front", "armed_group"),
    ("Northern League", "armed_group"),
    ("League of the North", "organisation"),
    ("Real Northern League", "armed_group"),
    ("NL", "armed_group"),
    ("NLG", "armed_group"),
    ("Idris Tarkani", "person"),
    ("Idris Daud Tarkani", "person"),
    ("Mullah Tarkani", "person"),
    ("Ali Khan", "person"),
    ("Aly Khan", "person"),
    ("Yuri Karpenko", "person"),
    ("Karpenko Yuri", "person"),
    ("the gunmen", "armed_group"),
    ("Ministry of Defence", "state_agency"),
]

names = st.sampled_from(NAMES)
aliases = st.lists(st.sampled_from([name for name, _ in NAMES]), max_size=2, unique=True)
told = st.builds(
    lambda report, named, others: said(report, *named, aliases=[other for other in others if other != named[0]]),
    st.integers(1, 6),
    names,
    aliases,
)
reports = st.lists(told, min_size=2, max_size=14, unique_by=lambda one: one.key)


def decided(occurrences: Iterable[Occurrence], draw: Random, verdicts: Iterable[Verdict]) -> tuple[Decision, ...]:
    keys = [one.key for one in occurrences]
    return tuple(
        Decision(number, verdict, *draw.sample(keys, 2), "ana", "2024-05-01T00:00:00+00:00")
        for number, verdict in enumerate(verdicts, 1)
    )


def groups(found: Resolution) -> set[frozenset[str]]:
    held: dict[str, set[str]] = {}
    for occurrence, actor in found.membership.items():
        held.setdefault(actor, set()).add(occurrence)
    return {frozenset(keys) for keys in held.values()}


@settings(max_examples=often(60), deadline=None)
@given(reports, st.randoms(use_true_random=False))
def test_the_order_of_what_is_resolved_is_nothing(occurrences: list[Occurrence], draw: Random) -> None:
    log = decided(occurrences, draw, [Verdict.SAME, Verdict.NOT_SAME])
    shuffled = draw.sample(occurrences, len(occurrences))
    assert resolve_actors(occurrences, log, LEAGUES) == resolve_actors(shuffled, log, LEAGUES)


@settings(max_examples=often(60), deadline=None)
@given(reports, st.sampled_from([Verdict.SAME, Verdict.NOT_SAME, Verdict.UNSURE]), st.randoms(use_true_random=False))
def test_taking_a_decision_back_gives_what_was_before(
    occurrences: list[Occurrence], verdict: Verdict, draw: Random
) -> None:
    (made,) = decided(occurrences, draw, [verdict])
    undo = Decision(2, Verdict.UNDO, "1", "", "ana", made.at)
    assert resolve_actors(occurrences, (made, undo), LEAGUES) == resolve_actors(occurrences, (), LEAGUES)


@settings(max_examples=often(100), deadline=None)
@given(reports, st.integers(1, 4), st.randoms(use_true_random=False))
def test_what_is_not_the_same_never_ends_in_one_actor(occurrences: list[Occurrence], count: int, draw: Random) -> None:
    log = decided(occurrences, draw, [Verdict.NOT_SAME] * count)
    found = resolve_actors(occurrences, log, LEAGUES)
    assert found.conflicts == ()
    assert all(found.membership[one.left] != found.membership[one.right] for one in log)


@settings(max_examples=often(100), deadline=None)
@given(reports, st.lists(st.sampled_from([Verdict.SAME, Verdict.NOT_SAME]), max_size=6), st.randoms())
def test_every_decision_holds_or_is_reported(
    occurrences: list[Occurrence], verdicts: list[Verdict], draw: Random
) -> None:
    log = decided(occurrences, draw, verdicts)
    found = resolve_actors(occurrences, log, LEAGUES)
    reported = {number for conflict in found.conflicts for number in conflict.decisions}
    for one in log:
        together = found.membership[one.left] == found.membership[one.right]
        assert one.number in reported or together == (one.verdict is Verdict.SAME)


@settings(max_examples=often(100), deadline=None)
@given(reports, st.lists(names, min_size=1, max_size=4, unique=True))
def test_a_further_report_never_parts_what_names_hold_together(
    occurrences: list[Occurrence], further: list[tuple[str, str]]
) -> None:
    added = list({one.key: one for one in (said(9, *named) for named in further)}.values())
    before = resolve_actors(occurrences, (), LEAGUES).membership
    after = resolve_actors([*occurrences, *added], (), LEAGUES).membership
    known = KnownNames(LEAGUES)
    by_identity: dict[str, set[str]] = {}
    for one in occurrences:
        stands = standing(one, known)
        if stands.strength >= Strength.FULL:
            by_identity.setdefault(stands.identity, set()).add(one.key)
    for keys in by_identity.values():
        assert len({before[key] for key in keys}) == len({after[key] for key in keys}) == 1


@settings(max_examples=often(60), deadline=None)
@given(reports)
def test_two_known_actors_are_never_one(occurrences: list[Occurrence]) -> None:
    known = KnownNames(LEAGUES)
    found = resolve_actors(occurrences, (), LEAGUES)
    for held in groups(found):
        stands = {standing(one, known).known for one in occurrences if one.key in held} - {None}
        assert len(stands) < 2


@settings(max_examples=often(60), deadline=None)
@given(reports)
def test_every_merge_stays_within_its_actor_and_every_proposal_between_two(occurrences: list[Occurrence]) -> None:
    found = resolve_actors(occurrences, (), LEAGUES)
    assert all(found.membership[one.left] == found.membership[one.right] for one in found.merges)
    assert all(one.left != one.right and {one.left, one.right} <= found.actors.keys() for one in found.proposals)


@settings(max_examples=often(60), deadline=None)
@given(reports)
def test_actors_hold_every_occurrence_once_under_their_own_key(occurrences: list[Occurrence]) -> None:
    found = resolve_actors(occurrences, (), LEAGUES)
    assert found.membership.keys() == {one.key for one in occurrences}
    assert set(found.membership.values()) == found.actors.keys()
    assert all(actor.key == key for key, actor in found.actors.items())
