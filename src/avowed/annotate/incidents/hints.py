"""What the parse and the rules say of an incident and its fillers, as numbers beside the model's chances."""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from avowed.annotate.assembly import KINDS, ROLES, STRUCK
from avowed.annotate.fillers import Filler, ReportTold
from avowed.annotate.incidents.glimpse import Glimpse, Glimpsed
from avowed.annotate.incidents.nouns import Sort
from avowed.annotate.incidents.when_where import Setting
from avowed.annotate.parsing.parsed import Token
from avowed.model.evidence import Mention
from avowed.model.vocabulary import ActorKind, Basis, Form

SORTS = (Sort.PEOPLE, Sort.BODY, Sort.THING, Sort.WEAPON, Sort.PLACE)
ACTORS = (
    ActorKind.ARMED_GROUP, ActorKind.FACTION, ActorKind.UMBRELLA, ActorKind.STATE_AGENCY,
    ActorKind.GOVERNMENT, ActorKind.ORGANISATION, ActorKind.COMMUNITY, ActorKind.PERSON,
)  # fmt: skip
SLOTS = ("nsubj", "nsubjpass", "dobj", "pobj", "compound", "poss", "conj", "appos", "agent")
BLAMED = frozenset({Basis.CLAIMED, Basis.CONVICTED, Basis.ACCUSED_BY_AUTHORITIES, Basis.ATTRIBUTED})
FAR = 200  # tokens to a telling, where there is none
LATE = 30  # the sentence of the first telling, where there is none
OLD = 75  # days after which MUC-4 calls an incident history
SURE = 0.3


