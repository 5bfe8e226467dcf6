"""What a command costs with every process that it starts: seconds of processor, memory at its highest, time by the clock."""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

_PAUSE = 0.5
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor of all processes, most memory at once in MiB (shared pages once), seconds by the clock."""

    processor: float
    memory: float
    wall: float
    said: str


def watched(command: Sequence[str]) -> Cost:
    """Run a command to its end, looking at its processes twice a second; RuntimeError where it fails."""
    began, spent, most = monotonic(), dict[int, float](), 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
        while run.poll() is None:
            tree = _tree(run.pid)
            spent |= {one: max(_processor(one), spent.get(one, 0.0)) for one in tree}
            most = max(most, sum(map(_memory, tree)))
            sleep(_PAUSE)
        said = run.stdout.read() if run.stdout else ""
    if run.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)} ended with {run.returncode}")
    return Cost(sum(spent.values()), most, monotonic() - began, said)


def processor_below(root: int) -> float:
    """Seconds of processor that a process and all that now run below it have used so far."""
    return sum(map(_processor, _tree(root)))


def _tree(root: int) -> list[int]:
    """A process and all below it."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (stat := _read(entry / "stat")):
            parents[int(entry.name)] = int(stat.rpartition(")")[2].split()[1])
    found = [root]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def _processor(process: int) -> float:
    fields = _read(Path(f"/proc/{process}/stat")).rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS if fields else 0.0


def _memory(process: int) -> float:
    for line in _read(Path(f"/proc/{process}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""  # it has ended meanwhile
