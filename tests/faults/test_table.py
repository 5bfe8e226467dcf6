"""Every row of docs/faults.md names tests, and every test that is named is there."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
ROWS = re.findall(r"(?m)^\| (\d+) \|(.*)$", PAGE)
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)


@cache
def defined_in(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_every_fault_has_its_row():
    assert [int(number) for number, _ in ROWS] == list(range(1, 27))


@pytest.mark.parametrize(("number", "row"), ROWS, ids=lambda value: str(value)[:3])
def test_every_row_says_what_is_done_and_names_a_test(number, row):
    wrong, done, shown = (cell.strip() for cell in row.rstrip("|").split("|"))
    assert wrong
    assert done
    assert re.search(r"`tests/[\w/]+\.py::\w+`", shown), number


@pytest.mark.parametrize(("path", "name"), NAMED, ids=lambda value: str(value)[-40:])
def test_every_test_that_is_named_is_there(path, name):
    assert name in defined_in(path)