class Hints:
    """The numbers of one page; `named` are the fillers that only the rules name."""

    def __init__(self, glimpse: Glimpse, told: ReportTold, named: frozenset[tuple[str, str]] = frozenset()) -> None:
        self.glimpse, self.told, self.named = glimpse, told, named
        self._page = glimpse.page
        self._seen: dict[tuple[str, str], list[float]] = {}

    def of_type(self, kind: str) -> list[float]:
        """What speaks for an incident of this kind."""
        tellings = [one for one in self.glimpse.tellings if one.kind is not None]
        mine = [one for one in tellings if one.kind == kind]
        full = sum(one.happened and bool(one.telling.victims or one.telling.targets) for one in mine)
        dated, old = self._dates[kind]
        sentences = self.told.sentences
        opening = [one[kind] for one in sentences[:3]]
        return [
            *(float(kind == name) for name in KINDS[3:]),
            *(math.log1p(len(mine)), float(bool(mine)), math.log1p(full), float(full > 0)),
            math.log1p(min((self._line(one.telling.trigger) for one in mine), default=LATE)),
            *(len(mine) / max(1, len(tellings)), math.log1p(len(tellings))),
            *(float(dated > 0), float(old > 0), float(old > 0 and old == dated)),
            math.log1p(len(self._page.sentences)),
            math.log1p(sum(one[kind] > SURE for one in sentences)),
            float(sum(one.chance > SURE and one.kind(kind) > 0.5 for one in self.told.fillers)),
            *(float(any(chance > SURE for chance in opening)), max(opening, default=0.0)),
            *(self._best(roles) for roles in (STRUCK, ("PerpOrg",), ("Weapon",), ("PerpInd",))),
            float(len(self.told.fillers)),
        ]

    def of_filler(self, one: Filler, kind: str) -> list[float]:
        """What speaks for a filler's place in an incident of this kind."""
        if one.key not in self._seen:
            self._seen[one.key] = list(self._of_words(one))
        best, parts = self._head(one), self._parts(one)
        same = sum(role and seen.kind == kind for seen, role in parts)
        near = [seen.telling.trigger for seen in self.glimpse.tellings if seen.kind == kind]
        beside = best is not None and any(best.sent.start <= word.i < best.sent.end for word in near)
        full = [seen for seen in self.glimpse.tellings if seen.kind == kind and seen.happened]
        return [
            *(float(kind == name) for name in KINDS[:3]),
            *self._seen[one.key],
            *(float(min(same, 3)), float(same > 0), float(any(role for _, role in parts) and not same)),
            *(math.log1p(_nearest(best, near)), float(beside), math.log1p(len(near))),
            math.log1p(sum(bool(seen.telling.victims or seen.telling.targets) for seen in full)),
        ]

    def _of_words(self, one: Filler) -> Iterator[float]:
        best, parts = self._head(one), self._parts(one)
        named = [seen for seen, role in parts if role]
        yield from (float(min(len(named), 3)), float(bool(named)), float(len(named) < len(parts)))
        yield float(any(not seen.happened for seen in named))
        yield from self._of_mention(best)
        yield from _of_token(best)
        triggers = [seen.telling.trigger for seen in self.glimpse.tellings if seen.kind is not None]
        line = self._line(best) if best is not None else 0
        yield from (math.log1p(_nearest(best, triggers)), math.log1p(line), line / max(1, len(self._page.sentences)))
        yield from self._of_rivals(one)
        bases = {basis for head in self._heads(one) for basis in self.glimpse.answering.get(head.i, ())}
        yield from (float(one.key in self.named), float(bool(bases)))
        yield from (float(Basis.DENIED in bases), float(bool(bases & BLAMED)))

    def _of_mention(self, head: Token | None) -> Iterator[float]:
        mention: Mention | None = self.glimpse.nouns.mention(head) if head is not None else None
        sort = self.glimpse.nouns.sort(head) if head is not None else None
        actor = self._page.actor.get(mention.actor or "") if mention else None
        yield from (float(sort is one) for one in SORTS)
        yield float(mention is not None)
        yield from (float(mention is not None and mention.form is form) for form in (Form.NAME, Form.NOMINAL))
        yield from (float(actor is not None and actor.kind is one) for one in ACTORS)
        yield math.log1p(sum(actor is not None and one.actor == actor.id for one in self._page.mentions))
        yield float(actor is not None and bool(actor.known_as))

    def _of_rivals(self, one: Filler) -> Iterator[float]:
        """Others of the role, above all those with the same head word."""
        rivals = [other for other in self.told.fillers if other.role == one.role]
        last = one.words.split()[-1]
        alike = [other.chance for other in rivals if other.words != one.words and other.words.split()[-1] == last]
        yield from (max(alike, default=0.0), float(any(chance > one.chance for chance in alike)))
        yield float(min(sum(other.chance > one.chance for other in rivals), 5))
        yield from (float(len(self.told.fillers)), sum(other.chance for other in rivals))

    def _parts(self, one: Filler) -> list[tuple[Glimpsed, bool]]:
        """The tellings that the filler's words stand in, each with whether in the filler's role."""
        parts = [part for head in self._heads(one) for part in self.glimpse.parts_at.get(head.i, ())]
        return [(seen, _same_role(one.role, role)) for seen, role in parts]

    def _heads(self, one: Filler) -> list[Token]:
        heads = (self._governing(place.start, place.end) for place in one.places)
        return [head for head in heads if head is not None]

    def _head(self, one: Filler) -> Token | None:
        return self._governing(one.best.start, one.best.end)

    def _governing(self, start: int, end: int) -> Token | None:
        """The word that governs the others of a stretch of text."""
        token = self._page.token_at(end - 1)
        while token is not None and token.head != token and start <= token.head.idx < end:
            token = token.head
        return token

    def _line(self, token: Token) -> int:
        return self._lines[token.sent.start]

    @cached_property
    def _lines(self) -> Mapping[int, int]:
        return {sentence.start: number for number, sentence in enumerate(self._page.sentences)}

    @cached_property
    def _dates(self) -> Mapping[str, tuple[int, int]]:
        """Kind -> how many of its tellings have a date, and how many an old one."""
        report, found = self._page.report, dict.fromkeys(KINDS, (0, 0))
        setting = Setting(self._page, [one.telling.trigger for one in self.glimpse.tellings])
        times = {time.id: time.when.first for time in self._page.times}
        published = report.published.when.first if report.published else None
        for one in self.glimpse.tellings:
            first = times.get(setting.time(one.telling.trigger) or "")
            if one.kind is not None and first is not None:
                dated, old = found[one.kind]
                late = published is not None and (published - first).days > OLD
                found[one.kind] = dated + 1, old + late
        return found

    def _best(self, roles: Sequence[str]) -> float:
        return max((one.chance for one in self.told.fillers if one.role in roles), default=0.0)


def _of_token(token: Token | None) -> Iterator[float]:
    articles = {child.lower_ for child in token.children if child.dep_ == "det"} if token is not None else set()
    yield from (float(token is not None and token.dep_ == slot) for slot in SLOTS)
    yield float(token is not None and token.tag_ in ("NNS", "NNPS"))
    yield float(token is not None and token.pos_ == "PROPN")
    yield from (float("the" in articles), float(bool(articles & {"a", "an"})))
    yield float(token is not None and any(child.dep_ == "nummod" for child in token.children))


def _nearest(token: Token | None, others: Sequence[Token]) -> int:
    return min((abs(token.i - other.i) for other in others), default=FAR) if token is not None else FAR


def _same_role(one: str, other: str) -> bool:
    """People and things that were struck, like doers and their groups, are told apart by words, not by rules."""
    return one == other or {one, other} <= set(STRUCK) or {one, other} <= set(ROLES[:2])
