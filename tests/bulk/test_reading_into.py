"""Reading into a corpus: what is there is passed over, what is broken stops nothing, the tables are whole."""

import fcntl
from shutil import copytree

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from avowed.bulk import database, engine, resolving, tables
from avowed.bulk.kept import Corpus, Counts
from avowed.bulk.parquet import schema
from avowed.bulk.run import read_corpus
from avowed.errors import CorpusError, NoCorpus
from tests.bulk.making import TODAY, by_hand, corpus_of, lines, made, read_by_hand

TEXTS = [f"Karsh Front{at % 5} trained Velm Guard{at % 3} on day {at}." for at in range(300)]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """All texts in one file, read into a corpus once; a test that writes to either takes a copy."""
    folder = tmp_path_factory.mktemp("whole")
    corpus_of(lines(folder, TEXTS), folder / "out")
    return folder


@pytest.fixture
def copied(whole, tmp_path):
    return copytree(whole, tmp_path / "copied")


def every_file(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_read_and_skipped_are_what_was_given(tmp_path):
    file = lines(tmp_path, TEXTS)
    file.write_text(file.read_text() + "{broken\n")
    done = corpus_of(file, tmp_path / "out")
    assert (done.corpus.given, done.corpus.read, done.corpus.skipped) == (301, 300, 1)


def test_a_second_run_reads_nothing_and_changes_nothing(copied):
    before = every_file(copied / "out")

    def never(given):
        assert list(given) == []
        return iter(())

    done = read_corpus(copied / "in.jsonl", copied / "out", never, TODAY)
    assert done.already == done.corpus
    assert every_file(copied / "out") == before


def test_a_run_that_was_stopped_goes_on_and_ends_as_if_it_had_not_been(whole, tmp_path):
    file = whole / "in.jsonl"

    def stopped(given):
        for number, read in enumerate(by_hand(given)):
            if number == 15:
                raise KeyboardInterrupt
            yield read

    with pytest.raises(KeyboardInterrupt):
        read_corpus(file, tmp_path / "out", stopped, TODAY)
    with pytest.raises(NoCorpus):
        Corpus(tmp_path / "out").index()
    done = corpus_of(file, tmp_path / "out")
    assert 0 < done.already.given < 300
    assert every_file(tmp_path / "out") == every_file(whole / "out")


def test_the_order_in_which_pieces_come_back_is_nothing(whole, tmp_path):
    read_corpus(whole / "in.jsonl", tmp_path / "other", lambda given: reversed(list(by_hand(given))), TODAY)
    assert every_file(whole / "out") == every_file(tmp_path / "other")


def test_documents_that_are_no_longer_given_leave_the_corpus(copied):
    corpus_of(lines(copied, TEXTS[:10]), copied / "out")
    assert len(list((copied / "out" / "reports").iterdir())) == 1
    assert Corpus(copied / "out").index()[1].given == 10


def test_a_shard_whose_file_was_cut_off_is_read_again(copied):
    before = every_file(copied / "out")
    damaged = next((copied / "out" / "assertions").iterdir())
    damaged.write_bytes(damaged.read_bytes()[:-10])
    corpus_of(copied / "in.jsonl", copied / "out")
    assert every_file(copied / "out") == before


def test_a_corpus_whose_resolving_was_stopped_is_not_asked_and_is_resolved_by_the_next_run(tmp_path, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    file = lines(tmp_path, TEXTS[:20])
    with monkeypatch.context() as patch:
        patch.setattr(resolving, "families", stopped)
        with pytest.raises(KeyboardInterrupt):
            corpus_of(file, tmp_path / "out")
    with pytest.raises(NoCorpus, match="once more"), database.opened(Corpus(tmp_path / "out")):
        pass
    assert corpus_of(file, tmp_path / "out").already.given == 20
    with database.opened(Corpus(tmp_path / "out")) as connection:
        assert connection.execute("SELECT count(*) FROM ties").fetchone() == (20,)


def test_a_corpus_of_which_a_file_is_gone_says_so(tmp_path):
    corpus = made(tmp_path, TEXTS[:3])
    next((corpus.folder / "assertions").iterdir()).unlink()
    with pytest.raises(CorpusError, match="assertions of this corpus is damaged"), database.opened(corpus):
        pass


def test_a_folder_that_holds_something_else_is_refused(tmp_path):
    (tmp_path / "holiday.jpg").write_bytes(b"")
    with pytest.raises(CorpusError, match=r"holiday\.jpg"):
        corpus_of(lines(tmp_path.parent, TEXTS[:2], "few.jsonl"), tmp_path)


def test_two_runs_at_once_on_one_corpus_are_refused(tmp_path):
    corpus_of(lines(tmp_path, TEXTS[:2]), tmp_path / "out")
    with (tmp_path / "out" / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(CorpusError, match="Another run"):
            corpus_of(tmp_path / "in.jsonl", tmp_path / "out")


def test_nothing_given_is_said(tmp_path):
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), tmp_path / "empty.parquet")
    with pytest.raises(CorpusError, match="no document"):
        corpus_of(tmp_path / "empty.parquet", tmp_path / "out")


def test_every_table_is_there_with_its_columns(tmp_path):
    corpus = made(tmp_path, TEXTS[:3])
    (shard,), _ = corpus.index()
    for table in tables.READ:
        assert pq.read_schema(corpus.file(table.name, shard)).equals(schema(table), check_metadata=True)
    for table in tables.RESOLVED:
        assert pq.read_schema(corpus.resolved(table.name)).equals(schema(table), check_metadata=True)


def failing(piece):
    if any(b"hostile" in one.content for one in piece.documents):
        raise ValueError("a fault")
    return read_by_hand(piece)


def test_a_document_over_which_the_reader_fails_is_skipped_and_the_others_are_read(tmp_path):
    file = lines(tmp_path, [*TEXTS[:5], "A hostile text.", *TEXTS[5:9]])
    done = read_corpus(file, tmp_path / "out", engine.by(engine.Workers(1, read=failing)), TODAY)
    assert (done.corpus.read, done.corpus.skipped) == (9, 1)
    (shard,), _ = Corpus(tmp_path / "out").index()
    (row,) = pq.read_table(Corpus(tmp_path / "out").file("skipped", shard)).to_pylist()
    assert row["source"] == "in.jsonl:6"
    assert "ValueError: a fault" in row["reason"]


def test_counts_add_up():
    assert Counts(1, 1, 0, 10, 2) + Counts(2, 1, 1, 5, 1) == Counts(3, 2, 1, 15, 3)
