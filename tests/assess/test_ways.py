"""Ways between two actors: what is told best comes first, and the quick search for three steps finds what walking finds."""

from hypothesis import given
from hypothesis import strategies as st

from avowed.assess.ways import ENOUGH, Edge, through_two, ways

NAMES = "abcdefgh"
ACTORS = st.sampled_from(NAMES)
EDGES = st.lists(st.tuples(ACTORS, ACTORS, st.integers(0, 3), st.integers(0, 3)), max_size=30).map(
    lambda edges: [edge for edge in edges if edge[0] != edge[1]]
)


def parted(edges: list[Edge]) -> tuple[list[Edge], list[Edge]]:
    """Those at the two ends, `a` and `b`, and the others."""
    own = [edge for edge in edges if {"a", "b"} & {edge[0], edge[1]}]
    return own, [edge for edge in edges if edge not in own]


@given(EDGES)
def test_three_steps_are_found_as_by_walking(edges: list[Edge]) -> None:
    found = tuple(through_two(*parted(edges), "a", "b", ENOUGH))
    assert found == tuple(way for way in ways(edges, ("a",), ("b",), 3) if len(way) == 4)


def test_the_way_whose_weakest_tie_is_told_best_comes_first() -> None:
    edges = [("a", "c", 1, 0), ("c", "d", 5, 0), ("d", "b", 5, 0), ("a", "e", 2, 0), ("e", "f", 0, 2), ("b", "f", 2, 0)]
    assert list(through_two(*parted(edges), "a", "b", 2)) == [("a", "e", "f", "b"), ("a", "c", "d", "b")]
    assert list(through_two(*parted(edges), "a", "b", 1)) == [("a", "e", "f", "b")]
