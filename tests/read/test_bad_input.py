"""Each kind of bad input is one clear line that says what to do, and never a crash."""

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from avowed.model.evidence import Report
from avowed.read import Limits, Open, Original, Outcome, ReadOptions, Skipped, opened, originals, read_paths
from avowed.read.tables import load

Reason = Callable[[bytes | str], str]
STORY = "The garrison of Dol left the bridge on Friday, and the Northern Front took the town without a shot.\n"
PAGE = f"<!doctype html><html><head><title>Bridge falls</title></head><body><p>{STORY}</p><p>{STORY}</p></body></html>"


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf\n", b"\x00" * 100])
def test_an_empty_file_is_called_empty(reason: Reason, content: bytes) -> None:
    assert reason(content).startswith("empty;")


@pytest.mark.parametrize("row", load("signatures")["row"], ids=lambda row: row["name"])
def test_a_file_of_another_kind_is_named(reason: Reason, row: dict[str, str]) -> None:
    content = b"\x01" * int(row.get("at", 0)) + bytes.fromhex(row["bytes"]) + b"\x01\x02\x03" * 50
    assert reason(content) == row["say"]


@pytest.mark.parametrize("inner", ["xl/workbook.xml", "ppt/presentation.xml", "mimetype"])
def test_an_office_document_of_another_kind_is_told_how_to_be_saved(reason: Reason, inner: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(inner, "<w:document/>")
    assert "save it as PDF, HTML or plain text" in reason(packed.getvalue())


def test_binary_rubbish_is_not_taken_for_text(reason: Reason) -> None:
    assert "not text, HTML, PDF or Word" in reason(bytes(range(256)) * 20)


@pytest.mark.parametrize("content", ["<?xml version='1.0'?><rss><item/></rss>", "<feed xmlns='x'><entry/></feed>"])
def test_an_entry_without_words_says_so(reason: Reason, content: str) -> None:
    assert reason(content).startswith("an entry of a feed without words;")


def test_other_xml_and_json_are_told_what_to_be(reason: Reason) -> None:
    assert reason("<?xml version='1.0'?><note><to>Dol</to></note>").startswith("an XML document;")
    assert "JSON lines" in reason('[{"text": "Dol fell."}]')


@pytest.mark.parametrize(
    ("content", "expected"), [(PAGE, "html"), (STORY * 2, "text"), (f"# Bridge falls\n\n{STORY}", "markdown")]
)
def test_a_file_is_read_as_what_it_is_whatever_its_name(
    tmp_path: Path, open_one: Open, content: str, expected: str
) -> None:
    wrong = tmp_path / "report.pdf"
    wrong.write_text(content)
    (original,) = originals([wrong])
    found = open_one(original)
    assert isinstance(found, Report)
    assert found.format == expected


def test_a_page_without_text_says_so(reason: Reason) -> None:
    assert "no text was found" in reason("<html><body><script>draw()</script><div id=app></div></body></html>")


def test_a_page_of_nothing_but_furniture_says_so(reason: Reason) -> None:
    assert "furniture" in reason("Subscribe to our newsletter\nShare this:\n")


def test_an_enormous_file_is_refused_before_it_fills_the_memory(tmp_path: Path, options: ReadOptions) -> None:
    enormous = tmp_path / "enormous.txt"
    with enormous.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    (found,) = read_paths([enormous], options)
    assert isinstance(found, Skipped)
    assert found.reason.startswith("larger than")


def test_a_packed_page_is_unpacked(outcome: Callable[[bytes], Outcome]) -> None:
    found = outcome(gzip.compress(PAGE.encode()))
    assert isinstance(found, Report)
    assert STORY.strip() in found.text


def test_a_gzip_bomb_is_an_outcome(reason: Reason) -> None:
    layer = gzip.compress(b"\x00" * 100_000_000, compresslevel=1)
    assert "unpacks to more than is read" in reason(layer)


def test_gzip_in_gzip_is_refused(reason: Reason) -> None:
    assert reason(gzip.compress(gzip.compress(b"Dol fell."))).startswith("gzip within gzip")


def test_cut_and_damaged_gzip_are_told_apart(reason: Reason) -> None:
    packed = gzip.compress(STORY.encode() * 50)
    assert "cut short" in reason(packed[:-20])
    assert "damaged" in reason(packed[:12] + b"\xff\xff\xff" + packed[15:])


def test_a_flood_beyond_the_ratio_is_refused_though_it_is_small(options: ReadOptions) -> None:
    narrow = ReadOptions(options.today, limits=Limits(expansion=10))
    with opened(narrow) as open_one:
        found = open_one(Original("here", gzip.compress(b"Dol fell. " * 200_000)))
    assert isinstance(found, Skipped)
