"""Rows of JSON into reports, their text exactly as it stands, so that every offset is the caller's."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from avowed.model.evidence import Published, Report, report_id
from avowed.model.vocabulary import DateBasis
from avowed.read.clean import clean, unstorable
from avowed.read.language import language
from avowed.read.origin import origin
from avowed.read.outcome import Format, Limits, Original, Outcome, ReadOptions, Skipped
from avowed.read.published import by_dateline, by_metadata

Row = Mapping[str, Any] | str | bytes
ANY_DAY = ReadOptions(today=date(9999, 1, 1))


def read_row(original: Original, options: ReadOptions) -> Outcome:
    """One line of JSON as a report; its text is not cleaned, only refused where it cannot be stored."""
    row = _parsed(original.content)
    if isinstance(row, str):
        return Skipped(original.source, row)
    fault = _fault(row) or (too_long(options.limits) if len(row["text"]) > options.limits.text_chars else "")
    if fault:
        return Skipped(_source(row, original), fault)
    return _report(row, original, options)


def too_long(limits: Limits) -> str:
    """Why a report that is a library is not read as one report."""
    return f"longer than the {limits.text_chars:,} characters that are read as one report; split it into parts"


def row_original(row: Row, number: int) -> Original:
    """A row as a document of its own; a row without a name is called by its number."""
    if isinstance(row, Mapping):
        row = json.dumps(row, ensure_ascii=True, sort_keys=True, default=str)
    content = row.encode("utf-8", errors="surrogatepass") if isinstance(row, str) else row
    return Original(f"line {number}", content, jsonl=True)


def _parsed(line: bytes) -> dict[str, Any] | str:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return "not UTF-8; write JSON lines in UTF-8"
    except (ValueError, RecursionError):
        return 'not a line of JSON; write one {"id": ..., "text": ...} object on each line'
    return row if isinstance(row, dict) else 'not a JSON object; write one {"id": ..., "text": ...} on each line'


def _fault(row: dict[str, Any]) -> str:
    text = row.get("text")
    if not isinstance(text, str):
        return 'has no "text"; give the words of the report under that name'
    if not text.strip():
        return 'has an empty "text"; give the words of the report under that name'
    hidden = unstorable(text)
    return (
        f"holds {hidden}, which cannot be stored; take it out, or add the text as a plain text file" if hidden else ""
    )


def _report(row: dict[str, Any], original: Original, options: ReadOptions) -> Report:
    text: str = row["text"]
    publisher = _words(row, "publisher") or _publisher(row)
    code, doubt = language(text)
    return Report(
        id=report_id(text),
        source=_source(row, original),
        text=text,
        title=_words(row, "title"),
        publisher=publisher,
        authors=_authors(row),
        published=_published(row, text, options),
        language=code,
        origin=origin(text, publisher),
        sha256=original.sha256,
        format=Format.JSONL.value,
        notes=("text taken as it stands", *filter(None, [doubt])),
    )


def _words(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    return " ".join(clean(value).split()) if isinstance(value, str) else ""


def _authors(row: dict[str, Any]) -> tuple[str, ...]:
    value = row.get("authors") or row.get("author") or ()
    names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    return tuple(" ".join(clean(name).split()) for name in names if isinstance(name, str) and name.strip())


def _is_place(source: str) -> bool:
    """A source that is an address or a file, and not the name of an outlet."""
    return "://" in source or ("." in source and " " not in source)


def _publisher(row: dict[str, Any]) -> str:
    source = _words(row, "source")
    return "" if _is_place(source) else source


def _source(row: dict[str, Any], original: Original) -> str:
    """The address that the row gives, else its id, else its place in the file."""
    named = _words(row, "source")
    given = row.get("id")
    label = clean(str(given)).strip() if isinstance(given, str | int) else ""
    return named if _is_place(named) else label or original.source


def _published(row: dict[str, Any], text: str, options: ReadOptions) -> Published | None:
    if options.published is not None:
        return Published(options.published, DateBasis.GIVEN, reason="given by the user")
    return by_metadata(_words(row, "published"), options.today) or by_dateline(text, options.today)
