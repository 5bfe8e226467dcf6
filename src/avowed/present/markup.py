"""Elements as strings: every text and attribute is escaped where it enters, so that no report can bring a tag."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

_VOID = frozenset({"meta", "link", "br", "hr", "img", "line", "rect", "circle", "path"})
_LINKS = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of markup that was made by `element`; anything else is text and gets escaped."""

    text: str


def element(tag: str, *children: "Markup | str | Iterable[Markup | str | None] | None", **attributes: object) -> Markup:
    """An element; `class_` stands for class, `_` in names for `-`, None and False leave an attribute out."""
    named = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for name, value in attributes.items()
        if value is not None and value is not False
    )
    if tag in _VOID:
        return Markup(f"<{tag}{named}/>")
    return Markup(f"<{tag}{named}>{''.join(_flat(children))}</{tag}>")


def link(address: str, text: str) -> Markup:
    """A link where the address is http or https, else the plain text."""
    try:
        scheme = urlsplit(address).scheme.casefold()
    except ValueError:
        scheme = ""
    return element("a", text, href=address, rel="noreferrer noopener") if scheme in _LINKS else element("span", text)


def _flat(children: Iterable[object]) -> Iterable[str]:
    for child in children:
        if child is None:
            continue
        if isinstance(child, Markup):
            yield child.text
        elif isinstance(child, str):
            yield escape(child)
        elif isinstance(child, Iterable):
            yield from _flat(child)
        else:
            yield escape(str(child))
