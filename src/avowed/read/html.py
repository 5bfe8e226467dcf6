"""A saved web page into its story and what it says of itself; runs in the child, and never asks the network."""

import re
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

import lxml.html  # type: ignore[import-untyped]  # it ships no types
from htmldate import find_date
from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from avowed.model.names import fold
from avowed.read.decode import decode
from avowed.read.extract import Extract, Unreadable
from avowed.read.flat import flat_paragraphs
from avowed.read.tables import load

_EARLIEST = "1990-01-01"
_BLOCKS = frozenset({"p", "head", "quote", "list", "item", "table", "row", "lb", "code", "div"})
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,6}\)(https?://[^\s>]{1,2000})|\burl: (https?://[^\s>]{1,2000})")
_DATED_PARTS = './/script[@type="application/ld+json"] | .//*[@itemprop="datePublished"] | .//meta'
_JOINTS = re.compile(r"^[\s|–—·:»-]+|[\s|–—·:»-]+$")
# Finding the main text took up to 3 s of processor time for so many tags, and grows faster than their number.
_MOST_TAGS = 25_000
_HEAD = 50_000
_FIRST_OF_JANUARY = re.compile(r"\b(?:0?1(?:st)? jan|jan(?:uary)?\.? 0?1(?:st)?\b|0?1[-/.]0?1\b)", re.I)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a page says of itself."""

    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""


def parse_html(content: bytes, order: dict[str, Any]) -> Extract:
    """The story of one page; Unreadable when no text can be found in it."""
    decoded = decode(content, declared=True)
    crowded = decoded.text.count("<") > _MOST_TAGS
    tree, deep = _tree(decoded.text[:_HEAD] if crowded else decoded.text)
    found = None if tree is None else _main_text(tree)
    notes = [decoded.note]
    said, paragraphs = found if found else (_Said(), ())
    if crowded or deep or not paragraphs:
        paragraphs = flat_paragraphs(decoded.text)
        notes.append("the story could not be told from the rest of the page, so all its text was taken")
    if not any(len(paragraph) > 40 for paragraph in paragraphs):
        raise Unreadable("no text was found in this page; it may be built by a script: open it, save it anew or as PDF")
    published, guessed = _dates(tree, str(order.get("latest", ""))) if tree is not None else ("", "")
    url = said.url or _saved_from(decoded.text)
    return Extract(paragraphs, said.title, said.publisher, said.authors, url, published, guessed, notes=tuple(notes))


def _tree(text: str) -> tuple[HtmlElement | None, bool]:
    """The parsed page, and whether the parser gave up on its depth and lost what lies below."""
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(text.encode(), parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, True
    return tree, any("depth" in entry.message for entry in parser.error_log)


@cache
def prunings() -> tuple[etree.XPath, ...]:
    """The table of parts that are never the story."""
    return tuple(etree.XPath(row["xpath"]) for row in load("html")["row"])


def prune(tree: HtmlElement) -> HtmlElement:
    """The page without captions, forms, menus and the like; words after such a part stay."""
    for find in prunings():
        for part in find(tree):
            if part.getparent() is not None:
                part.drop_tree()
    return tree


def _main_text(tree: HtmlElement) -> tuple[_Said, tuple[str, ...]] | None:
    document = bare_extraction(prune(deepcopy(tree)), include_comments=False, with_metadata=True)
    if document is None or isinstance(document, dict):
        return None
    publisher = document.sitename or _site(tree, document.title or "")
    authors = tuple(name.strip() for name in (document.author or "").split(";") if name.strip())
    said = _Said(_title(document.title or "", publisher), publisher, authors, document.url or "")
    return said, _paragraphs(document.body)


def _site(tree: HtmlElement, title: str) -> str:
    """The name that the page's title bears beside the headline, as the head of the page writes it."""
    whole = " ".join((tree.findtext(".//head/title") or "").split())
    rest = _JOINTS.sub("", whole.replace(title, "")) if title and title in whole else ""
    if not rest or len(rest) > 60:
        return ""
    links = (" ".join(link.text_content().split()) for link in islice(tree.iter("a"), 20))
    return next((link for link in links if fold(link) == fold(rest)), rest)


def _title(title: str, publisher: str) -> str:
    """The headline without the name of the site behind it."""
    for mark in (" - ", " | ", " – ", " — ", " · ", " :: "):
        head, found, tail = title.rpartition(mark)
        if found and publisher and tail.strip().casefold() in {publisher.casefold(), f"the {publisher.casefold()}"}:
            return head.strip()
    return title.strip()


def _paragraphs(body: etree._Element) -> tuple[str, ...]:
    """The text of each block of the main text, in order; a row of a table is one paragraph."""
    parts: list[list[str]] = [[]]
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag == "cell":
            parts[-1].append(" | " if event == "start" and "".join(parts[-1]).strip() else "")
        elif element.tag in _BLOCKS:
            parts.append([])
        if event == "start":
            parts[-1].append(element.text or "")
        elif element is not body:
            parts[-1].append(element.tail or "")
    joined = (" ".join("".join(part).split()) for part in parts)
    return tuple(paragraph for paragraph in joined if paragraph)


def _saved_from(text: str) -> str:
    """The address that a browser wrote into the page when it saved it."""
    found = _SAVED_FROM.search(text, 0, 20_000)
    return (found.group(1) or found.group(2)) if found else ""


def _dates(tree: HtmlElement, latest: str) -> tuple[str, str]:
    """The date of publication by the page's metadata, and, without one, by what the page shows."""
    head = lxml.html.document_fromstring("<html><head></head><body></body></html>")
    for part in tree.xpath(_DATED_PARTS):
        head.head.append(deepcopy(part))
    for link in tree.xpath('.//link[@rel="canonical"]'):
        head.head.append(deepcopy(link))
    said = _date(head, latest, thorough=False)
    if said:
        return said, ""
    guessed = _date(tree, latest, thorough=True)
    if guessed.endswith("-01-01") and not _FIRST_OF_JANUARY.search(" ".join(tree.itertext())):
        guessed = ""  # a year alone, which the search fills up with its first day
    return "", guessed


def _date(tree: HtmlElement, latest: str, *, thorough: bool) -> str:
    found = find_date(tree, extensive_search=thorough, original_date=True, min_date=_EARLIEST, max_date=latest or None)
    return found or ""
