from avowed.model.vocabulary import Kind
from avowed.store import queue
from avowed.store.write import add_reading
from avowed.walk.rebuild import rebuild
from tests.building import Told, reading, report


def fill(store, *texts):
    for text, told in texts:
        add_reading(store, reading(report(text), told), "2024-01-01T00:00:00+00:00")
    rebuild(store)


def test_the_only_line_of_a_pair_comes_before_one_of_many(case):
    many = [(f"Alder Front armed Birch Army, part {n}.", Told("Alder Front", "Birch Army")) for n in range(4)]
    fill(case, *many, ("Alder Front armed Dune Guard.", Told("Alder Front", "Dune Guard")))
    (first,) = queue.to_check(case, Kind.TIE, 1)
    row = case.connection.execute("SELECT quote FROM assertions WHERE key = ?", (first,)).fetchone()
    assert row["quote"].endswith("Dune Guard.")


def test_a_kind_without_lines_leaves_nothing_to_check(case):
    fill(case, ("Cedar Post armed Dune Guard.", Told("Cedar Post", "Dune Guard")))
    assert queue.to_check(case, Kind.PREDICTION, 10) == ()
    assert len(queue.to_check(case, None, 10)) == 1
