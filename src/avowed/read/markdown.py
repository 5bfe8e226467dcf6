"""Markdown into its words; runs in the child. Pictures and code are left out, link texts stay."""

import re
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from avowed.read.decode import decode
from avowed.read.extract import Extract, Unreadable
from avowed.read.flat import flat_paragraphs

_FRONT = re.compile(r"---[ \t]*\n((?:[^\n]{0,500}\n){0,60}?)(?:---|\.\.\.)[ \t]*\n")
_FIELD = re.compile(r"(?m)^(title|date|published|author|publisher|source|url)[ \t]*:[ \t]*(.{1,400})$", re.I)
_WORDS = {"text", "code_inline", "softbreak", "hardbreak"}


def parse_markdown(content: bytes, order: dict[str, Any]) -> Extract:  # noqa: ARG001  # as every parser
    """The words of a Markdown document, one paragraph a block; its first heading is the title."""
    decoded = decode(content)
    front = _FRONT.match(decoded.text)
    fields = {name.lower(): _unquoted(value) for name, value in _FIELD.findall(front.group(1))} if front else {}
    tokens = MarkdownIt("commonmark").enable("table").parse(decoded.text[front.end() if front else 0 :])
    paragraphs = _blocks(tokens)
    if not paragraphs:
        raise Unreadable("no text was found in this Markdown document; check that it is the right file")
    title = fields.get("title") or _first_heading(tokens)
    return Extract(
        paragraphs,
        title,
        fields.get("publisher", ""),
        (fields["author"],) if "author" in fields else (),
        fields.get("url", ""),
        fields.get("date") or fields.get("published", ""),
        notes=(decoded.note,),
    )


def _unquoted(value: str) -> str:
    return value.strip().strip("\"'").strip()


def _first_heading(tokens: list[Token]) -> str:
    for token, inner in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return _words(inner)
    return ""


def _blocks(tokens: list[Token]) -> tuple[str, ...]:
    """Inline blocks as paragraphs; the cells of one row of a table are one paragraph."""
    found: list[str] = []
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            found.append(" | ".join(filter(None, row or [])))
            row = None
        elif token.type == "html_block":
            found.extend(flat_paragraphs(token.content))
        elif token.type == "inline":
            (found if row is None else row).append(_words(token))
    return tuple(filter(None, found))


def _words(token: Token) -> str:
    parts = (" " if "break" in child.type else child.content for child in token.children or () if child.type in _WORDS)
    return " ".join("".join(parts).split())
