"""Zipped folders and web archives: every document comes out once, under ceilings; hostile entries are outcomes."""

import gzip
import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from avowed.read import Limits, Original, ReadOptions, Skipped, containers, originals, originals_in
from avowed.read.sniff import Refused
from avowed.read.unpack import decoded_body
from tests.read.making import STORY, answer, page, zipped

Found = list[Original | Skipped]


def found_in(content: bytes, limits: Limits | None = None) -> Found:
    return list(originals_in(content, "a.zip", limits))


def reason(one: Original | Skipped) -> str:
    assert isinstance(one, Skipped), one
    return one.reason


def test_each_file_of_a_zipped_folder_is_a_document_in_order_of_names() -> None:
    content = zipped({"b/two.html": page(), "a/one.txt": STORY[0], "__MACOSX/a": "x", ".git/x": "x", "b/s.css": "p{}"})
    assert [one.source for one in found_in(content)] == ["a.zip/a/one.txt", "a.zip/b/two.html"]


def test_lines_of_json_in_an_archive_are_documents_each() -> None:
    rows = '{"text": "Dol fell."}\n{"text": "Dol rose."}\n'
    assert [one.source for one in found_in(zipped({"rows.jsonl": rows}))] == [
        "a.zip/rows.jsonl:1",
        "a.zip/rows.jsonl:2",
    ]


def test_an_archive_on_disk_is_taken_apart_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"one.txt": STORY[0]}))
    (one,) = originals([tmp_path])
    assert isinstance(one, Original)
    assert one.content.decode() == STORY[0]


def test_an_archive_that_is_given_up_leaves_no_file_open_and_no_child() -> None:
    before = len(list(Path("/dev/fd").iterdir()))
    given = originals_in(zipped({"a.txt": b"one", "b.txt": b"two"}), "all.zip")
    next(given)
    given.close()
    assert len(list(Path("/dev/fd").iterdir())) == before


@pytest.mark.parametrize("name", ["../x.txt", "/etc/x.txt", "a/../../x.txt", "C:\\x.txt", "..\\x.txt"])
def test_a_name_that_leads_out_of_the_archive_is_refused_and_the_rest_goes_on(name: str) -> None:
    bad, good = sorted(found_in(zipped({name: STORY[0], "z.txt": STORY[1]})), key=lambda one: isinstance(one, Original))
    assert "leads out of the archive" in reason(bad)
    assert isinstance(good, Original)


def test_a_link_in_an_archive_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert reason(found_in(packed.getvalue())[0]).startswith("a link and no file;")


@pytest.mark.parametrize("inner", [zipped({"a.txt": STORY[0]}), gzip.compress(STORY[0].encode())], ids=["zip", "gzip"])
def test_an_archive_within_an_archive_is_refused(inner: bytes) -> None:
    assert reason(found_in(zipped({"inner": inner}))[0]).startswith("an archive within another;")


