"""PolNeAR: news articles with source, cue and content of every attribution, in brat stand-off files."""

import re
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scoring.attribution import Saying
from benchmarks.scoring.spans import Span
from benchmarks.sets import existing

_SPAN = re.compile(r"(T\d+)\t\S+ ([\d ;]+)\t")
_EVENT = re.compile(r"E\d+\t(.+)")


@dataclass(frozen=True, slots=True)
class Document:
    """One article and its attributions."""

    id: str
    text: str
    sayings: tuple[Saying, ...]


def load(root: Path, part: str) -> list[Document]:
    """The articles of a part; of one annotated several times the first annotator's are taken."""
    texts: dict[str, str] = {}
    notes: dict[str, str] = {}
    for name, content in _files(root, part):
        stem = Path(name).stem
        if name.endswith(".txt"):
            texts[stem] = content
        elif name.endswith(".ann"):
            notes.setdefault(stem.rsplit("_", 1)[0], content)
    return [Document(name, texts[name], tuple(sayings(notes[name].split("\n")))) for name in sorted(notes)]


def _files(root: Path, part: str) -> Iterator[tuple[str, str]]:
    with tarfile.open(existing(root / "polnear" / "train_dev.tar.gz")) as packed:
        wanted = (one for one in packed.getmembers() if one.isfile() and one.name.startswith(f"data/{part}/"))
        for one in sorted(wanted, key=lambda member: member.name):
            file = packed.extractfile(one)
            if file:
                yield one.name, file.read().decode("utf-8")


def sayings(lines: Iterable[str]) -> Iterator[Saying]:
    """The attributions of a brat file; pieces of a content stay apart, a line that goes on is passed over."""
    spans: dict[str, tuple[Span, ...]] = {}
    events = []
    for line in lines:
        if span := _SPAN.match(line):
            spans[span.group(1)] = _pieces(span.group(2))
        elif event := _EVENT.match(line):
            events.append(event.group(1).split())
    yield from (found for parts in events if (found := _saying(parts, spans)).content)


def _pieces(offsets: str) -> tuple[Span, ...]:
    pairs = (piece.split() for piece in offsets.split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)


def _saying(event: Iterable[str], spans: dict[str, tuple[Span, ...]]) -> Saying:
    parts: dict[str, tuple[Span, ...]] = {}
    for argument in event:
        role, _, id_ = argument.partition(":")
        parts[role.rstrip("0123456789")] = parts.get(role.rstrip("0123456789"), ()) + spans[id_]
    return Saying(_whole(parts.get("Source")), _whole(parts.get("Cue")), parts.get("Content", ()))


def _whole(pieces: tuple[Span, ...] | None) -> Span | None:
    return (pieces[0][0], pieces[-1][1]) if pieces else None
