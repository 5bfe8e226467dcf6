"""How much memory a process and all its children hold at once, pages that they share counted once (Linux)."""

import threading
from pathlib import Path

_PROC = Path("/proc")


def held_mb(root: int) -> float:
    """Megabytes of a process and everything that it started, by proportional set size."""
    return sum(map(_held_kb, _family(root))) / 1024


def _family(root: int) -> list[int]:
    parents: dict[int, int] = {}
    for place in _PROC.glob("[0-9]*"):
        try:
            parents[int(place.name)] = int(place.joinpath("stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
    family = [root]
    for known in family:
        family += [one for one, parent in parents.items() if parent == known]
    return family


def _held_kb(process: int) -> int:
    try:
        lines = (_PROC / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


class Most:
    """The most that was held at once, looked at twice a second until it is stopped."""

    def __init__(self, root: int) -> None:
        self.root, self.mb = root, 0.0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "Most":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._stop.wait(0.5):
            self.mb = max(self.mb, held_mb(self.root))
