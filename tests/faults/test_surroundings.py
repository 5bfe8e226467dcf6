"""Clock, locale and time zone of the machine change nothing of what is read, stored or derived."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.test_killed_while_adding import whole, written

ROOT = Path(__file__).parents[2]
ELSEWHERE = [
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0"},
    {"TZ": "America/Adak", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"},
    {"TZ": "Asia/Kathmandu", "LANG": "de_DE.ISO-8859-1", "PYTHONHASHSEED": "123"},
]


def added(tmp_path: Path, name: str, lines: Path, **surroundings: str) -> dict[str, list[tuple[object, ...]]]:
    command = [sys.executable, "-m", "tests.faults.adding", str(tmp_path / name), str(lines)]
    subprocess.run(command, cwd=ROOT, env=os.environ | surroundings, check=True)
    return whole(tmp_path / name)


@pytest.mark.faults
@pytest.mark.timeout(120)
def test_the_same_reports_give_the_same_case_anywhere(tmp_path):
    lines = written(tmp_path)
    here = added(tmp_path, "here", lines)
    for number, surroundings in enumerate(ELSEWHERE):
        assert added(tmp_path, str(number), lines, **surroundings) == here
