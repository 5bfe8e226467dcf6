"""Workers and runs that are killed while a corpus is read lose nothing, and documents that kill workers stop nothing."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from avowed.bulk.kept import MARKS, Corpus
from tests.bulk.making import corpus_of, lines

ROOT = Path(__file__).parents[2]
TEXTS = [f"Karsh Front{at % 5} trained Velm Guard{at % 3} on day {at}." for at in range(400)]
POISONED = [*TEXTS[:70], "A poison.", *TEXTS[70:100]]


SURROUNDINGS = {
    "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
    "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_worker_niceness": "0",
    "RAY_AUTH_MODE": "token",
    "RAY_AUTH_TOKEN": "0123456789abcdef0123456789abcdef",
}


def begun(*arguments: object, module: str = "tests.faults.corpus_reading") -> subprocess.Popen[str]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | SURROUNDINGS,
        text=True,
        **pipes,
    )


def workers_of(run: subprocess.Popen[str], name: str) -> list[int]:
    """The processes of Ray that read for this run just now: its descendants are found by their parents."""
    parents: dict[int, int] = {}
    named: list[int] = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                if name in (entry / "cmdline").read_text():
                    named.append(int(entry.name))
            except (OSError, ValueError):
                continue
    return [one for one in named if run.pid in ancestors(one, parents)]


def ancestors(process: int, parents: dict[int, int]) -> set[int]:
    found: set[int] = set()
    while (process := parents.get(process, 0)) and process not in found:
        found.add(process)
    return found


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_for(what, seconds=240):
    end = time.monotonic() + seconds
    while not (found := what()):
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.2)
    return found


def every_file(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.faults
def test_a_worker_that_is_killed_loses_nothing(tmp_path):
    given = lines(tmp_path, TEXTS)
    corpus_of(given, tmp_path / "unkilled")
    with begun(given, tmp_path / "out", "slowly") as run:
        wait_for(lambda: list((tmp_path / "out" / MARKS).glob("*.json")))
        os.kill(wait_for(lambda: workers_of(run, "ray::read_in_time"))[0], signal.SIGKILL)
        said, complaints = run.communicate(timeout=300)
    assert run.returncode == 0, complaints
    assert "given=400, read=400, skipped=0" in said
    assert every_file(tmp_path / "out") == every_file(tmp_path / "unkilled")


@pytest.mark.faults
def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path):
    given = lines(tmp_path, TEXTS)
    corpus_of(given, tmp_path / "unkilled")
    with begun(given, tmp_path / "out", "slowly") as run:
        wait_for(lambda: list((tmp_path / "out" / MARKS).glob("*.json")))
        workers = workers_of(run, "ray::")
        run.kill()
    wait_for(lambda: not any(map(is_running, workers)))
    done = corpus_of(given, tmp_path / "out")
    assert 0 < done.already.given < 400
    assert every_file(tmp_path / "out") == every_file(tmp_path / "unkilled")


@pytest.mark.faults
@pytest.mark.parametrize(("how", "why"), [("killed", "after 600 seconds"), ("hung", "after 10 seconds")])
def test_a_document_that_breaks_every_worker_is_skipped_and_the_others_are_read(tmp_path, how, why):
    with begun(lines(tmp_path, POISONED), tmp_path / "out", how) as run:
        said, complaints = run.communicate(timeout=300)
    assert run.returncode == 0, complaints
    assert f"given={len(POISONED)}, read={len(POISONED) - 1}, skipped=1" in said
    corpus = Corpus(tmp_path / "out")
    rows = [row for shard in corpus.index()[0] for row in pq.read_table(corpus.file("skipped", shard)).to_pylist()]
    assert [row["source"] for row in rows] == ["in.jsonl:71"]
    assert why in rows[0]["reason"]


@pytest.mark.faults
def test_a_cluster_by_its_address_reads_the_same(tmp_path):
    given = lines(tmp_path, TEXTS)
    corpus_of(given, tmp_path / "here")
    with begun(module="tests.faults.cluster_head") as head:
        address = head.stdout.readline().strip()
        with begun(given, tmp_path / "out", "slowly", address) as run:
            said, complaints = run.communicate(timeout=300)
        head.stdin.close()
    assert "given=400, read=400, skipped=0" in said, complaints
    assert every_file(tmp_path / "out") == every_file(tmp_path / "here")


@pytest.mark.faults
def test_a_cluster_that_does_not_answer_is_said_so(tmp_path):
    with begun(lines(tmp_path, TEXTS[:3]), tmp_path / "out", "slowly", "127.0.0.1:9") as run:
        _, complaints = run.communicate(timeout=300)
    assert run.returncode == 1
    assert "The cluster at 127.0.0.1:9 does not answer" in complaints
