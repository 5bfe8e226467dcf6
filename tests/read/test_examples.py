"""The example reports against their key: the whole story, nothing of the frame, and what the page says of itself."""

import json
from pathlib import Path
from typing import Any

import pytest

from avowed.model.evidence import Report
from avowed.read import ReadOptions, read_paths

EXAMPLES = Path(__file__).parents[2] / "examples"
KEY: list[dict[str, Any]] = json.loads((EXAMPLES / "key.json").read_text(encoding="utf-8"))["reports"]


@pytest.fixture(scope="module")
def by_title(options: ReadOptions) -> dict[str, Report]:
    found = list(read_paths([EXAMPLES / "reports"], options))
    return {one.title: one for one in found if isinstance(one, Report)}


@pytest.mark.parametrize("entry", KEY, ids=lambda entry: entry["id"])
def test_the_story_is_whole_and_the_frame_is_out(by_title: dict[str, Report], entry: dict[str, Any]) -> None:
    text = by_title[entry["title"]].text
    assert 0 <= text.find(entry["first"]) < text.find(entry["last"])
    assert not [out["words"] for out in entry["outside"] if out["must"] and out["words"] in text]


@pytest.mark.parametrize("entry", KEY, ids=lambda entry: entry["id"])
def test_the_report_says_who_published_it_and_where_it_came_from(
    by_title: dict[str, Report], entry: dict[str, Any]
) -> None:
    found = by_title[entry["title"]]
    assert found.publisher == entry["publisher"]
    assert list(found.authors) == entry["authors"]
    assert found.language == entry["language"]
    assert (found.origin.text if found.origin else None) == entry["origin"]


@pytest.mark.parametrize("entry", KEY, ids=lambda entry: entry["id"])
def test_the_report_is_dated_by_what_it_says(by_title: dict[str, Report], entry: dict[str, Any]) -> None:
    found, expected = by_title[entry["title"]].published, entry["published"]
    if expected["basis"] == "inferred":
        assert found is None
        return
    assert found
    assert (str(found.when.first), found.basis.value) == (expected["from"], expected["basis"])
