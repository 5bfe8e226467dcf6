"""Files and folders, in a fixed order; what cannot be opened does not stop the rest."""

import gzip
import io
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from avowed.model.evidence import Report
from avowed.read import Limits, Original, ReadOptions, Skipped, originals, originals_in, read_paths, read_stream

STORY = "The garrison of Dol left the bridge on Friday, and the Northern Front took the town without a shot."


def sources(*paths: Path) -> list[str]:
    return [Path(found.source).name for found in originals(paths)]


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY)
    assert sources(tmp_path) == ["y.txt", "z.txt", "b.txt", "c.txt"]


def test_hidden_files_and_the_parts_of_a_saved_page_are_passed_over(tmp_path: Path) -> None:
    for name in (".hidden", ".git/config", "story.html", "story_files/script.txt", "own_files/note.txt", "page.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY)
    assert sources(tmp_path) == ["note.txt", "story.html"]


def test_a_folder_that_leads_to_itself_is_walked_once(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    (tmp_path / "again").symlink_to(tmp_path)
    assert sources(tmp_path) == ["story.txt"]


def test_what_cannot_be_opened_is_a_line_and_the_rest_goes_on(tmp_path: Path, options: ReadOptions) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    (tmp_path / "round").symlink_to("round")
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe")
    given = [tmp_path / name for name in ("missing", "round", "empty", "pipe", "a\x00b", "x" * 5000, "story.txt")]
    found = list(read_paths(given, options))
    assert len(found) == len(given)
    assert [isinstance(one, Skipped) for one in found] == [True] * 6 + [False]
    assert "no such file" in found[0].reason


def as_nobody(folder: Path) -> str:
    """What a user without rights gets to read in a folder; a fork, since that user may not start our interpreter."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:
            os.setuid(65534)
        os.write(write_end, repr(list(originals([folder]))).encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        return answer.read()


def test_a_folder_that_may_not_be_opened_is_a_line() -> None:
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        closed = Path(name, "closed")
        closed.mkdir()
        (closed / "story.txt").write_text(STORY)
        closed.chmod(0o000)
        found = as_nobody(closed)
        closed.chmod(0o700)
    assert "this folder may not be opened by you" in found


def test_each_line_of_json_lines_is_an_original_with_a_hash_of_its_own(tmp_path: Path) -> None:
    rows = tmp_path / "rows.txt"
    rows.write_text('\n{"id": "a", "text": "Dol fell."}\n\nnot json\n{"id": "b", "text": "Dol rose."}\n')
    found = [one for one in originals([rows]) if isinstance(one, Original)]
    assert [Path(one.source).name for one in found] == ["rows.txt:2", "rows.txt:4", "rows.txt:5"]
    assert len({one.sha256 for one in found}) == 3


def test_packed_json_lines_are_taken_apart_too(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl.gz"
    rows.write_bytes(gzip.compress(b'{"text": "Dol fell."}\n{"text": "Dol rose."}\n'))
    assert sources(rows) == ["rows.jsonl.gz:1", "rows.jsonl.gz:2"]


def test_a_line_without_end_is_passed_over_as_it_streams() -> None:
    content = b'{"text": "Dol fell."}\n{"text": "' + b"x" * 5000 + b'"}\n{"text": "Dol rose."}\n'
    found = list(originals_in(content, "rows", Limits(line_bytes=1000)))
    assert [one.source for one in found] == ["rows:1", "rows:2", "rows:3"]
    assert isinstance(found[1], Skipped)


def test_a_stream_may_be_json_lines_or_one_document(options: ReadOptions) -> None:
    rows = list(read_stream(io.BytesIO(b'{"id": "a", "text": "Dol fell."}\n{"id": "b", "text": "It rose."}'), options))
    assert [one.source for one in rows] == ["a", "b"]
    (page,) = read_stream(io.BytesIO(f"<html><body><p>{STORY}</p><p>{STORY}</p></body></html>".encode()), options)
    assert isinstance(page, Report)
    assert page.format == "html"


def test_a_file_of_blanks_costs_no_time() -> None:
    (found,) = originals_in(b"\n" * 5_000_000)
    assert isinstance(found, Original)
