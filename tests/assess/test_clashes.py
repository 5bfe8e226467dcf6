"""Lines that cannot both hold are found without setting each line beside each other, and are the ones that doing so finds."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avowed.assess import contradictions
from avowed.assess.contradictions import on_ties
from avowed.model.findings import Outline, Tie
from avowed.model.vocabulary import Dimension
from tests.building import numbered, tie
from tests.often import often

NAMES = {"a": "Ash Front", "b": "Birch Army", "c": "Cedar"}
_EACH = 3

ends = st.sampled_from([("a", "b"), ("b", "a"), ("a", "c")])
lines = st.builds(
    lambda pair, dimension, sign, negated, year: tie(*pair, dimension, sign=sign, negated=negated, year=year),
    ends,
    st.sampled_from([Dimension.ARMS, Dimension.SUPPORT, Dimension.ACCORD]),
    st.sampled_from([1, -1]),
    st.booleans(),
    st.integers(2019, 2021),
)


def _clash(one: Tie, other: Tie) -> bool:
    """What cannot both hold, said once more in the plainest way."""
    same = one.dimension is other.dimension
    if not one.when.overlaps(other.when):
        return False
    if one.line.negated != other.line.negated:
        denied = one if one.line.negated else other
        any_link = denied.dimension in (Dimension.SUPPORT, Dimension.ACCORD)
        return one.sign == other.sign and (any_link or (same and _same_way(one, other)))
    return not one.line.negated and same and one.sign != other.sign and _same_way(one, other)


def _same_way(one: Tie, other: Tie) -> bool:
    return one.dimension.symmetric or (one.subject, one.object) == (other.subject, other.object)


def _by_each_two(ties: list[Tie]) -> set[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    told: Counter[tuple[object, ...]] = Counter()
    ranked = sorted(ties, key=lambda one: (one.line.negated, -one.line.score, one.line.key))
    for one, other in combinations(ranked, 2):
        about = frozenset((one.subject, one.object))
        if about == {other.subject, other.object} and _clash(one, other):
            told[proposition := (about, one.dimension, other.dimension, other.line.negated)] += 1
            found += [(one.line.key, other.line.key)] if told[proposition] <= _EACH else []
    return set(found)


@settings(max_examples=often(150), deadline=None)
@given(st.lists(lines, max_size=24))
def test_what_is_found_is_what_setting_each_two_beside_each_other_finds(told: list[Tie]) -> None:
    ties = numbered(told)
    assert {(one.left.key, one.right.key) for one in on_ties(ties, NAMES)} == _by_each_two(ties)


def test_lines_that_agree_are_not_set_beside_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = []
    found = contradictions._clash

    def clash(one: Outline, other: Outline) -> bool:
        looked_at.append(one)
        return found(one, other)

    monkeypatch.setattr(contradictions, "_clash", clash)
    told = numbered([*[tie(dimension=Dimension.ARMS)] * 200, *[tie(dimension=Dimension.ACCORD, sign=-1)] * 200])
    assert list(on_ties(told, NAMES)) == []
    assert looked_at == []
