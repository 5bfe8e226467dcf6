"""Run as a program: hostile and random documents through `add`, and what that cost as one line of JSON.

`python -m tests.faults.flooding FOLDER COUNT [SEED [LONGEST]]`: COUNT documents of LONGEST bytes at most, and a case, in FOLDER.
"""

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

from avowed import Case
from tests.faults.summing import Most


def main(folder: Path, count: int, seed: int, longest: int) -> None:
    _written(folder / "in", count, seed, longest)
    slowest, last, sources = 0.0, time.monotonic(), set()

    def tell(step) -> None:
        nonlocal slowest, last
        slowest, last = max(slowest, time.monotonic() - last), time.monotonic()
        sources.add(step.source)

    begun = time.monotonic()
    with Most(os.getpid()) as most, Case.create(folder / "case") as case:
        added = case.add([folder / "in"], tell=tell)
        faults = list(case.verify())
        counts = case.counts()
    own, children = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    reasons: dict[str, int] = {}
    for one in added.skipped:
        reasons[one.reason[:60]] = reasons.get(one.reason[:60], 0) + 1
    said = {
        "files": count,
        "given": added.given,
        "read": len(added.read) + len(added.already) + len(added.copies),
        "skipped": len(added.skipped),
        "told": len(sources),
        "reports": counts["reports"],
        "crashed": sum("crashed" in one.reason for one in added.skipped),
        "seconds": round(time.monotonic() - begun, 1),
        "slowest": round(slowest, 1),
        "memory_mb_of_all": round(most.mb),
        "memory_mb": round(own / 1024),
        "largest_child_mb": round(children / 1024),
        "faults": faults,
        "reasons": dict(sorted(reasons.items(), key=lambda item: -item[1])[:25]),
    }
    sys.stdout.write(json.dumps(said) + "\n")


def _written(folder: Path, *numbers: int) -> None:
    """The documents, written by a process of its own: what making them takes is not what reading them takes."""
    command = [sys.executable, "-m", "tests.faults.documents", str(folder), *map(str, numbers)]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    seed, longest = (int(sys.argv[at]) if len(sys.argv) > at else usual for at, usual in ((3, 1), (4, 1 << 30)))
    main(Path(sys.argv[1]), int(sys.argv[2]), seed, longest)
