"""What reading takes and gives; every document ends as exactly one outcome, a report or the reason why not."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from avowed.model.evidence import Report
from avowed.model.when import When

_MIB = 1024 * 1024


class Format(StrEnum):
    """What a document is, judged by its content."""

    HTML = "html"
    PDF = "pdf"
    TEXT = "text"
    MARKDOWN = "markdown"
    JSONL = "jsonl"
    DOCX = "docx"
    MAIL = "mail"
    FEED = "feed"


class Container(StrEnum):
    """What holds several documents, judged by its content."""

    ZIP = "zip"
    WARC = "warc"
    FEED = "feed"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A document that gave no report, and in plain English why not and what to do."""

    source: str
    reason: str


Outcome = Report | Skipped


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost; bytes, seconds and pages."""

    file_bytes: int = 64 * _MIB
    line_bytes: int = 16 * _MIB
    expansion: int = 200  # a news page packs to a fifth or a tenth, a flood of one byte to a thousandth
    memory_bytes: int = 1024 * _MIB
    cpu_seconds: int = 30
    wall_seconds: float = 60.0
    start_seconds: float = 60.0
    pages: int = 2000
    parts: int = 100_000  # documents in one archive
    archive_bytes: int = 4096 * _MIB  # what all of them may hold together
    text_chars: int = 3_000_000  # half a million words, a shelf of books
    recognition_seconds: int = 600  # for the text recognition of one scanned document


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read: `today` is the latest day that a report may bear, `published` overrides what the report says.

    `tesseract` is the program that recognises the words of scans; without one they are not read.
    """

    today: date
    published: When | None = None
    limits: Limits = field(default_factory=Limits)
    tesseract: str | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of one document as they were found; for JSON lines one original is one line."""

    source: str
    content: bytes
    jsonl: bool = False

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


def plain_size(count: int) -> str:
    """A number of bytes for people: `100 MB`."""
    return f"{count / 1_000_000:,.0f} MB" if count >= 1_000_000 else f"{count / 1000:,.0f} kB"
