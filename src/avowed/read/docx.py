"""A Word document into its paragraphs; runs in the child. Deleted and hidden words stay out, tables go row by row."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from avowed.read.extract import Extract, Unreadable
from avowed.read.markup import local, xml_tree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MOST_OF_A_PART = 64 * 1024 * 1024
_TITLES = ("title", "heading1")
_SILENT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}rPr", f"{_W}pPr", _FALLBACK})
_SPACES = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}


def parse_docx(content: bytes, order: dict[str, Any]) -> Extract:  # noqa: ARG001  # as every parser
    """The words of a Word document; its notes stand at the end."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        body = xml_tree(_part(archive, "word/document.xml"))
        about = _about(archive)
        paragraphs = [*_blocks(body), *_notes(archive)]
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, EOFError, RuntimeError, OSError) as fault:
        raise Unreadable("a damaged or locked Word document; save it anew, without a password, and add that") from fault
    if not paragraphs:
        raise Unreadable("no text was found in this Word document; check that it is the right file")
    title = about.get("title") or _title(body)
    author = about.get("creator", "")
    made = about.get("created", "")[:10]
    return Extract(
        tuple(paragraphs),
        title,
        authors=(author,) if author else (),
        notes=(f"the file says that it was made on {made}",) if made else (),
    )


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        content = part.read(_MOST_OF_A_PART + 1)
    if len(content) > _MOST_OF_A_PART:
        raise Unreadable("a Word document that unpacks to more than is read; save its text as plain text and add that")
    return content


def _about(archive: zipfile.ZipFile) -> dict[str, str]:
    """The document's own properties by their names; none where they are missing or damaged."""
    try:
        root = xml_tree(_part(archive, "docProps/core.xml"))
    except (KeyError, Unreadable):
        return {}
    return {local(child): " ".join((child.text or "").split()) for child in root}


def _blocks(root: etree._Element) -> Iterator[str]:
    """Paragraphs in order, a row of a table being one."""
    rows = set(root.iter(f"{_W}tr"))
    for element in root.iter(f"{_W}p", f"{_W}tr"):
        if any(up in rows or up.tag in (f"{_W}p", _FALLBACK) for up in element.iterancestors()):
            continue
        if element.tag == f"{_W}tr":
            words = " | ".join(filter(None, (_words(cell) for cell in element.iter(f"{_W}tc"))))
        else:
            words = _words(element)
        if words:
            yield words


def _words(element: etree._Element) -> str:
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: etree._Element) -> Iterator[str]:
    """The shown words below an element, without going through what is deleted or hidden."""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if one.tag in _SILENT or (one.tag == f"{_W}r" and _hidden(one)):
            continue
        if one.tag == f"{_W}t":
            yield one.text or ""
        elif one.tag in _SPACES:
            yield _SPACES[one.tag]
        elif one is not element and one.tag == f"{_W}p":
            yield " "
        waiting.extend(reversed(one))


def _hidden(run: etree._Element) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val", "true") not in ("0", "false", "off")


def _notes(archive: zipfile.ZipFile) -> Iterator[str]:
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        if name in archive.NameToInfo:
            yield from _blocks(xml_tree(_part(archive, name)))


def _title(body: etree._Element) -> str:
    for paragraph in body.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if style is not None and style.get(f"{_W}val", "").lower() in _TITLES:
            return _words(paragraph)[:300]
    return ""
