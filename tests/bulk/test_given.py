import json
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq

from avowed.bulk.given import count, documents
from avowed.read import Original, Skipped
from tests.bulk.making import lines


def test_rows_of_parquet_are_read_as_rows_of_json_lines_would_be(tmp_path):
    rows = {"id": ["a", "b"], "text": ["One.", "Two."], "published": [date(2021, 3, 4), date(2021, 3, 5)]}
    pq.write_table(pa.table(rows), tmp_path / "in.parquet")
    found = list(documents(tmp_path / "in.parquet"))
    assert [one.source for one in found] == ["in.parquet:1", "in.parquet:2"]
    assert json.loads(found[0].content) == {"id": "a", "text": "One.", "published": "2021-03-04"}


def test_the_hour_of_a_time_of_publication_is_left_out(tmp_path):
    pq.write_table(pa.table({"text": ["One."], "published": [datetime(2021, 3, 4, 23, 5)]}), tmp_path / "in.parquet")
    (found,) = documents(tmp_path / "in.parquet")
    assert json.loads(found.content)["published"] == "2021-03-04"


def test_other_columns_of_parquet_are_left_alone(tmp_path):
    pq.write_table(pa.table({"text": ["One."], "picture": [b"\x00" * 1000]}), tmp_path / "in.parquet")
    (found,) = documents(tmp_path / "in.parquet")
    assert json.loads(found.content) == {"text": "One."}


def test_parquet_without_texts_says_which_column_is_needed(tmp_path):
    pq.write_table(pa.table({"body": ["One."]}), tmp_path / "in.parquet")
    (found,) = documents(tmp_path / "in.parquet")
    assert isinstance(found, Skipped)
    assert '"text"' in found.reason


def test_a_parquet_file_that_is_cut_off_is_an_outcome(tmp_path):
    pq.write_table(pa.table({"text": ["One."] * 100}), tmp_path / "in.parquet")
    whole = (tmp_path / "in.parquet").read_bytes()
    (tmp_path / "in.parquet").write_bytes(whole[:-20])
    (found,) = documents(tmp_path / "in.parquet")
    assert isinstance(found, Skipped)
    assert "damaged" in found.reason


def test_a_folder_may_hold_several_forms(tmp_path):
    pq.write_table(pa.table({"text": ["One."]}), tmp_path / "a.parquet")
    lines(tmp_path, ["Two.", "Three."], "b.jsonl")
    (tmp_path / "c.txt").write_text("Four.")
    found = list(documents(tmp_path))
    assert [one.source for one in found] == ["a.parquet:1", "b.jsonl:1", "b.jsonl:2", "c.txt"]
    assert count(tmp_path) == 4


def test_a_corpus_that_is_moved_keeps_its_documents(tmp_path):
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        lines(tmp_path / name, ["Two.", "Three."])
    here, there = (list(documents(tmp_path / name)) for name in ("here", "there"))
    assert here == there
    assert all(isinstance(one, Original) for one in here)


def test_what_is_not_there_is_an_outcome(tmp_path):
    (found,) = documents(tmp_path / "nothing")
    assert isinstance(found, Skipped)
