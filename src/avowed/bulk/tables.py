"""The tables of a corpus, column by column: what is written, what is documented and what can be asked are this."""

from dataclasses import dataclass
from enum import StrEnum

FORMAT = "avowed-corpus/1"


class Type(StrEnum):
    """What a column holds."""

    TEXT = "text"
    TEXTS = "list of texts"
    COUNT = "whole number"
    NUMBER = "number"
    FLAG = "true or false"
    DAY = "day"
    JSON = "JSON text"
    PARTIES = "list of (role, basis, occurrence, words, speaker)"
    TOLLS = "list of (kind, who, low, best, high)"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it holds, and what that means."""

    name: str
    type: Type
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row is, and its columns in order."""

    name: str
    words: str
    columns: tuple[Column, ...]


def _columns(*rows: tuple[str, Type, str]) -> tuple[Column, ...]:
    return tuple(Column(*row) for row in rows)


_DOCUMENT = ("document", Type.TEXT, "the document: shard and place in it; equal texts are several documents")
_REPORT = ("report", Type.TEXT, "the report's id: SHA-256 of its text")

REPORTS = Table(
    "reports",
    "a document that was read",
    _columns(
        _DOCUMENT,
        _REPORT,
        ("source", Type.TEXT, "where it came from: address, id or file and line"),
        ("title", Type.TEXT, "headline"),
        ("publisher", Type.TEXT, "who published it"),
        ("published_first", Type.DAY, "first day on which it may have been published"),
        ("published_last", Type.DAY, "last such day"),
        ("published_precision", Type.TEXT, "day, month, year, decade or unknown"),
        ("language", Type.TEXT, "two letters"),
        ("words", Type.COUNT, "words of the text"),
        ("assertions", Type.COUNT, "assertions read in it"),
        ("unread", Type.TEXT, "why it has none although it has a text; else empty"),
        ("reader", Type.TEXT, "the reader and its version"),
        ("text", Type.TEXT, "the main text as it was read"),
        ("head", Type.JSON, "the report of the reading format, without its text"),
        ("body", Type.JSON, "the rest of the reading format, without assertions"),
    ),
)
MENTIONS = Table(
    "mentions",
    "words that name or point at something",
    _columns(
        _DOCUMENT,
        _REPORT,
        ("mention", Type.TEXT, "its id within the report"),
        ("mention_start", Type.COUNT, "first code point in the text"),
        ("mention_end", Type.COUNT, "code point behind the last"),
        ("words", Type.TEXT, "the words"),
        ("type", Type.TEXT, "what is mentioned: person, organisation, location ..."),
        ("form", Type.TEXT, "name, nominal or pronoun"),
        ("occurrence", Type.TEXT, "the actor that it stands for in this report, if any"),
    ),
)
OCCURRENCES = Table(
    "occurrences",
    "an actor as one report names it",
    _columns(
        _DOCUMENT,
        _REPORT,
        ("occurrence", Type.TEXT, "its key: the report's id, 16 digits, and the folded name"),
        ("name", Type.TEXT, "the fullest name that the report gives"),
        ("kind", Type.TEXT, "armed_group, person, government ..."),
        ("aliases", Type.TEXTS, "other names in the same report"),
        ("known_as", Type.TEXT, "key of the actor known beforehand that it may be"),
    ),
)
ASSERTIONS = Table(
    "assertions",
    "one proposition read from one passage",
    _columns(
        _DOCUMENT,
        _REPORT,
        ("key", Type.TEXT, "its key: stays when the report is read again"),
        ("number", Type.COUNT, "its place in the reading"),
        ("kind", Type.TEXT, "tie, incident, attribute, judgement, prediction or statement"),
        ("what", Type.TEXT, "a tie's dimension, an incident's type, an attribute's name"),
        ("sign", Type.COUNT, "of a tie: 1 cooperation, -1 hostility, 0 neither"),
        ("subject", Type.TEXT, "occurrence of the subject"),
        ("object", Type.TEXT, "occurrence of a tie's object"),
        ("speaker", Type.TEXT, "occurrence of the innermost speaker"),
        ("speaker_words", Type.TEXT, "how the innermost speaker is called; empty where the report speaks"),
        ("negated", Type.FLAG, "the text denies it"),
        ("factuality", Type.TEXT, "certain, probable, possible or unknown"),
        ("hedges", Type.JSON, "the words that hedge it"),
        ("mode", Type.TEXT, "actual, future or hypothetical"),
        ("voice", Type.TEXT, "stated by a party, observed, or assessed by a third"),
        ("valid_first", Type.DAY, "first day on which it is told to hold"),
        ("valid_last", Type.DAY, "last such day"),
        ("valid_precision", Type.TEXT, "day, month, year, decade or unknown"),
        ("quote", Type.TEXT, "the words it rests on"),
        ("quote_start", Type.COUNT, "first code point of the quote in the text"),
        ("quote_end", Type.COUNT, "code point behind the last"),
        ("score", Type.NUMBER, "how likely it is read rightly, 0 to 1"),
        ("body", Type.JSON, "the assertion in the reading format"),
    ),
)
INCIDENTS = Table(
    "incidents",
    "what one report tells as one incident",
    _columns(
        _DOCUMENT,
        _REPORT,
        ("key", Type.TEXT, "key of the assertion that tells of it"),
        ("type", Type.TEXT, "bombing, clash, kidnapping ..."),
        ("stage", Type.TEXT, "accomplished, attempted, planned or threatened"),
        ("negated", Type.FLAG, "the text denies that it happened"),
        ("mode", Type.TEXT, "actual, future or hypothetical"),
        ("first_day", Type.DAY, "first day on which it may have happened"),
        ("last_day", Type.DAY, "last such day"),
        ("precision", Type.TEXT, "day, month, year, decade or unknown"),
        ("place", Type.TEXT, "name of the place"),
        ("country", Type.TEXT, "two letters"),
        ("latitude", Type.NUMBER, "degrees north"),
        ("longitude", Type.NUMBER, "degrees east"),
        ("parties", Type.PARTIES, "who took which part, and on whose word"),
        ("tolls", Type.TOLLS, "people harmed, as ranges"),
        ("quote", Type.TEXT, "the words it rests on"),
    ),
)
SKIPPED = Table(
    "skipped",
    "a document that could not be read",
    _columns(
        _DOCUMENT,
        ("source", Type.TEXT, "where it came from"),
        ("reason", Type.TEXT, "why it was not read and what to do"),
    ),
)
ACTORS = Table(
    "actors",
    "an actor over the whole corpus",
    _columns(
        ("actor", Type.TEXT, "its key"),
        ("name", Type.TEXT, "the name to show"),
        ("kind", Type.TEXT, "armed_group, person, government ..."),
        ("names", Type.TEXTS, "every name, folded as names are compared"),
        ("known_as", Type.TEXT, "key of the actor known beforehand"),
        ("parent", Type.TEXT, "the body that it is part of"),
        ("reports", Type.COUNT, "reports that name it"),
    ),
)
MEMBERSHIP = Table(
    "membership",
    "which actor an occurrence is",
    _columns(("occurrence", Type.TEXT, "the occurrence"), ("actor", Type.TEXT, "the actor")),
)
FAMILIES = Table(
    "families",
    "which reports are copies of one story",
    _columns(_REPORT, ("family", Type.TEXT, "the smallest id among the copies")),
)
REPEATED = Table(
    "repeated",
    "a document whose text is that of another; every other view leaves it out",
    _columns(_DOCUMENT, ("first", Type.TEXT, "the document that counts")),
)
TIES = Table(
    "ties",
    "a tie between two actors of the corpus",
    _columns(
        ("key", Type.TEXT, "key of the assertion"),
        _DOCUMENT,
        _REPORT,
        ("family", Type.TEXT, "family of copies; a story counts once however many print it"),
        ("publisher", Type.TEXT, "who published it"),
        ("published_first", Type.DAY, "first day on which it may have been published"),
        ("subject", Type.TEXT, "actor"),
        ("object", Type.TEXT, "actor"),
        ("speaker", Type.TEXT, "actor that says so, if any"),
        ("dimension", Type.TEXT, "training, finance, clash ..."),
        ("sign", Type.COUNT, "1 cooperation, -1 hostility, 0 neither"),
        ("negated", Type.FLAG, "the text denies it"),
        ("voice", Type.TEXT, "stated, observed or assessed"),
        ("factuality", Type.TEXT, "certain, probable, possible or unknown"),
        ("mode", Type.TEXT, "actual, future or hypothetical"),
        ("valid_first", Type.DAY, "first day on which it is told to hold"),
        ("valid_last", Type.DAY, "last such day"),
        ("score", Type.NUMBER, "how likely it is read rightly, 0 to 1"),
    ),
)

READ = (REPORTS, MENTIONS, OCCURRENCES, ASSERTIONS, INCIDENTS, SKIPPED)
"""Written as the corpus is read: one file a shard."""

RESOLVED = (ACTORS, MEMBERSHIP, FAMILIES, REPEATED, TIES)
"""Written when all is read: one file each."""
