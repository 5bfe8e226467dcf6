"""Finds the text of a document of the four sets; a text is returned exactly as its source has it."""

import gzip
import io
import json
import os
import re
import tarfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SETS = ("re3d", "muc4", "canada", "polnear")
SHORTENED = frozenset(
    [
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Gen",
        "Col",
        "Maj",
        "Capt",
        "Lt",
        "Sgt",
        "Adm",
        "Gov",
        "Sen",
        "Rep",
        "Rev",
        "St",
        "Jr",
        "Sr",
        "No",
        "Inc",
        "Vs",
        "Brig",
        "Cmdr",
        "Jan",
        "Feb",
        "Aug",
        "Sept",
        "Oct",
        "Nov",
        "Dec",
    ]
)


def default_folder() -> Path:
    """The folder with the development texts: environment AVOWED_DATA, or ../shared/data beside the repository."""
    beside = Path(__file__).resolve().parents[2].parent / "shared" / "data"
    return Path(os.environ.get("AVOWED_DATA", beside))


@cache
def texts(folder: Path, set_name: str) -> dict[str, str]:
    """Document id -> text of one set; parts kept apart for measuring are left out."""
    return dict(READERS[set_name](folder))


def text_of(folder: Path, set_name: str, document: str) -> str | None:
    """The text of one document, or None when the set has no such document."""
    return texts(folder, set_name).get(document) if set_name in READERS else None


def re3d(folder: Path) -> Iterator[tuple[str, str]]:
    """Training documents on Syria and Iraq."""
    for row in packed_rows(folder / "re3d/train.jsonl.gz"):
        yield row["id"], row["text"]


def muc4(folder: Path) -> Iterator[tuple[str, str]]:
    """Training reports on Latin America."""
    for row in packed_rows(folder / "muc4/train.full.jsonl.gz"):
        yield row["docid"], row["text"]


def canada(folder: Path) -> Iterator[tuple[str, str]]:
    """Narratives of a list of armed groups."""
    with (folder / "kb/canada_listed_entities/entities.jsonl").open(encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            yield row["id"], row["narrative"] or ""


def polnear(folder: Path) -> Iterator[tuple[str, str]]:
    """Training news articles."""
    with tarfile.open(folder / "polnear/train_dev.tar.gz") as archive:
        for member in archive:
            if "/train/text/" in member.name and member.name.endswith(".txt"):
                content = archive.extractfile(member) or io.BytesIO()
                yield Path(member.name).stem, content.read().decode("utf-8")


def packed_rows(path: Path) -> list[dict]:
    """The rows of a packed file."""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        return [json.loads(row) for row in rows]


READERS = {"re3d": re3d, "muc4": muc4, "canada": canada, "polnear": polnear}


def sentences(text: str) -> list[tuple[int, int]]:
    """[start, end) of each sentence, numbered from 1 by those who quote them; blank lines always end one."""
    cuts, start = [], 0
    for gap in re.finditer(r"\n[ \t]*\n\s*|(?<=[.!?])[\"”’')\]]*(?:\[\d+\])*\s+(?=[\"“‘'(\[]*[A-Z0-9])", text):
        if "\n\n" in gap[0].replace(" ", "") or not ends_in_shortened_word(text[start : gap.start()]):
            cuts.append((start, gap.start() + len(gap[0].rstrip())))
            start = gap.end()
    return [trimmed(text, *cut) for cut in [*cuts, (start, len(text))] if text[cut[0] : cut[1]].strip()]


def ends_in_shortened_word(words: str) -> bool:
    """Whether a full stop belongs to an abbreviation."""
    last = re.search(r"([A-Za-z.]+)\.$", words)
    return bool(last) and (last[1].title() in SHORTENED or re.fullmatch(r"([A-Za-z]\.)*[A-Za-z]", last[1]) is not None)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())
