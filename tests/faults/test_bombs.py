"""Ten megabytes that unpack to ten gigabytes, and whole libraries in one file: an outcome each, within a gigabyte of memory."""

import json
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import brotli
import pytest

from tests.read.making import STORY, answer, page

ROOT = Path(__file__).parents[2]
GB = 1 << 30


def measured(*paths: Path) -> dict[str, object]:
    command = [sys.executable, "-m", "tests.faults.measuring", *map(str, paths)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    said = json.loads(done.stdout)
    assert said["memory_mb"] + said["largest_child_mb"] < 1000
    return said


def zeros(size: int) -> bytes:
    """So many zeros as a deflate stream, put together from one piece that is packed once."""
    piece = 64 << 20
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(bytes(piece)) + packer.flush(zlib.Z_FULL_FLUSH)
    return packed * (size // piece) + b"\x03\x00"


@pytest.fixture(scope="module")
def ten_gigabytes() -> bytes:
    stream = zeros(10 * GB)
    assert len(stream) < 12_000_000
    return stream


@pytest.mark.faults
def test_a_gzip_file_of_ten_gigabytes_is_an_outcome(tmp_path, ten_gigabytes):
    (tmp_path / "a.gz").write_bytes(b"\x1f\x8b\x08" + bytes(6) + b"\x03" + ten_gigabytes + bytes(8))
    assert "unpacks to more than is read" in measured(tmp_path / "a.gz")["reasons"][0]


@pytest.mark.faults
def test_a_zipped_file_of_ten_gigabytes_is_an_outcome_whatever_size_it_claims(tmp_path, ten_gigabytes):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", ten_gigabytes)
    content = bytearray((tmp_path / "a.zip").read_bytes())
    for mark, method, size in ((b"PK\x03\x04", 8, 22), (b"PK\x01\x02", 10, 24)):
        at = content.index(mark)
        content[at + method : at + method + 2] = struct.pack("<H", 8)
        content[at + size : at + size + 4] = struct.pack("<I", 0xFFFFFF00)
    (tmp_path / "a.zip").write_bytes(content)
    assert "unpacks to more than is read" in measured(tmp_path / "a.zip")["reasons"][0]


@pytest.mark.faults
def test_a_brotli_page_of_a_gigabyte_is_an_outcome(tmp_path):
    packer = brotli.Compressor(quality=1)
    packed = b"".join(packer.process(bytes(64 << 20)) for _ in range(16)) + packer.finish()
    flood = answer("https://c.example/a", packed, encoding="br")
    (tmp_path / "a.warc.gz").write_bytes(flood + answer("https://c.example/b", page().encode()))
    bad, good = measured(tmp_path / "a.warc.gz")["reasons"]
    assert "unpacks to more than is read" in bad
    assert good == ""


@pytest.mark.faults
def test_a_report_of_twenty_megabytes_is_an_outcome_and_the_next_is_read(tmp_path):
    (tmp_path / "a.txt").write_text("\n\n".join(STORY * 150_000))
    (tmp_path / "b.txt").write_text(STORY[0])
    assert (tmp_path / "a.txt").stat().st_size > 20_000_000
    large, next_ = measured(tmp_path / "a.txt", tmp_path / "b.txt")["reasons"]
    assert large.startswith("longer than the 3,000,000 characters that are read as one report")
    assert next_ == ""


@pytest.mark.faults
def test_memory_stays_flat_over_ten_thousand_documents(tmp_path):
    def rows(count: int) -> Path:
        path = tmp_path / f"{count}.jsonl"
        lines = (
            json.dumps({"text": f"On day {number} the garrison of Dol left bridge {number}."})
            for number in range(count)
        )
        path.write_text("\n".join(lines))
        return path

    few, many = measured(rows(500)), measured(rows(10_000))
    assert many["reasons"] == [""] * 10_000
    assert many["memory_mb"] < few["memory_mb"] + 60
