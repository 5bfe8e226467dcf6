"""Actors of one name are told apart in lists: by what they are part of, how much is told of them, and with whom."""

import pytest

from avowed.model.decisions import Decision, Verdict
from avowed.model.vocabulary import Dimension
from avowed.store import find, lists, write
from avowed.walk.rebuild import rebuild
from tests.building import Told, reading, report

AT = "2024-01-01T00:00:00+00:00"
TOLD = (
    reading(
        report("Zelkova armed Birch Army. Zelkova trained Birch Army."), Told("Zelkova", "Birch Army", Dimension.ARMS)
    ),
    reading(report("Zelkova fought Rowan Guard."), Told("Zelkova", "Rowan Guard", Dimension.CLASH, -1)),
)


@pytest.fixture
def parted(case):
    """Two actors of one name, which a person parted."""
    for one in TOLD:
        write.add_reading(case, one, AT)
    rebuild(case)
    one, other = (row.key for row in find.occurrences(case) if row.name == "Zelkova")
    write.decide(case, Decision(0, Verdict.NOT_SAME, one, other, "me", AT))
    rebuild(case)
    return case


def test_of_actors_of_one_name_it_is_told_with_whom_most_lines_tie_them(parted):
    rows = lists.actors_like(parted, "zel", 10)
    assert [row.name for row in rows] == ["Zelkova", "Zelkova"]
    assert {(row.shared, row.lines, row.beside) for row in rows} == {(True, 1, "Birch Army"), (True, 1, "Rowan Guard")}


def test_of_an_actor_who_bears_a_name_alone_nothing_is_counted(parted):
    (row,) = lists.actors_like(parted, "rowan", 10)
    assert (row.shared, row.lines, row.beside) == (False, 0, "")


def test_the_body_that_an_actor_is_part_of_is_named(case):
    told = reading(report("Zelkova is part of Birch Army."), Told("Zelkova", "Birch Army", Dimension.MEMBERSHIP))
    write.add_reading(case, told, AT)
    rebuild(case)
    case.connection.execute("UPDATE actors SET parent = 'birch-army' WHERE name = 'Zelkova'")
    assert [row.body for row in lists.actors_like(case, "zel", 10)] == ["Birch Army"]
