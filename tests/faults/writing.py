"""Run as a program beside others of its kind: adds reports and decides on them for some seconds, and says what it did."""

import json
import sys
import time
from pathlib import Path

from avowed.model.decisions import Decision, Verdict
from avowed.store import open_case, write
from avowed.walk.rebuild import rebuild
from tests.building import Told, reading, report

AT = "2024-01-01T00:00:00+00:00"


def main(case: Path, name: str, seconds: float) -> None:
    until = time.monotonic() + seconds
    reports, decisions, faults = [], [], []
    with open_case(case) as store:
        while time.monotonic() < until:
            number = len(reports)
            try:
                told = reading(
                    report(f"Ash{name} backs Birch{name}, day {number}."), Told(f"Ash{name}", f"Birch{name}")
                )
                write.add_reading(store, told, AT)
                reports.append(told.report.id)
                decisions.append(write.decide(store, Decision(0, Verdict.GRADE, f"{name}{number}", "B", name, AT)))
                if number % 20 == 0:
                    rebuild(store)
            except Exception as fault:  # whatever it is, the test names it
                faults.append(f"{type(fault).__name__}: {fault}")
        rebuild(store)
    sys.stdout.write(json.dumps({"reports": reports, "decisions": decisions, "faults": faults}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]))
