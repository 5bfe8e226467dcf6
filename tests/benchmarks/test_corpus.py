"""The generator's texts differ and are the same every time; the cost on paper is computed and nothing else."""

import sys
from dataclasses import replace

import pytest

from avowed.bulk import database
from avowed.bulk.resolving import resolve
from benchmarks.corpus.cost import ARTICLES, WORDS, on_paper
from benchmarks.corpus.invented import make
from benchmarks.corpus.texts import short, varied
from benchmarks.corpus.watching import watched
from benchmarks.scoring.bootstrap import Estimate
from benchmarks.session import Line
from benchmarks.store import Result

REPORTS = [[f"On day {at} the men of Karsh met Velm at the bridge." for at in range(12)]] * 2


def line(metric, part, value, documents):
    return Line("avowed", part, metric, Estimate(value, value, value, documents), pinned=False)


def results(seconds=1000.0):
    read = (
        line("read: seconds of processor", "10,000 documents, 1 worker", seconds, 10_000),
        line("read: words", "10,000 documents, 1 worker", 1_000_000.0, 10_000),
        line("read: bytes of tables a word", "10,000 documents, 1 worker", 20.0, 10_000),
    )
    resolved = (
        *(line("resolve: seconds of processor", f"{n}", n / 1000, n) for n in (10_000, 100_000)),
        *(line("resolve and ask: most memory, MiB", f"{n}", n / 100, n) for n in (10_000, 100_000)),
    )
    held = {"bulk_reading": read, "bulk_resolving": resolved}
    return {name: Result(name, "Corpora", "reader/1", "ruler", "", False, lines) for name, lines in held.items()}


def test_texts_are_the_same_every_time():
    assert list(varied(REPORTS, 20)) == list(varied(REPORTS, 20))


def test_days_and_names_are_exchanged():
    assert len(set(varied(REPORTS, 20))) > 5


def test_a_flash_has_at_most_so_many_words():
    reports = [
        ["Karsh met Velm.", "Velm denied all.", "On that day nobody at all was seen there."],
        ["Too long a sentence."],
    ]
    assert short(reports, 3) == [["Karsh met Velm.", "Velm denied all."]]
    assert all(len(text.split()) <= 3 for text in varied(short(reports, 3), 10))


def test_the_cost_is_that_of_the_largest_run_however_many_read():
    large = (
        line("read: seconds of processor", "100,000 documents, 2 workers", 2000.0, 100_000),
        line("read: words", "100,000 documents, 2 workers", 4_000_000.0, 100_000),
    )
    held = results()
    held["bulk_reading"] = replace(held["bulk_reading"], lines=(*held["bulk_reading"].lines, *large))
    assert f"| reading, hours of one core | {ARTICLES * WORDS / 2000 / 3600:,.0f} |" in "\n".join(on_paper(held))


def test_the_cost_is_words_over_rate():
    page = "\n".join(on_paper(results()))
    assert f"| reading, hours of one core | {ARTICLES * WORDS / 1000 / 3600:,.0f} |" in page
    assert "| tables, GB | 8.0 |" in page
    assert "| resolving, grows with the power | 1.00 |" in page


def test_twice_the_time_costs_twice_as_much():
    once, twice = ("\n".join(on_paper(results(seconds))) for seconds in (1000.0, 2000.0))
    assert "US dollars | 5.56 |" in once
    assert "US dollars | 11.11 |" in twice


def test_nothing_is_said_of_what_was_not_measured():
    assert list(on_paper({})) == []
    assert list(on_paper({name: replace(one, quick=True) for name, one in results().items()})) == []


def test_an_invented_corpus_can_be_resolved_and_asked(tmp_path):
    corpus = make(tmp_path / "corpus", 20)
    resolve(corpus)
    with database.opened(corpus) as connection:
        assert connection.execute("SELECT count(*) FROM ties").fetchone()[0] > 100


def test_a_command_is_watched_with_the_processes_that_it_starts():
    inner = "import time\nwhile time.process_time() < 0.5: pass"
    cost = watched([sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"])
    assert cost.processor > 0.2
    assert cost.memory > 5


def test_a_command_that_fails_is_said_so():
    with pytest.raises(RuntimeError):
        watched([sys.executable, "-c", "raise SystemExit(3)"])