def test_a_locked_archive_asks_to_be_unpacked() -> None:
    content = bytearray(zipped({"a.txt": STORY[0]}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert reason(found_in(bytes(content))[0]).startswith("locked with a password;")


def test_a_cut_archive_is_one_outcome() -> None:
    (one,) = found_in(zipped({"a.txt": STORY[0]})[:-10])
    assert reason(one).startswith("a damaged ZIP archive;")


def test_a_damaged_file_in_an_archive_does_not_stop_the_others() -> None:
    content = bytearray(zipped({"a.txt": "x" * 5000 + STORY[0], "b.txt": STORY[1]}))
    content[40:50] = b"\x00" * 10
    first, second = found_in(bytes(content))
    assert reason(first).startswith("damaged in its archive;")
    assert isinstance(second, Original)


def test_a_flood_in_an_archive_is_refused_and_the_rest_goes_on() -> None:
    first, second = found_in(zipped({"a.txt": b"\x00" * 30_000_000, "b.txt": STORY[1]}))
    assert "unpacks to more than is read" in reason(first)
    assert isinstance(second, Original)


def test_an_archive_may_not_hold_more_than_its_ceilings() -> None:
    content = zipped({f"{number}.txt": f"{number} " + STORY[0] for number in range(20)})
    assert "more than the 10" in reason(found_in(content, Limits(parts=10))[-1])
    assert "more than the 0 kB" in reason(found_in(content, Limits(archive_bytes=400))[-1])


@pytest.mark.parametrize(
    ("deed", "why"),
    [
        ("import os; os.abort()", "SIGABRT"),
        ("raise SystemExit(3)", "exit status 3"),
        ("import time; time.sleep(60)", "too slow"),
        ("import os; os.write(1, b'\\xff' * 100)", "damaged or hostile"),
        ("import os; os.write(1, bytes(7) + b'\\x02[]')", "damaged or hostile"),
    ],
)
def test_a_child_that_fails_over_an_archive_is_an_outcome(monkeypatch: pytest.MonkeyPatch, deed: str, why: str) -> None:
    def spawn(source: object, kind: object, limits: object) -> "subprocess.Popen[bytes]":
        return subprocess.Popen([sys.executable, "-c", deed], stdout=subprocess.PIPE, bufsize=0)

    monkeypatch.setattr(containers, "_spawn", spawn)
    assert why in reason(found_in(zipped({"a.txt": STORY[0]}), Limits(wall_seconds=1, start_seconds=2))[-1])


WARC = b"".join(
    [
        answer("https://courier.example/dol", page().encode()),
        answer("https://courier.example/gone", b"not here", status="404 Not Found"),
        answer("https://courier.example/a.png", b"\x89PNG", kind="image/png"),
        answer("https://courier.example/br", brotli.compress(page().encode()), encoding="br"),
        answer("https://courier.example/gz", gzip.compress(page().encode()), encoding="gzip"),
    ]
)


def test_the_pages_of_a_web_archive_come_out_under_their_addresses() -> None:
    found = found_in(WARC)
    assert [one.source for one in found] == [f"https://courier.example/{name}" for name in ("dol", "br", "gz")]
    assert {one.content for one in found if isinstance(one, Original)} == {page().encode()}


def test_an_unpacked_web_archive_is_read_as_well() -> None:
    (one,) = found_in(answer("https://courier.example/dol", page().encode(), packed=False))
    assert one.source == "https://courier.example/dol"


def test_a_web_archive_that_is_cut_gives_what_came_before() -> None:
    found = found_in(WARC[: len(WARC) - 150])
    assert [type(one) for one in found[:2]] == [Original, Original]


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [("gzip", gzip.compress(b"\x00" * 50_000_000)), ("br", brotli.compress(b"\x00" * 50_000_000, quality=1))],
)
def test_a_packed_answer_that_is_a_flood_is_refused_and_the_rest_goes_on(encoding: str, packed: bytes) -> None:
    flood = answer("https://courier.example/flood", packed, encoding=encoding)
    first, second = found_in(flood + answer("https://courier.example/dol", page().encode()))
    assert "unpacks to more than is read" in reason(first)
    assert isinstance(second, Original)


@pytest.mark.parametrize("encoding", ["deflate", "br", "zstd", "x" * 5000])
def test_a_body_that_is_not_packed_as_it_says_is_refused(encoding: str) -> None:
    assert isinstance(decoded_body(b"no such thing" * 20, encoding, Limits()), Refused)


def test_a_body_that_was_unpacked_already_is_taken_as_it_is() -> None:
    assert decoded_body(b"Dol fell.", "gzip", Limits()) == b"Dol fell."


def test_a_zipped_folder_is_read_end_to_end(options: ReadOptions, outcome: Callable[[bytes], object]) -> None:
    (one,) = found_in(zipped({"page.html": page()}))
    assert isinstance(one, Original)
    assert STORY[0] in outcome(one.content).text  # type: ignore[attr-defined]
