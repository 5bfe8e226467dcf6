"""Hostile and random documents through `add` with the real reader: all accounted for, no crash, no hang, memory in bounds."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.faults
@pytest.mark.timeout(300)
def test_a_flood_of_hostile_documents_is_read_or_skipped_to_the_last(tmp_path):
    command = [sys.executable, "-m", "tests.faults.flooding", str(tmp_path), "200"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    said = json.loads(done.stdout.splitlines()[-1])
    assert said["read"] + said["skipped"] == said["given"] >= said["files"] == 200
    assert said["crashed"] == 0
    assert said["faults"] == []
    assert said["slowest"] < 70
    assert said["memory_mb_of_all"] < 1000
