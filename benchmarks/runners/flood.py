"""Hostile and random documents, short ones, through `add` with the real reader: what became of them and what it cost.

They are added in floods of a thousand, each into a case of its own. AVOWED_FLOOD says how many, where 10,000 would take
too long; AVOWED_FLOOD_KEPT names a folder in which each flood's figures are kept, so that a run that was stopped goes on.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.session import QUICK_STEP, Line, Session, cost, no_baselines

TITLE = "A flood of hostile and random documents"
COUNT = 10_000
LONGEST = 6_000  # bytes
_AT_ONCE = 1_000
_SEED = 7
_ROOT = Path(__file__).parents[2]
_SUMS = {
    "documents found in them": "given",
    "of these read": "read",
    "of these skipped, each with a reason": "skipped",
    "of these the reader crashed over": "crashed",
    "all of it: seconds by the clock": "seconds",
}
_MOST = {
    "longest wait for one batch: seconds by the clock": "slowest",
    "most memory of all processes together: MB": "memory_mb_of_all",
}


baselines = no_baselines


def ours(session: Session) -> list[Line]:
    """What the floods say of themselves; documents that are neither read nor skipped are counted by themselves."""
    count = int(os.environ.get("AVOWED_FLOOD") or COUNT) // (QUICK_STEP if session.quick else 1)
    with tempfile.TemporaryDirectory() as folder:
        said = list(_floods(count, Path(os.environ.get("AVOWED_FLOOD_KEPT") or folder)))
    sums = {name: sum(one[key] for one in said) for name, key in _SUMS.items()}
    most = {name: max(one[key] for one in said) for name, key in _MOST.items()}
    lost = sum(one["given"] - one["read"] - one["skipped"] for one in said)
    more = {
        "documents neither read nor skipped": lost,
        "faults that verify found": sum(len(one["faults"]) for one in said),
    }
    return [cost(name, value, count) for name, value in {**sums, **most, **more}.items()]


def _floods(count: int, kept: Path) -> Iterator[dict[str, Any]]:
    """What each flood said, those that were kept included."""
    kept.mkdir(parents=True, exist_ok=True)
    for number, start in enumerate(range(0, count, _AT_ONCE)):
        size, seed = min(_AT_ONCE, count - start), _SEED + number
        told = kept / f"{size}-{seed}.json"
        if not told.exists():
            said = _flood(size, seed)
            told.with_suffix(".part").write_text(said)
            told.with_suffix(".part").replace(told)
        yield json.loads(told.read_text())


def _flood(count: int, seed: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.faults.flooding", folder, str(count), str(seed), str(LONGEST)]
        done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]
