"""What is written beside the lines by the actors they name: the same from an older case, and enough to find lines by."""

import pytest

from avowed.model.vocabulary import Dimension
from avowed.settings import default_text
from avowed.store import create, find, open_case, write
from avowed.store.find.lines import _BETWEEN
from avowed.store.glimpses import glimpses, in_full
from avowed.store.linked import TABLES
from avowed.walk.rebuild import rebuild
from benchmarks.crowd.reports import readings
from tests.building import Told, reading, report
from tests.store.released import made

AT = "2024-01-01T00:00:00+00:00"
WRITTEN = (*TABLES, "sources", "incident_actors")


def crowded(folder):
    with create(folder, default_text()) as store:
        for one in readings(60):
            write.add_reading(store, one, AT)
        rebuild(store)


def rows(store):
    return {
        table: sorted(map(tuple, store.connection.execute(f"SELECT * FROM {table}")), key=repr) for table in WRITTEN
    }


def test_a_case_of_an_earlier_form_holds_the_same_beside_its_lines_as_one_that_is_derived_today(tmp_path):
    made(tmp_path / "old", 8, crowded)
    with open_case(tmp_path / "old") as store:
        opened = rows(store)
        rebuild(store)
        assert opened == rows(store)
    assert all(opened.values())


def test_ties_between_two_are_found_by_an_index_alone_and_their_lines_beside_their_sources(tmp_path):
    crowded(tmp_path / "case")
    with open_case(tmp_path / "case") as store:
        plan = [row["detail"] for row in store.connection.execute(f"EXPLAIN QUERY PLAN {_BETWEEN}", ("[]", "[]"))]
    looked_at = [step for step in plan if step.startswith("SEARCH")]
    assert [step for step in looked_at if "links" in step] == [
        "SEARCH links USING COVERING INDEX links_by_pair (one=? AND other=?)"
    ] * 2
    assert sorted(step.split()[1] for step in looked_at if "links" not in step) == ["a", "s"]


def test_a_tie_keeps_its_direction_and_its_speaker(case):
    told = reading(
        report("Zelkova Front armed Alder Army, Birch Guard said. Alder Army backs Zelkova Front."),
        Told("Zelkova Front", "Alder Army", Dimension.ARMS, speaker="Birch Guard"),
        Told("Alder Army", "Zelkova Front"),
    )
    write.add_reading(case, told, AT)
    rebuild(case)
    names = find.shown_names(case)
    ends = [(names[one.subject], names[one.object], names.get(one.speaker, "")) for one in find.all_ties(case)]
    assert ends == [("Zelkova Front", "Alder Army", "Birch Guard"), ("Alder Army", "Zelkova Front", "")]


def test_a_tie_that_went_meanwhile_is_left_out_and_not_told_without_its_words(case):
    write.add_reading(case, reading(report("Alder Army backs Zelkova Front."), Told("Alder Army", "Zelkova Front")), AT)
    rebuild(case)
    (seen,) = glimpses(case, find.actors_named(case, "Alder Army"), Dimension.COMMAND)
    (whole,) = in_full(case, [seen]).values()
    assert (seen.line.quote, whole.line.quote) == ("", "Alder Army backs Zelkova Front.")
    assert in_full(case, [whole]) == {whole.line.key: whole}
    case.connection.execute("DELETE FROM links")
    assert in_full(case, [seen, whole]) == {whole.line.key: whole}


@pytest.mark.parametrize("again", [False, True], ids=["new", "read anew"])
def test_a_line_tells_the_source_of_the_reading_that_holds(case, again):
    text = "Alder Army backs Zelkova Front."
    write.add_reading(case, reading(report(text), Told("Alder Army", "Zelkova Front")), AT)
    if again:
        anew = reading(report(text), Told("Alder Army", "Zelkova Front", Dimension.ARMS), reader="by hand/2")
        write.add_reading(case, anew, AT)
    held = case.connection.execute("SELECT s.reading, g.current FROM sources s JOIN readings g ON g.id = s.reading")
    assert [row["current"] for row in held] == [1]
    rebuild(case)
    assert [str(one.dimension) for one in find.all_ties(case)] == ["arms" if again else "support"]
