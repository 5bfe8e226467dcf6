"""An extract into a report: furniture out, title on top, date, origin and language found; the text is final here."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from avowed.model.evidence import Origin, Report, Span, report_id
from avowed.model.names import fold
from avowed.read.extract import PAGE_BREAK, Extract
from avowed.read.furniture import Stripped, strip
from avowed.read.language import language
from avowed.read.origin import is_outlet, origin, origin_named, outlet_in
from avowed.read.outcome import Format, Original, Outcome, ReadOptions, Skipped
from avowed.read.published import published

_GAP = "\n\n"


def compose(extract: Extract, original: Original, kind: Format, options: ReadOptions) -> Outcome:
    """The report that an extract makes, or why it makes none."""
    plain = [_plain(paragraph) for paragraph in extract.paragraphs]
    stripped = strip(plain, extract.title)
    if not any(char.isalpha() for place in stripped.kept for char in plain[place]):
        return Skipped(original.source, "holds no text but the furniture of a page; save the page anew or as PDF")
    laid = _lay_out(extract, stripped, plain)
    publisher = extract.publisher or next(iter(stripped.publishers), "") or outlet_in(extract.margins)
    code, doubt = language(laid.text)
    return Report(
        id=report_id(laid.text),
        source=extract.url if extract.url.startswith(("http://", "https://")) else original.source,
        text=laid.text,
        title=stripped.title,
        publisher=publisher,
        authors=_authors(extract, stripped),
        published=published(extract, stripped, laid.text, options),
        language=code,
        origin=_origin(laid.text, publisher, extract, stripped),
        pages=laid.pages,
        sha256=original.sha256,
        format=kind.value,
        notes=(*extract.notes, *_left_out(stripped), *filter(None, [doubt])),
    )


@dataclass(frozen=True, slots=True)
class _LaidOut:
    text: str
    pages: tuple[Span, ...] = ()


def _plain(paragraph: str) -> str:
    return paragraph.replace(PAGE_BREAK, "")


def _lay_out(extract: Extract, stripped: Stripped, plain: Sequence[str]) -> _LaidOut:
    """The kept paragraphs below the title, which stands on top once, and where each page lies."""
    top = _title_line(stripped, plain) if not extract.paged else ""
    parts = [top] if top else []
    breaks: list[int] = []
    at = len(top) + len(_GAP) if top else 0
    kept = set(stripped.kept)
    for place, paragraph in enumerate(extract.paragraphs):
        breaks += [at + offset for offset in _breaks(paragraph, place in kept)]
        if place in kept:
            parts.append(plain[place].replace("\t", " "))
            at += len(plain[place]) + len(_GAP)
    text = _GAP.join(parts)
    return _LaidOut(text, _pages(breaks, len(text)) if extract.paged else ())


def _breaks(paragraph: str, kept: bool) -> list[int]:
    """Where in a paragraph, page breaks left aside, each new page begins."""
    offsets: list[int] = []
    if PAGE_BREAK not in paragraph:
        return offsets
    for before, char in enumerate(paragraph):
        if char == PAGE_BREAK:
            offsets.append(before - len(offsets) if kept else 0)
    return offsets


def _pages(breaks: Sequence[int], length: int) -> tuple[Span, ...]:
    edges = [0, *(min(at, length) for at in breaks), length]
    return tuple(Span(start, end) for start, end in pairwise(edges))


def _title_line(stripped: Stripped, plain: Sequence[str]) -> str:
    """The title, where the text does not begin with it already."""
    wanted = fold(stripped.title)
    if not wanted:
        return ""
    opening = [fold(plain[place]) for place in stripped.kept[:2] if len(plain[place]) <= 400]
    shown = any(line == wanted or (len(line) > 20 and (line in wanted or line.startswith(wanted))) for line in opening)
    return "" if shown else stripped.title


def _authors(extract: Extract, stripped: Stripped) -> tuple[str, ...]:
    return tuple(dict.fromkeys(extract.authors or stripped.authors))


def _origin(text: str, publisher: str, extract: Extract, stripped: Stripped) -> Origin | None:
    signed = (*stripped.origins, *filter(is_outlet, extract.authors))
    named = [name for name in signed if fold(name) != fold(publisher)]
    agencies = (origin_named(text, name) for name in named)
    return next(filter(None, agencies), None) or origin(text, publisher)


def _left_out(stripped: Stripped) -> list[str]:
    names = ", ".join(f"{name} ({count})" for name, count in sorted(stripped.dropped.items()))
    return [f"left out: {names}"] if names else []
