"""News feeds (RSS, RSS 1.0, Atom): each entry is a document of its own; runs in the child."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from avowed.read.extract import Extract, Unreadable
from avowed.read.flat import flat_paragraphs
from avowed.read.markup import local, xml_tree

_ENTRIES = frozenset({"item", "entry"})
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "issued", "updated", "modified")
_MOST_ENTRIES = 20_000


def entries(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Each entry of a feed with its name, as a feed of this one entry."""
    root = xml_tree(content, lenient=True)
    found = _outermost(root)[:_MOST_ENTRIES]
    head = _head(root)
    for number, entry in enumerate(found, start=1):
        alone = etree.Element("feed")
        alone.append(deepcopy(head))
        alone.append(deepcopy(entry))
        alone[-1].tail = None
        yield _link(entry) or str(number), etree.tostring(alone, encoding="utf-8")


def parse_feed(content: bytes, order: dict[str, Any]) -> Extract:  # noqa: ARG001  # as every parser
    """The one entry of a feed; Unreadable when it has none or no words."""
    root = xml_tree(content, lenient=True)
    found = _outermost(root)
    if len(found) != 1:
        raise Unreadable("a feed that is not of one entry; add the file that holds it")
    entry = found[0]
    name = next((child for child in _TEXTS if _flat(entry, child)), "")
    paragraphs = _flat(entry, name)
    if not paragraphs:
        raise Unreadable("an entry of a feed without words; open its address, save the page and add that")
    whole = name in ("encoded", "content")
    return Extract(
        paragraphs,
        " ".join(_flat(entry, "title")),
        " ".join(_flat(_head(root), "title")),
        _authors(entry),
        _link(entry),
        next(filter(None, (_day(_text(entry, name)) for name in _DATES)), ""),
        notes=() if whole else ("only the summary that the feed gives, not the whole story",),
    )


def _outermost(root: etree._Element) -> list[etree._Element]:
    """Entries that lie in no other: one that holds further ones is a single document."""
    named = (element for element in root.iter() if local(element) in _ENTRIES)
    return [one for one in named if not any(local(up) in _ENTRIES for up in one.iterancestors())]


def _head(root: etree._Element) -> etree._Element:
    """The feed's title in an element of its own."""
    head = etree.Element("about")
    for element in root.iter():
        if local(element) == "title":
            title = etree.SubElement(head, "title")
            title.text = " ".join("".join(element.itertext()).split())[:300]
            break
        if local(element) in _ENTRIES:
            break
    return head


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element if local(child) == name), None)


def _text(element: etree._Element, name: str) -> str:
    child = _child(element, name)
    return "" if child is None else " ".join("".join(child.itertext()).split())


def _flat(element: etree._Element, name: str) -> tuple[str, ...]:
    """The paragraphs of a child that holds HTML, escaped or as elements."""
    child = _child(element, name)
    if child is None:
        return ()
    if len(child):
        return flat_paragraphs(etree.tostring(child, encoding="unicode", with_tail=False))
    return flat_paragraphs(child.text or "")


def _authors(entry: etree._Element) -> tuple[str, ...]:
    people = (child for child in entry if local(child) in ("creator", "author"))
    names = (_text(person, "name") or " ".join("".join(person.itertext()).split()) for person in people)
    return tuple(filter(None, names))


def _link(entry: etree._Element) -> str:
    """The address of the story itself, never of its picture or its comments."""
    for child in entry:
        if local(child) == "link" and child.get("rel", "alternate") == "alternate":
            address = (child.get("href") or child.text or "").strip()
            if address.startswith(("http://", "https://")):
                return str(address)
    return ""


def _day(words: str) -> str:
    """The day of a date as feeds write it, in ISO 8601; empty when it is none."""
    try:
        return datetime.fromisoformat(words).date().isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(words).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
