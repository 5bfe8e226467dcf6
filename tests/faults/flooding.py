"""Run as a program: hostile and random documents through `add`, and what that cost as one line of JSON.

`python -m tests.faults.flooding FOLDER COUNT [SEED [LONGEST]]`: COUNT documents of LONGEST bytes at most, and a case, in FOLDER.
"""

import json
import os
import resource
import sys
import time
from pathlib import Path
from random import Random

from avowed import Case
from tests.faults.mutating import SEEDS, mutant, noise
from tests.faults.summing import Most

_KINDS = [*SEEDS]


def documents(chance: Random, count: int, folder: Path, longest: int) -> int:
    """Write so many documents under names that say nothing; one in eight is noise."""
    for number in range(count):
        content = noise(chance) if number % 8 == 0 else mutant(chance, _KINDS[number % len(_KINDS)])
        while len(content) > longest:
            content = mutant(chance, chance.choice(_KINDS))
        path = folder / f"{number // 500:03}" / f"{number:05}.bin"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return count


def main(folder: Path, count: int, seed: int, longest: int) -> None:
    given = documents(Random(seed), count, folder / "in", longest)
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
        "files": given,
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


if __name__ == "__main__":
    seed, longest = (int(sys.argv[at]) if len(sys.argv) > at else usual for at, usual in ((3, 1), (4, 1 << 30)))
    main(Path(sys.argv[1]), int(sys.argv[2]), seed, longest)
