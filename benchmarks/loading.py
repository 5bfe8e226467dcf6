"""What loading the reader costs in a fresh process, and the most memory that reading takes: `python -m benchmarks.loading`.

Texts as a JSON list come by standard input, one object of figures goes to standard output.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from time import process_time

KIB = 1024


def measured(texts: Sequence[str]) -> dict[str, float]:
    """The figures of a fresh process that loads the reader and reads these texts."""
    command = [sys.executable, "-m", __name__]
    found = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(found.stdout.splitlines()[-1])
    return told


def _figures(texts: Sequence[str]) -> dict[str, float]:
    from benchmarks import inside  # noqa: PLC0415  # its import is part of what is measured

    reader, reports = inside.annotator(), inside.reports({"id": str(at), "text": one} for at, one in enumerate(texts))
    imported = process_time()
    trained = _seconds(lambda: reader.encoder)
    parser = _seconds(lambda: reader.parser)
    for report in reports:
        reader.annotate([report])
    return {
        "seconds of processor to load the trained reader": trained,
        "seconds of processor to load the parser": parser,
        "seconds of processor until all is loaded, imports and all": imported + trained + parser,
        "most memory of a process that reads, MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB,
    }


def _seconds(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return process_time() - start


if __name__ == "__main__":
    print(json.dumps(_figures(json.load(sys.stdin))))
