"""Scans: told from other PDFs, and read where tesseract is installed."""

import shutil
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep

import pytest
from fpdf import FPDF

from avowed.model.evidence import Report
from avowed.read import Limits, Original, Outcome, ReadOptions, Skipped, opened
from tests.read.making import STORY

FAKE = """#!{python}
import sys
picture = sys.stdin.buffer.read()
assert picture.startswith(b"P5 "), picture[:20]
assert sys.argv[1:] == ["stdin", "stdout", "-l", "eng"], sys.argv
{deed}
"""


def scan(*pages: str) -> bytes:
    """A PDF whose words are drawn as lines only, as a scan's are."""
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415  # only these tests draw

    paper = FPDF()
    for words in pages:
        picture = Image.new("L", (1700, 1100), 255)
        ImageDraw.Draw(picture).multiline_text((100, 100), words, fill=0, font=ImageFont.load_default(size=44))
        paper.add_page(orientation="L")
        paper.image(picture, x=0, y=0, w=297)
    return bytes(paper.output())


def read(content: bytes, options: ReadOptions) -> Outcome:
    with opened(options) as open_one:
        return open_one(Original("scan.pdf", content))


def program(folder: Path, deed: str) -> str:
    made = folder / "tesseract"
    made.write_text(FAKE.format(python=sys.executable, deed=deed))
    made.chmod(0o755)
    return str(made)


def test_a_scan_without_tesseract_says_what_to_install(options: ReadOptions) -> None:
    found = read(scan("Dol fell."), options)
    assert isinstance(found, Skipped)
    assert "install tesseract" in found.reason


def test_the_words_of_each_page_are_taken_and_that_they_were_recognised_is_noted(
    options: ReadOptions, tmp_path: Path
) -> None:
    fake = program(tmp_path, f"print({STORY[0]!r}, flush=True)")
    found = read(scan("one", "two"), replace(options, tesseract=fake))
    assert isinstance(found, Report)
    assert [page.of(found.text).strip() for page in found.pages] == [STORY[0], STORY[0]]
    assert any("may be misread" in note for note in found.notes)


@pytest.mark.parametrize("deed", ["sys.exit(1)", "print('')", "import os; os.abort()"])
def test_a_recognition_that_fails_or_finds_nothing_is_an_outcome(
    options: ReadOptions, tmp_path: Path, deed: str
) -> None:
    found = read(scan("one"), replace(options, tesseract=program(tmp_path, deed)))
    assert isinstance(found, Skipped)
    assert "pictures" in found.reason


def test_a_recognition_without_end_is_stopped_with_all_that_it_started(options: ReadOptions, tmp_path: Path) -> None:
    limits = Limits(wall_seconds=3, recognition_seconds=3)
    fake = program(tmp_path, "import time; time.sleep(60)")
    found = read(scan("one"), replace(options, tesseract=fake, limits=limits))
    assert isinstance(found, Skipped)
    assert "too slow" in found.reason
    until = monotonic() + 20  # a killed process stays listed until somebody collects it
    while monotonic() < until and fake.encode() in commands():
        sleep(0.05)
    assert fake.encode() not in commands()


def commands() -> bytes:
    """The command lines of all processes that run now."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            found.append(path.read_bytes())
    return b"\n".join(found)


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
@pytest.mark.slow
def test_the_real_tesseract_reads_a_scan(options: ReadOptions) -> None:
    words = "The garrison of Dol left the bridge\non Friday, and the Northern Front\ntook the town without a shot."
    found = read(scan(words), replace(options, tesseract=shutil.which("tesseract")))
    assert isinstance(found, Report)
    assert "Northern Front took the town" in " ".join(found.text.split())
