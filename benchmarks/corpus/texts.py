"""Any number of texts that differ: real sentences of the development sets, mixed, with their names exchanged.

They are made when a benchmark runs and thrown away behind it.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from benchmarks.sets import polnear, re3d

SEED = 1914
_SENTENCE = re.compile(r"(?<=[a-z0-9)][.!?])\s+(?=[A-Z])")
_NAME = re.compile(r"(?<=[a-z,] )(?:[A-Z][a-z]+)(?: [A-Z][a-z]+)*")
_DAY = re.compile(
    r"\b(?:[12]?\d|3[01])(?= (?:January|February|March|April|May|June|July|August|September|October|November))"
)


def sentences(data: Path) -> list[list[str]]:
    """The sentences of each real report, in order."""
    reports = [one.text for one in re3d.load(data, "train")] + [one.text for one in polnear.load(data, "dev")]
    return [cut for text in reports if len(cut := _SENTENCE.split(" ".join(text.split()))) >= 8]


def short(reports: Sequence[Sequence[str]], longest: int) -> list[list[str]]:
    """The sentences of at most so many words; a report of which two are not left is left out."""
    kept = ([text for text in report if len(text.split()) <= longest] for report in reports)
    return [report for report in kept if len(report) > 1]


def varied(reports: Sequence[Sequence[str]], count: int, length: int = 1) -> Iterator[str]:
    """So many texts of so many following sentences; three names in four are those of another report."""
    names = sorted({name for one in reports for text in one for name in _NAME.findall(text)})
    for number in range(count):
        random = Random(f"{SEED} {number}")
        report = random.choice(reports)
        start = random.randrange(len(report) - length)
        exchanged: dict[str, str] = {}
        yield _vary(" ".join(report[start : start + length]), names, exchanged, random)


def _vary(text: str, names: Sequence[str], exchanged: dict[str, str], random: Random) -> str:
    """One name always becomes the same other one within a text."""

    def other(found: re.Match[str]) -> str:
        name = found.group()
        if name not in exchanged:
            exchanged[name] = random.choice(names) if random.random() < 0.75 else name
        return exchanged[name]

    return _DAY.sub(lambda _: str(random.randint(1, 28)), _NAME.sub(other, text))


def write(texts: Sequence[str], file: Path) -> Path:
    """Texts as a file of JSON lines."""
    rows = (
        {"id": f"t{at}", "text": text, "publisher": f"Paper {at % 50}", "published": f"20{at % 20 + 1:02d}-03-04"}
        for at, text in enumerate(texts)
    )
    with file.open("w", encoding="utf-8") as held:
        held.writelines(json.dumps(row) + "\n" for row in rows)
    return file
