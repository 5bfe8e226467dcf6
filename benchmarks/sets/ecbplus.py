"""ECB+ topics 1-35: events of news articles, which of them are the same, gold mentions given."""

import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from benchmarks.sets import existing


@dataclass(frozen=True, slots=True)
class EventMention:
    """One gold mention of an event: its document, where it stands in the document's text, its words and its event."""

    document: str
    span: tuple[int, int]
    words: str
    event: str

    @property
    def key(self) -> tuple[str, tuple[int, int]]:
        """What tells one mention from all others."""
        return (self.document, self.span)


@dataclass(frozen=True, slots=True)
class Document:
    """One article with its event mentions; `topic` is the topic's number."""

    id: str
    topic: str
    text: str
    mentions: tuple[EventMention, ...]


def load(root: Path) -> list[Document]:
    """All articles of the topics that may be looked at, by name."""
    with tarfile.open(existing(root / "ecbplus" / "topics_1-35.tar.gz")) as packed:
        members = sorted((one for one in packed.getmembers() if one.name.endswith(".xml")), key=lambda one: one.name)
        files = ((one.name, packed.extractfile(one)) for one in members)
        return [document(Path(name), fromstring(file.read())) for name, file in files if file]  # noqa: S314 a file of the development data


def document(path: Path, root: Element) -> Document:
    """One article; tokens are joined by spaces, sentences by newlines."""
    text, spans = _text(root)
    events = dict(_events(path.stem, root))
    mentions = (_mention(path.stem, one, text, spans, events) for one in _actions(root))
    return Document(path.stem, path.parent.name, text, tuple(sorted(mentions, key=lambda one: one.span)))


def _text(root: Element) -> tuple[str, dict[str, tuple[int, int]]]:
    pieces: list[str] = []
    spans: dict[str, tuple[int, int]] = {}
    at, sentence = 0, "0"
    for token in root.findall("token"):
        word = token.text or ""
        gap = "" if not pieces else " " if token.attrib["sentence"] == sentence else "\n"
        at += len(gap)
        spans[token.attrib["t_id"]] = (at, at + len(word))
        pieces.append(gap + word)
        at, sentence = at + len(word), token.attrib["sentence"]
    return "".join(pieces), spans


def _actions(root: Element) -> Iterator[Element]:
    marks = root.find("Markables")
    kinds = ("ACTION", "NEG_ACTION")
    yield from (one for one in marks or () if one.tag.startswith(kinds) and one.findall("token_anchor"))


def _events(name: str, root: Element) -> Iterator[tuple[str, str]]:
    """(mention id, event): an event across articles has its own name, one within an article that of its relation."""
    for relation in root.iterfind("Relations/*"):
        across = relation.tag.startswith("CROSS_DOC") and relation.attrib.get("note")
        event = across or f"{name}:{relation.attrib['r_id']}"
        yield from ((source.attrib["m_id"], event) for source in relation.findall("source"))


def _mention(
    name: str, one: Element, text: str, spans: dict[str, tuple[int, int]], events: dict[str, str]
) -> EventMention:
    anchors = [spans[token.attrib["t_id"]] for token in one.findall("token_anchor")]
    span = (anchors[0][0], anchors[-1][1])
    event = events.get(one.attrib["m_id"])
    return EventMention(name, span, text[slice(*span)], event or f"{name}:{one.attrib['m_id']}")
