"""Run as a program: writes hostile and random documents under names that say nothing; one in eight is noise.

`python -m tests.faults.documents FOLDER COUNT SEED LONGEST`: COUNT documents of LONGEST bytes at most, in FOLDER.
"""

import sys
from pathlib import Path
from random import Random

from tests.faults.mutating import SEEDS, mutant, noise

_KINDS = [*SEEDS]


def main(folder: Path, count: int, seed: int, longest: int) -> None:
    chance = Random(seed)
    for number in range(count):
        content = noise(chance) if number % 8 == 0 else mutant(chance, _KINDS[number % len(_KINDS)])
        while len(content) > longest:
            content = mutant(chance, chance.choice(_KINDS))
        path = folder / f"{number // 500:03}" / f"{number:05}.bin"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
