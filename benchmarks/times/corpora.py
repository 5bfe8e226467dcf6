"""The two sets of annotated times, read from their archives; nothing is written or unpacked."""

import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import fromstring

from avowed.model.when import When, from_iso

_LAST_ANNOTATED_SENTENCE = 5
_NO_SPACE_BEFORE = frozenset((",", ".", ";", ":", "?", "!", ")", "]", "%", "'s", "’s", "n't", "'"))
_NO_SPACE_AFTER = frozenset(("(", "[", "$", "``"))
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_ELEMENT = re.compile(r"<(?P<closing>/?)(?P<name>\w+)(?P<attributes>[^>]*?)(?P<empty>/?)>")


@dataclass(frozen=True, slots=True)
class GoldTime:
    """An annotated expression: where it stands, its value (TIMEX3) or its first and last day."""

    start: int
    end: int
    value: str = ""
    first: date | None = None
    last: date | None = None
    kind: str = "date"
    scored: bool = True
    creation: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its annotated times and its date; only [0, annotated) was annotated."""

    name: str
    text: str
    published: When | None
    times: tuple[GoldTime, ...]
    annotated: int

    def without_creation(self) -> "Document":
        """The document with its own date, the easiest of all, left out of the score."""
        times = (replace(time, scored=False) if time.creation else time for time in self.times)
        return replace(self, times=tuple(times))


class _Text:
    """A text put together from its tokens, with the offsets of each."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.spans: list[tuple[int, int]] = []
        self._length, self._glue = 0, True

    def add(self, token: str, joined: bool = False) -> None:
        """Appends a token behind a space, unless it is punctuation or joined to the one before."""
        if not (self._glue or joined or token in _NO_SPACE_BEFORE):
            self._append(" ")
        start = self._length
        self._append(token)
        self.spans.append((start, self._length))
        self._glue = token in _NO_SPACE_AFTER

    def break_paragraph(self) -> None:
        """Ends a paragraph."""
        if self.pieces and self.pieces[-1] != "\n\n":
            self._append("\n\n")
            self._glue = True

    def _append(self, piece: str) -> None:
        self.pieces.append(piece)
        self._length += len(piece)

    def __str__(self) -> str:
        return "".join(self.pieces)


def _members(archive: Path, folder: str) -> Iterator[tuple[str, str]]:
    with tarfile.open(archive) as opened:
        wanted = (one for one in opened.getmembers() if folder in one.name and one.name.endswith(".xml"))
        for member in sorted(wanted, key=lambda one: one.name):
            if stream := opened.extractfile(member):
                yield Path(member.name).stem, stream.read().decode("utf-8")


def meantime(folder: Path) -> list[Document]:
    """The airbus and apple parts, with titles and first five sentences annotated."""
    archive = folder / "meantime" / "airbus_apple.tar.gz"
    return [_meantime_document(name, text) for name, text in _members(archive, "intra-doc_annotation")]


def _meantime_document(name: str, xml: str) -> Document:
    root = fromstring(xml)  # noqa: S314 - a set of our own choice, not what users bring
    text, sentence, annotated = _Text(), 0, 0
    spans: dict[str, tuple[int, int]] = {}
    for token in root.iter("token"):
        number = int(token.get("sentence", "0"))
        if number != sentence and sentence < 2:
            text.break_paragraph()
        sentence = number
        text.add(token.text or "")
        spans[token.get("t_id", "")] = text.spans[-1]
        annotated = text.spans[-1][1] if number <= _LAST_ANNOTATED_SENTENCE else annotated
    created, times = None, []
    for timex in root.iter("TIMEX3"):
        anchors = sorted(spans[anchor.get("t_id", "")] for anchor in timex.iter("token_anchor"))
        creation = timex.get("functionInDocument") == "CREATION_TIME"
        if creation:
            created = from_iso(timex.get("value", ""))
        if anchors:
            value, kind = timex.get("value", ""), timex.get("type", "DATE").lower()
            times.append(GoldTime(anchors[0][0], anchors[-1][1], value, kind=kind, creation=creation))
    return Document(name, str(text), created, tuple(sorted(times, key=lambda time: time.start)), annotated)


def gum_dates(folder: Path, part: str) -> list[Document]:
    """The training or the development part of GUM's dates."""
    listed = set((folder / "gum_dates" / "dev.txt").read_text(encoding="utf-8").split())
    archive = folder / "gum_dates" / "train_dev_xml.tar.gz"
    members = _members(archive, "xml")
    return [_gum_document(name, xml) for name, xml in members if (name in listed) == (part == "dev")]


def _gum_document(name: str, xml: str) -> Document:
    text, times = _Text(), []
    opened: list[tuple[int, str, dict[str, str]]] = []
    words, inside = 0, False
    header = dict(_ATTRIBUTE.findall(xml.split("\n", 1)[0]))
    for line in xml.split("\n")[1:]:
        element = _ELEMENT.fullmatch(line.strip())
        if element is None:
            if token := line.split("\t")[0].strip():
                text.add(_unescaped(token), joined=inside and words > 0)
                words += 1
            continue
        tag, closing = element["name"], bool(element["closing"])
        if tag == "w":
            words, inside = 0, not closing
        elif tag in ("p", "head", "item", "figure", "caption", "list") and not element["empty"]:
            text.break_paragraph()
        elif tag in ("date", "time") and not element["empty"]:
            if not closing:
                opened.append((len(text.spans), tag, dict(_ATTRIBUTE.findall(element["attributes"]))))
            elif opened and len(text.spans) > opened[-1][0]:
                times.append(_gum_time(text, *opened.pop()))
    published = from_iso(header["dateCreated"]) if header.get("dateCreated") else None
    whole = str(text)
    return Document(name, whole, published, tuple(sorted(times, key=lambda time: time.start)), len(whole))


def _unescaped(token: str) -> str:
    return token.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


def _gum_time(text: _Text, first_token: int, tag: str, attributes: dict[str, str]) -> GoldTime:
    start, end = text.spans[first_token][0], text.spans[-1][1]
    try:
        first, last = gum_interval(attributes)
    except ValueError:
        first = last = None
    return GoldTime(start, end, "", first, last, tag, scored=tag == "date" and (first or last) is not None)


def gum_interval(attributes: dict[str, str]) -> tuple[date | None, date | None]:
    """First and last day of TEI's `when`, `from`, `to`, `notBefore`, `notAfter`; ValueError without a year."""
    if "when" in attributes:
        whole = _tei(attributes["when"])
        return whole.first, whole.last
    begin, end = (
        attributes.get(names[0], attributes.get(names[1])) for names in (("from", "notBefore"), ("to", "notAfter"))
    )
    return (_tei(begin).first if begin else None, _tei(end).last if end else None)


def _tei(written: str) -> When:
    return from_iso(written.split("T", maxsplit=1)[0])
