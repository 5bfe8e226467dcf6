import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from avowed.errors import DamagedCase
from avowed.store import check, open_case

ROOT = Path(__file__).parents[2]
KILLS = 60
REPORTS = 300
NAMES = [
    f"{first}{last}" for first in ("Ash", "Birch", "Cedar", "Elm", "Fir") for last in ("fall", "ford", "ham", "ton")
]


def written(folder: Path) -> Path:
    lines = folder / "reports.jsonl"
    rows = [
        {
            "id": f"r{number}",
            "text": f"{NAMES[number % 20]} backs {NAMES[(number * 7 + 1) % 20]} in the valley, day {number}.",
            "published": "2021-03-04",
            "source": f"paper {number % 5}",
        }
        for number in range(REPORTS)
    ]
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return lines


def adding(case: Path, lines: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "tests.faults.adding", str(case), str(lines)], cwd=ROOT)


def whole(case: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that a case holds, apart from row numbers."""
    queries = {
        "reports": "SELECT id, source, head, text FROM reports",
        "readings": "SELECT report, reader, body FROM readings",
        "assertions": "SELECT key, kind, quote, body FROM assertions",
        "ties": "SELECT a.key, s.key, o.key, t.sign FROM ties t JOIN assertions a ON a.id = t.assertion "
        "JOIN occurrences s ON s.id = t.subject JOIN occurrences o ON o.id = t.object",
        "actors": "SELECT o.key, m.actor FROM membership m JOIN occurrences o ON o.id = m.occurrence",
        "originals": "SELECT sha256, source, outcome FROM originals",
    }
    with open_case(case) as store:
        return {name: sorted(tuple(row) for row in store.connection.execute(query)) for name, query in queries.items()}


def partial_reports(case: Path) -> list[str]:
    """Reports that lack their reading or their tie."""
    if not (case / "case.sqlite").exists():
        return []
    with open_case(case) as store:
        rows = store.connection.execute(
            "SELECT r.id FROM reports r LEFT JOIN readings g ON g.report = r.id "
            "LEFT JOIN assertions a ON a.reading = g.id "
            "LEFT JOIN ties t ON t.assertion = a.id LEFT JOIN originals o ON o.outcome = r.id "
            "WHERE g.id IS NULL OR a.id IS NULL OR t.assertion IS NULL OR o.outcome IS NULL"
        )
        return [row["id"] for row in rows]


@pytest.mark.faults
@pytest.mark.timeout(600)
def test_a_case_killed_sixty_times_holds_no_partial_report_and_ends_as_one_never_killed(tmp_path):
    lines = written(tmp_path)
    start = time.monotonic()
    assert adding(tmp_path / "unkilled", lines).wait() == 0
    takes = time.monotonic() - start
    chance = random.Random(1)
    killed, round_ = 0, 0
    while killed < KILLS:
        case = tmp_path / f"case {round_}"
        process = adding(case, lines)
        try:
            process.wait(timeout=chance.uniform(takes * 0.2, takes * 0.9))
            round_ += 1
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            killed += 1
        assert partial_reports(case) == []
    case = tmp_path / f"case {round_}"
    assert adding(case, lines).wait() == 0
    assert whole(case) == whole(tmp_path / "unkilled")
    with open_case(case) as store:
        assert list(check.verify(store)) == []


@pytest.mark.faults
def test_flipped_bytes_are_found_and_named_or_change_nothing(tmp_path):
    lines = written(tmp_path)
    assert adding(tmp_path / "case", lines).wait() == 0
    before = whole(tmp_path / "case")
    path = tmp_path / "case" / "case.sqlite"
    sound = path.read_bytes()
    chance = random.Random(2)
    for _ in range(40):
        content = bytearray(sound)
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
        try:
            with open_case(tmp_path / "case") as store:
                faults = list(check.verify(store))
            if not faults:
                assert whole(tmp_path / "case")["ties"] == before["ties"]
        except (DamagedCase, ValueError):
            continue
