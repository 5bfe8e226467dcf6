"""Sentences that a reader gets wrong easily: every row is a test, and one that fails for a known reason says which."""

from collections import Counter
from pathlib import Path

import pytest

from tests.challenge.reading import Row, faults, read, rows

KINDS = frozenset(
    {"plain", "hedged", "denied", "nested", "anonymous", "question", "condition", "prediction", "historical", "scare"}
    | {"wrong-speaker", "time"}
)


def marked(row: Row) -> object:
    limit = pytest.mark.xfail(reason=row.limit, strict=True)
    return pytest.param(row, id=f"{row.kind}: {row.text[:60]}", marks=[limit] if row.limit else [])


def test_the_table_has_ten_sentences_of_each_kind() -> None:
    counts = Counter(row.kind for row in rows())
    assert set(counts) == KINDS
    assert all(count >= 10 for count in counts.values())


@pytest.mark.slow
@pytest.mark.parametrize("row", [marked(row) for row in rows()])
def test_a_sentence_is_read_as_a_careful_reader_would(row: Row) -> None:
    assert faults(row, read(row)) == []


def test_every_known_limit_is_published() -> None:
    page = (Path(__file__).parents[2] / "docs" / "limits.md").read_text(encoding="utf-8")
    assert [row.limit for row in rows() if row.limit and row.limit not in page] == []


def test_the_page_counts_the_sentences_that_are_read_rightly() -> None:
    page = (Path(__file__).parents[2] / "docs" / "limits.md").read_text(encoding="utf-8")
    right = sum(not row.limit for row in rows())
    assert f"holds {len(rows())} sentences" in page
    assert f"and {right} are read" in page
