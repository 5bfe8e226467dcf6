"""Hostile and random documents, short ones, through `add` with the real reader: what became of them and what it cost.

AVOWED_FLOOD says how many, where 10,000 would take too long.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.session import QUICK_STEP, Line, Session, cost, no_baselines

TITLE = "A flood of hostile and random documents"
COUNT = 10_000
LONGEST = 6_000  # bytes
_SEED = 7
_ROOT = Path(__file__).parents[2]
_FIGURES = {
    "documents found in them": "given",
    "of these read": "read",
    "of these skipped, each with a reason": "skipped",
    "of these the reader crashed over": "crashed",
    "longest wait for one batch: seconds by the clock": "slowest",
    "all of it: seconds by the clock": "seconds",
    "most memory of all processes together: MB": "memory_mb_of_all",
}


baselines = no_baselines


def ours(session: Session) -> list[Line]:
    """What one run says of itself; documents that are neither read nor skipped are counted by themselves."""
    count = int(os.environ.get("AVOWED_FLOOD") or COUNT) // (QUICK_STEP if session.quick else 1)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.faults.flooding", folder, str(count), str(_SEED), str(LONGEST)]
        done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)
    said = json.loads(done.stdout.splitlines()[-1])
    lines = [cost(name, said[key], count) for name, key in _FIGURES.items()]
    lost = said["given"] - said["read"] - said["skipped"]
    return [
        *lines,
        cost("documents neither read nor skipped", lost, count),
        cost("faults that verify found", len(said["faults"]), count),
    ]
