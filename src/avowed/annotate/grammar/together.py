"""Whom `these groups`, `the two`, `they` mean together: the last two bodies that the report joined by `and` shortly before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.model.evidence import Mention
from avowed.model.vocabulary import ActorKind, Form

_JOINED = re.compile(r"^,?\s+(?:and|as well as|both)\s+(?:the\s+)?$", re.IGNORECASE)
_THEM = frozenset({"they", "them", "their", "both"})
_POINTING = re.compile(r"^(?:these|both|the two|these two|the)\s", re.IGNORECASE)
_MANY = frozenset(
    {"group", "organisation", "organization", "outfit", "faction", "network", "movement", "militia", "side"}
)
_BODIES = frozenset(
    {ActorKind.ARMED_GROUP, ActorKind.FACTION, ActorKind.UMBRELLA, ActorKind.STATE_AGENCY, ActorKind.GOVERNMENT}
)
_ARMED = frozenset({ActorKind.ARMED_GROUP, ActorKind.FACTION, ActorKind.UMBRELLA, ActorKind.STATE_AGENCY})
_REACH = 3  # sentences back


@dataclass(frozen=True)
class Together:
    """The pairs of bodies of one page that its plural words may stand for."""

    page: Page

    @cached_property
    def _pairs(self) -> Sequence[tuple[Mention, Mention]]:
        """Every `A and B` of two named bodies, in the order of the text."""
        named = [one for one in self.page.mentions if one.form is Form.NAME and self._body(one)]
        text = self.page.report.text
        return tuple(
            (one, other)
            for one, other in pairwise(named)
            if one.actor != other.actor and _JOINED.match(text[one.span.end : other.span.start])
        )

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(one.actor for one in self.page.mentions if one.actor and one.form is Form.NAME)

    def _body(self, mention: Mention) -> bool:
        return mention.actor is not None and self.page.actor[mention.actor].kind in _BODIES

    def behind(self, token: Token) -> tuple[Mention, ...]:
        """The two bodies behind a plural word; empty where no two were joined shortly before it."""
        start = self._start(token)
        near = [pair for pair in self._pairs if start <= pair[0].span.start and pair[1].span.end <= token.idx]
        return near[-1] if near else ()

    def last_body(self, token: Token) -> tuple[Mention, ...]:
        """The armed body named last before a word, in its sentence or the one before."""
        text = token.sent
        start = text.start_char if text.start == 0 else token.doc[text.start - 1].sent.start_char
        named = [one for one in self._bodies if start <= one.span.start and one.span.end <= token.idx]
        return (named[-1],) if named else ()

    @cached_property
    def _bodies(self) -> tuple[Mention, ...]:
        return tuple(
            one
            for one in self.page.mentions
            if one.actor and one.form is Form.NAME and self.page.actor[one.actor].kind in _ARMED
        )

    def _start(self, token: Token) -> int:
        """Where the sentences within reach begin."""
        sentence = token.sent
        for _ in range(_REACH):
            if sentence.start == 0:
                break
            sentence = token.doc[sentence.start - 1].sent
        return int(sentence.start_char)

    def means_them(self, token: Token) -> bool:
        """True for a pronoun for many."""
        return token.lower_ in _THEM

    def nameless(self, mention: Mention) -> Token | None:
        """The word at which `these groups`, or a pronoun for them, is first told; None for any other mention."""
        if mention.actor is None or mention.actor in self._named:
            return None
        first = next(one for one in self.page.mentions if one.actor == mention.actor)
        token = self.page.token_at(first.head.start)
        told = first.span.of(self.page.report.text)
        many = token is not None and token.tag_ == "NNS" and token.lemma_.lower() in _MANY
        return token if many and len(told.split()) <= 3 and _POINTING.match(told) else None

    def of(self, mention: Mention) -> Iterator[Mention]:
        """The two bodies that a nameless plural stands for."""
        token = self.nameless(mention)
        if token is not None:
            yield from self.behind(token)
