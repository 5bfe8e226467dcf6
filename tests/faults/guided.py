"""Fuzzing led by coverage, for whoever has atheris: `python -m tests.faults.guided html -max_total_time=60`.

What crashes is written to the current folder; put it into tests/corpus/mutants once its cause is known.
"""

import io
import sys
import tempfile
from pathlib import Path

import atheris  # type: ignore[import-not-found,unused-ignore]  # it is no part of the environment

with atheris.instrument_imports(include=["avowed.read", "trafilatura", "htmldate", "warcio", "email", "zipfile"]):
    from avowed.read.child import answer
    from avowed.read.outcome import Container, Limits, Original
    from avowed.read.rows import ANY_DAY, read_row
    from avowed.read.sniff import container, sniff
    from avowed.read.unpacking import taken_apart
    from tests.faults.mutating import SEEDS

ORDER = {"latest": "2024-05-01", "pages": 200}


def parsed(kind: str, content: bytes) -> None:
    """Whatever these bytes are, they end as an outcome."""
    sniff(content)
    container(content[:8192])
    if kind in ("zip", "warc"):
        for _ in taken_apart(io.BytesIO(content), Container(kind), Limits(parts=50, archive_bytes=1 << 24)):
            pass
    elif kind == "jsonl":
        read_row(Original("here", content, jsonl=True), ANY_DAY)
    else:
        answer({"kind": "markdown" if kind == "text" else kind, **ORDER}, content)


def main() -> None:
    kind, options = sys.argv[1], sys.argv[2:]
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(SEEDS[kind]):
            Path(folder, f"seed-{number}").write_bytes(seed)
        atheris.Setup(
            [sys.argv[0], *options, "-timeout=20", "-rss_limit_mb=1500", folder], lambda data: parsed(kind, data)
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
