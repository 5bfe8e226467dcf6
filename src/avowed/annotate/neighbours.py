"""What two mentions with hardly a word between them tell: `the Harbour Brigade in Velm`, `forty rockets`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from avowed.annotate.grammar.tables import Row, number, rows, text, words
from avowed.model.evidence import Mention
from avowed.model.vocabulary import MentionType

LONGEST = 10  # code points between neighbours
LEXICON = "relations_neighbours"


@dataclass(frozen=True, slots=True)
class NeighbourRow:
    """A relation of two neighbours by their types and the words between, with the share that was right."""

    relation: str
    turned: bool
    first: frozenset[MentionType]
    second: frozenset[MentionType]
    between: frozenset[str]
    share: float


@cache
def load_neighbours() -> tuple[NeighbourRow, ...]:
    """The rows that ship with the package."""
    return tuple(map(_row, rows(LEXICON)))


def _row(entry: Row) -> NeighbourRow:
    return NeighbourRow(
        relation=text(entry, "relation"),
        turned=bool(entry.get("turned", False)),
        first=frozenset(map(MentionType, words(entry, "first"))),
        second=frozenset(map(MentionType, words(entry, "second"))),
        between=frozenset(words(entry, "between")),
        share=round(number(entry, "right", 0) / number(entry, "drawn", 1), 2),
    )


def neighbours(report: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention, NeighbourRow]]:
    """Subject, object and row of every two neighbours that a row joins, in the order of the text.

    Of mentions that begin at one place the longest is meant: five are the `Taliban detainees`, not the Taliban.
    """
    longest = {one.span.start: one for one in sorted(mentions, key=lambda one: one.span.end)}
    ordered = sorted(longest.values(), key=lambda one: (one.span.start, one.span.end))
    for number_, one in enumerate(ordered):
        for other in ordered[number_ + 1 :]:
            gap = other.span.start - one.span.end
            if gap > LONGEST:
                break
            if gap > 0 and (row := _joining(one, other, report[one.span.end : other.span.start])):
                yield (other, one, row) if row.turned else (one, other, row)


def _joining(one: Mention, other: Mention, words_between: str) -> NeighbourRow | None:
    between = words_between.strip().lower()
    return next(
        (
            row
            for row in load_neighbours()
            if one.type in row.first and other.type in row.second and between in row.between
        ),
        None,
    )
