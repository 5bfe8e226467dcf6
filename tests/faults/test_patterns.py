"""Every regular expression of the product on 100 kB of its worst string in a second."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def tried(*patterns: str) -> tuple[list[dict[str, Any]], int]:
    """The patterns that were too slow, and how many were tried."""
    command = [sys.executable, "-m", "tests.faults.patterns", *patterns]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    *slow, count = map(json.loads, done.stdout.splitlines())
    return slow, count["patterns"]


@pytest.mark.faults
@pytest.mark.timeout(900)
def test_no_pattern_takes_longer_than_a_second_for_its_worst_hundred_kilobytes():
    slow, count = tried()
    assert slow == []
    assert count > 300


@pytest.mark.faults
def test_a_pattern_that_runs_away_would_be_found():
    slow, _ = tried(r"(a+)+b", r"\s+$", r"(?:\w+\s?)*!", r"a{1,40}b", r"\s{1,8}$")
    assert {one["pattern"] for one in slow} == {r"(a+)+b", r"\s+$", r"(?:\w+\s?)*!"}
