"""All visible text of a page without regard to its structure, for pages that no tree can hold; in linear time."""

from html.parser import HTMLParser

_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "title", "select", "textarea", "button"})
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
    }
)


class _Flat(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[list[str]] = [[]]
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # as inherited
        if not self._silent and tag in _SILENT:
            self._silent = tag
        if tag not in _INLINE:
            self.parts.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        if tag not in _INLINE:
            self.parts.append([])

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts[-1].append(data)


def flat_paragraphs(page: str) -> tuple[str, ...]:
    """Each run of visible text between two block tags."""
    parser = _Flat()
    parser.feed(page)
    parser.close()
    joined = (" ".join("".join(part).split()) for part in parser.parts)
    return tuple(paragraph for paragraph in joined if paragraph)
