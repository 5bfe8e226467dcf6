"""A mention before it has an id: where it is, which word carries it, and what it may stand for."""

from dataclasses import dataclass, replace

from avowed.annotate.actors.sheet import Sheet
from avowed.model.evidence import Span
from avowed.model.vocabulary import ActorKind, Form, MentionType

ACTING = frozenset({MentionType.ORGANISATION, MentionType.PERSON})


@dataclass(frozen=True, slots=True)
class Draft:
    """Words [first, last] of a mention; `name` is the bare name within it, without article, title or office."""

    first: int
    last: int
    head: int
    type: MentionType
    form: Form
    kind: ActorKind | None = None
    name: tuple[int, int] | None = None
    known: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    plural: bool = False
    inner: bool = False
    rule: str = ""

    def span(self, sheet: Sheet) -> Span:
        """The code points of the mention."""
        return sheet.span(self.first, self.last)

    def called(self, sheet: Sheet) -> str:
        """The bare name, or the whole mention where it holds none, in single spaces."""
        return sheet.said(*(self.name or (self.first, self.last)))

    def covers(self, other: "Draft") -> bool:
        """True when the other lies wholly inside."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: "Draft") -> bool:
        """True when they share a word."""
        return self.first <= other.last and other.first <= self.last

    def with_(self, **changes: object) -> "Draft":
        """The draft with other values."""
        return replace(self, **changes)  # type: ignore[arg-type]  # the fields are those of Draft
