"""A mention before it has an id: where it is, which word carries it, and what it may stand for."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from avowed.model.evidence import Span
from avowed.model.vocabulary import ActorKind, Form, MentionType


@dataclass(frozen=True, slots=True)
class Draft:
    """Tokens [first, last] of a mention; `name` is the bare name within it, without article, title or office."""

    first: int
    last: int
    head: int
    type: MentionType
    form: Form
    kind: ActorKind | None = None
    name: Span | None = None
    known: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    plural: bool = False
    inner: bool = False
    rule: str = ""

    def span(self, doc: Doc) -> Span:
        """The code points of the mention."""
        return Span(doc[self.first].idx, doc[self.last].idx + len(doc[self.last].text))

    def covers(self, other: "Draft") -> bool:
        """True when the other lies wholly inside."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: "Draft") -> bool:
        """True when they share a token."""
        return self.first <= other.last and other.first <= self.last

    def with_(self, **changes: object) -> "Draft":
        """The same draft with other values."""
        return replace(self, **changes)  # type: ignore[arg-type]  # the fields are those of Draft


NOUNS = frozenset({"NOUN", "PROPN"})


def is_noun(token: Token) -> bool:
    """True for common and proper nouns."""
    return token.pos_ in NOUNS


def is_plural(token: Token) -> bool:
    """True for nouns in the plural."""
    return token.tag_ in ("NNS", "NNPS")
