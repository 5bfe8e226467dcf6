"""The reference tells the whole of the program: every command, setting, word and field."""

import importlib.util
import inspect
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from avowed.model import vocabulary
from avowed.schema import schema

DOCS = Path(__file__).parents[2] / "docs"


def writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("write_reference", DOCS / "write_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", ["commands.md", "settings.md", "corpus.md"])
def test_a_written_page_is_what_the_program_says(page: str) -> None:
    committed = (DOCS / "reference" / page).read_text(encoding="utf-8")
    assert committed == writer().PAGES[page](), f"run: python docs/write_reference.py ({page} is behind the program)"


def vocabularies() -> list[type[StrEnum]]:
    return [
        one
        for _, one in inspect.getmembers(vocabulary, inspect.isclass)
        if issubclass(one, StrEnum) and one is not StrEnum
    ]


@pytest.mark.parametrize("words", vocabularies(), ids=lambda one: one.__name__)
def test_every_word_is_explained(words: type[StrEnum]) -> None:
    page = (DOCS / "reference" / "words.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`([\w-]+)`", page))
    assert {str(word) for word in words} <= told, "docs/reference/words.md lacks a word"


def fields(part: Any) -> Iterator[str]:
    if isinstance(part, Mapping):
        yield from part.get("properties", {})
        for inner in part.values():
            yield from fields(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from fields(inner)


def test_every_field_of_the_reading_format_is_explained() -> None:
    page = (DOCS / "reference" / "reading-format.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`([\w-]+)`", page))
    assert set(fields(schema())) <= told, "docs/reference/reading-format.md lacks a field"


def test_every_link_of_the_readme_leads_somewhere() -> None:
    page = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:docs|src|examples|benchmarks|training)/[\w./-]*|[A-Z]+\.md)`", page)
    assert [name for name in named if not (DOCS.parent / name).exists()] == []
