"""Each row of the table of furniture, on what it must drop and what it must keep."""

import time

import pytest

from avowed.read.furniture import Row, rows, strip
from avowed.read.tables import load

TABLE = list(zip(load("furniture")["row"], rows(), strict=True))
DROPPED = [
    pytest.param(row, text, id=f"{row.name}-{at}") for entry, row in TABLE for at, text in enumerate(entry["matches"])
]
KEPT = [
    pytest.param(row, text, id=f"{row.name}-{at}") for entry, row in TABLE for at, text in enumerate(entry["keeps"])
]
STORY = "The garrison of Dol left the bridge on Friday, and the Northern Front took the town without a shot."


@pytest.mark.parametrize(("row", "text"), DROPPED)
def test_a_row_drops_what_it_must(row: Row, text: str) -> None:
    assert row.match(text)


@pytest.mark.parametrize(("row", "text"), KEPT)
def test_a_row_keeps_what_it_must(row: Row, text: str) -> None:
    assert not row.match(text)


@pytest.mark.parametrize(("row", "text"), DROPPED)
def test_a_row_takes_its_paragraph_out_of_a_page(row: Row, text: str) -> None:
    before, after = ([text], []) if row.zone == "head" else ([], [text])
    page = ["Bridge at Dol falls", *before, STORY, STORY.replace("Friday", "Sunday"), *after]
    if row.becomes == "origin":
        told = row.match(text)
        page.append(f"It was told by {told and told['where']}, among others, and by nobody else, that the bridge fell.")
    kept = [page[place] for place in strip(page).kept]
    assert text not in kept
    assert STORY in kept


@pytest.mark.parametrize("text", [text for entry, row in TABLE if row.zone == "any" for text in entry["keeps"]])
def test_no_row_takes_a_sentence_that_another_row_is_told_to_keep(text: str) -> None:
    assert not any(row.match(text) for row in rows() if row.zone == "any")


def test_every_row_has_both_kinds_of_examples_and_a_name_of_its_own() -> None:
    assert all(entry["matches"] and entry["keeps"] for entry, _ in TABLE)
    assert len({row.name for row in rows()}) == len(rows())


WORST = ["A", "a ", "A ", "(", "(Photo by ", "By A ", "1 ", "share ", "| ", "\t", "A/", "Related ", ": ", "al ", "A. "]


@pytest.mark.parametrize("piece", WORST)
def test_no_pattern_runs_away(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    page = [text, *(text[:length] for length in range(100, 1600, 100))]
    started = time.process_time()
    strip(page)
    assert time.process_time() - started < 1
