"""Run as a program: reads what is given and says how it ended and how much memory that took, in this process and its children."""

import json
import resource
import sys
from datetime import date
from pathlib import Path

from avowed.read import ReadOptions, Skipped, read_paths


def main(paths: list[str]) -> None:
    outcomes = list(read_paths(map(Path, paths), ReadOptions(today=date(2024, 5, 1))))
    own, children = (
        resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    reasons = [one.reason if isinstance(one, Skipped) else "" for one in outcomes]
    sys.stdout.write(json.dumps({"reasons": reasons, "memory_mb": own, "largest_child_mb": children}))


if __name__ == "__main__":
    main(sys.argv[1:])
