"""One report as the annotators see it: its text, its parse and what earlier annotators found; it only ever grows."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from avowed.annotate.assembly import Happening
from avowed.annotate.encoder import Reading as Window
from avowed.annotate.encoder.fills import WindowTold
from avowed.annotate.parsing.parsed import Doc, Slice, Token
from avowed.annotate.settled import UNSETTLED, Settled
from avowed.annotate.sight import Sight
from avowed.model.evidence import LocalActor, LocalPlace, Mention, Report, Span, TimeExpression

_TEXT, _STARTS = "avowed text", "avowed starts"


@dataclass(frozen=True)
class Page:
    """A report with its parse; annotators return new pages that hold more."""

    report: Report
    doc: Doc
    mentions: tuple[Mention, ...] = ()
    actors: tuple[LocalActor, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[LocalPlace, ...] = ()
    windows: tuple[Window, ...] = ()
    told: tuple[WindowTold, ...] = ()
    happenings: tuple[Happening, ...] = ()
    settled: Settled = UNSETTLED

    @cached_property
    def sight(self) -> Sight:
        """What the trained reader sees between the mentions, with their spans as they will be shown."""
        shown = self.settled.shown
        return Sight(self.windows, (*(shown.get(one.id, one) for one in self.mentions), *self.settled.added))

    @cached_property
    def sentences(self) -> tuple[Slice, ...]:
        """The sentences in order."""
        return tuple(self.doc.sents)

    @cached_property
    def mention_at(self) -> dict[int, Mention]:
        """Token index of a mention's head word -> the mention; the longest wins."""
        found: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=lambda mention: mention.span.end - mention.span.start):
            token = self.token_at(mention.head.end - 1)
            if token is not None:
                found[token.i] = mention
        return found

    @cached_property
    def mention(self) -> dict[str, Mention]:
        """Mention id -> mention."""
        return {mention.id: mention for mention in self.mentions}

    @cached_property
    def actor(self) -> dict[str, LocalActor]:
        """Actor id -> actor."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def _token_starts(self) -> tuple[int, ...]:
        found: tuple[int, ...] | None = self.doc.user_data.get(_STARTS)
        if found is None:
            found = self.doc.user_data[_STARTS] = tuple(token.idx for token in self.doc)
        return found

    def token_at(self, offset: int) -> Token | None:
        """The token that holds the code point at this offset; None in white space."""
        index = bisect_right(self._token_starts, offset) - 1
        if index < 0:
            return None
        token = self.doc[index]
        return token if offset < token.idx + len(token.text) else None

    def with_(self, **found: object) -> "Page":
        """The same page with more found on it."""
        return replace(self, **found)  # type: ignore[arg-type]  # the fields are those of Page


def span_of(part: Token | Slice) -> Span:
    """The code points of a token or a run of tokens."""
    if isinstance(part, Token):
        return Span(part.idx, part.idx + len(part.text))
    return Span(part.start_char, part.end_char)


def text_of(doc: Doc) -> str:
    """The whole text of a parse, put together once: spaCy joins its tokens anew at every call."""
    text = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return str(text)
