"""What a parser drew from one document before its furniture is taken out; it crosses from the child as plain JSON."""

from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from avowed.read.clean import clean

PAGE_BREAK = "\f"


class Unreadable(Exception):
    """A parser cannot draw a text from this document; the message says why and what to do."""


class Scanned(Unreadable):
    """A document of pictures, which text recognition might read."""


@dataclass(frozen=True, slots=True)
class Extract:
    """Paragraphs in order and what the document says of itself; PAGE_BREAK inside a paragraph begins the next page."""

    paragraphs: tuple[str, ...]
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    published: str = ""
    guessed: str = ""
    margins: tuple[str, ...] = ()
    paged: bool = False
    notes: tuple[str, ...] = ()


def to_wire(extract: Extract) -> dict[str, Any]:
    """An extract as plain JSON values."""
    return asdict(extract)


def from_wire(values: dict[str, Any]) -> Extract:
    """The extract that a child sent, each field checked and cleaned; ValueError when it is not one."""
    known = {field.name: field.type for field in fields(Extract)}
    if set(values) - set(known) or not isinstance(values.get("paragraphs"), list):
        raise ValueError("not an extract")
    checked: dict[str, Any] = {name: _checked(values[name], known[name]) for name in values}
    return replace(Extract(()), **checked)


def _checked(value: object, kind: object) -> object:
    if kind is bool and isinstance(value, bool):
        return value
    if kind is str and isinstance(value, str):
        return " ".join(clean(value).split())
    if kind == tuple[str, ...] and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(PAGE_BREAK.join(clean(part) for part in item.split(PAGE_BREAK)) for item in value)
    raise ValueError("not an extract")
