"""A first look by the rules at the incidents of a page: who and what stands in which role beside which word."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from avowed.annotate.actors.phrases import left_edge
from avowed.annotate.certainty.judge import judge
from avowed.annotate.grammar.slots import Grammar
from avowed.annotate.incidents.kinds import KINDS
from avowed.annotate.incidents.nouns import Nouns, Sort
from avowed.annotate.incidents.phrases import owners
from avowed.annotate.incidents.responsibility import answerable
from avowed.annotate.incidents.stages import stage_of
from avowed.annotate.incidents.tellings import Teller, Telling
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.model.evidence import Span
from avowed.model.vocabulary import Basis, Form, Mode, Stage

HAPPENED = frozenset({Stage.ACCOMPLISHED, Stage.ATTEMPTED})
Part = tuple[str, Token]  # a role in the model's words, and the head of who or what fills it


@dataclass(frozen=True, slots=True)
class Glimpsed:
    """One telling: its kind in the model's words, whether it is told as having happened, and its parts."""

    telling: Telling
    kind: str | None
    happened: bool
    parts: tuple[Part, ...]


class Glimpse:
    """What the rules see of one page before anything is merged."""

    def __init__(self, page: Page) -> None:
        self.page, self.nouns = page, Nouns(page)
        self._grammar = Grammar.kept(page.doc)

    @cached_property
    def tellings(self) -> tuple[Glimpsed, ...]:
        """Every telling, in the order of the text."""
        return tuple(map(self._glimpsed, Teller(self.nouns, self._grammar).tellings()))

    @cached_property
    def answering(self) -> Mapping[int, tuple[Basis, ...]]:
        """Token index of whoever is named as answerable -> on which footing."""
        found: dict[int, tuple[Basis, ...]] = defaultdict(tuple)
        for one in answerable(self.nouns, self._grammar):
            for who in one.who if one.row.role is None else ():
                found[who.i] += (one.row.basis,)
        return found

    @cached_property
    def parts_at(self) -> Mapping[int, tuple[tuple[Glimpsed, str], ...]]:
        """Token index of a part's head -> the tellings that it stands in, with its role in each."""
        found: dict[int, tuple[tuple[Glimpsed, str], ...]] = defaultdict(tuple)
        for one in self.tellings:
            for role, token in one.parts:
                found[token.i] += ((one, role),)
        return found

    def parts(self) -> Iterator[Part]:
        """Every part of a telling whose kind the model knows, and whoever is named as answerable."""
        for one in self.tellings:
            yield from one.parts if one.kind is not None else ()
        for at in self.answering:
            yield from self._perpetrators(self.page.doc[at])

    def _glimpsed(self, telling: Telling) -> Glimpsed:
        certainty = judge(telling.trigger)
        happened = not certainty.negated and certainty.mode is not Mode.HYPOTHETICAL
        parts = (
            *(part for token in telling.doers for part in self._perpetrators(token)),
            *(("Victim", token) for token in telling.victims),
            *(("Target", token) for token in telling.targets),
            *(("Weapon", token) for token in telling.means),
        )
        return Glimpsed(telling, KINDS.get(telling.type), happened and stage_of(telling.trigger) in HAPPENED, parts)

    def _perpetrators(self, token: Token) -> Iterator[Part]:
        """A doer, and behind people the group that they are of."""
        if self.nouns.sort(token) is Sort.BODY:
            yield "PerpOrg", token
            return
        yield "PerpInd", token
        for owner in owners(token):
            if self.nouns.sort(owner) is Sort.BODY and self.nouns.mention(owner) is not None:
                yield "PerpOrg", owner

    def words(self, token: Token) -> tuple[Span, Form]:
        """The words that a head stands for, and whether they name, describe or point."""
        mention = self.nouns.mention(token)
        if mention is not None:
            return mention.span, mention.form
        form = Form.PRONOUN if token.pos_ == "PRON" else Form.NAME if token.pos_ == "PROPN" else Form.NOMINAL
        return Span(token.doc[left_edge(token)].idx, token.idx + len(token.text)), form
