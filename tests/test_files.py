"""What is written for people is written whole or not at all."""

import os
from collections.abc import Iterator

import pytest

from avowed.errors import CannotWrite
from avowed.files import write_streamed, write_whole


def half() -> Iterator[bytes]:
    """What is written when the disk fills up in its middle."""
    yield b"after, b"
    raise OSError(28, "No space left on device")


def test_a_write_that_fails_leaves_the_older_file_as_it_was(tmp_path):
    write_whole(tmp_path / "page.html", b"before")
    with pytest.raises(CannotWrite, match="No space left on device"):
        write_streamed(tmp_path / "page.html", half())
    assert (tmp_path / "page.html").read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_place_that_is_no_folder_is_a_plain_error(tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(CannotWrite, match="Choose another place"):
        write_whole(tmp_path / "file" / "page.html", b"x")


def test_a_device_and_a_folder_are_left_as_they_are(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path / "pipe", tmp_path):
        with pytest.raises(CannotWrite, match="left as it is"):
            write_whole(place, b"x")
    assert (tmp_path / "pipe").is_fifo()
