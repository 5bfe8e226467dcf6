"""What holds for every report, whatever the bytes: storable text, true slices, the same again from the same bytes."""

import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from avowed.model.evidence import Report, report_id
from avowed.read import Original, Outcome, ReadOptions, originals, read_paths
from avowed.read.clean import unstorable
from tests.often import often

WORDS = st.sampled_from(
    [
        "By Ana Bel",
        "Share this:",
        "KARSAN, Aug 27, 2021 (AFP) - The bridge fell.",
        "Advertisement",
        "Café – “x”",
        "\f",
        "\x00",
        "\ud800",
    ]
)
PAGES = st.lists(WORDS | st.text(max_size=60), max_size=12).map("\n".join)
SEVERAL = settings(max_examples=often(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def check(found: Outcome) -> None:
    if not isinstance(found, Report):
        assert found.reason
        assert "\n" not in found.reason
        return
    assert unstorable(found.text) is None
    assert unicodedata.is_normalized("NFC", found.text)
    assert found.id == report_id(found.text)
    assert found.cut(0, len(found.text)).text == found.text
    if found.origin:
        assert found.origin.span.of(found.text) == found.origin.text
    if found.published and found.published.span:
        assert found.published.span.of(found.text) == found.published.when.words


@SEVERAL
@given(content=st.binary(max_size=300) | PAGES.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_end_as_one_sound_outcome(outcome: Callable[[bytes], Outcome], content: bytes) -> None:
    check(outcome(content))


@SEVERAL
@given(page=PAGES)
def test_any_page_ends_as_one_sound_outcome(outcome: Callable[[bytes], Outcome], page: str) -> None:
    content = f"<html><body><article><p>{page}</p></article></body></html>".encode("utf-8", "surrogatepass")
    found = outcome(content)
    check(found)
    assert outcome(content) == found


def test_reading_twice_gives_the_same_and_reading_one_by_one_too(tmp_path: Path, options: ReadOptions) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Bridge {name} falls\n\nThe garrison left bridge {name} on Friday.")
    first = list(read_paths([tmp_path], options))
    assert list(read_paths([tmp_path], options)) == first
    assert [found.sha256 for found in originals([tmp_path]) if isinstance(found, Original)] == [
        one.sha256 for one in first
    ]


def test_reading_is_imported_without_its_heavy_parsers() -> None:
    code = "import sys, avowed.read; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"trafilatura", "lxml", "pypdfium2", "numpy", "py3langid", "markdown_it", "spacy"} & set(loaded)
