"""On what footing a group is named, by a small learned layer over named signs around its name.

It is asked where no clause that the rules know settles the matter. Fitted on MUC-4's training part
(`python -m training.incidents`); the table holds a weight of each sign for each footing.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from avowed.annotate.encoder import RESTORE
from avowed.annotate.incidents.beside import basis_beside
from avowed.annotate.incidents.cues import AUTHORITY, CUES
from avowed.annotate.incidents.glimpse import Glimpse
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.saying import Saying, Stance, innermost, line_of
from avowed.errors import ModelError
from avowed.model.evidence import Mention, Span
from avowed.model.vocabulary import Basis

SHIPPED = Path(__file__).parents[2] / "data" / "model-incidents" / "footing.json"
NEAR, BESIDE = 60, 30  # code points
MODIFYING = frozenset({"compound", "amod", "nmod", "poss"})
_OWN_FORCES = re.compile(r"\bour (?:forces|troops|units|fighters|comrades|commandos|guerrillas|people)\b", re.I)
_CLAIM = re.compile(r"\bclaim\w*\s+(?:\w+\s+){0,2}(?:responsibility|credit)", re.I)
Signs = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class FootingLayer:
    """The table: for each footing its weight of each sign."""

    bases: tuple[Basis, ...]
    weights: Mapping[str, tuple[float, ...]]

    def basis(self, signs: Signs) -> Basis:
        """The likeliest footing."""
        scores = list(self.weights[""])
        for name, value in sorted(signs.items()):
            for at, weight in enumerate(self.weights.get(name, ())):
                scores[at] += weight * value
        return self.bases[max(range(len(scores)), key=lambda at: scores[at])]


@cache
def load_footing(path: Path = SHIPPED) -> FootingLayer:
    """The table that ships; ModelError where it cannot be read."""
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        weights = {name: tuple(map(float, found)) for name, found in row["weights"].items()}
        return FootingLayer(tuple(map(Basis, row["bases"])), weights)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{path}: the layer for responsibility cannot be read ({error}); {RESTORE}") from error


class Footing:
    """The signs of one page."""

    def __init__(self, page: Page, sayings: Sequence[Saying]) -> None:
        self.page, self.sayings = page, sayings
        self.glimpse = Glimpse(page)

    def signs(self, spans: Sequence[Span], kind: str, people: bool) -> Signs:
        """The signs around every place where a group is named; `people` where those who did it are told of beside it."""
        found = [set(self._around(span)) for span in sorted(set(spans))]
        counted = Counter(name for one in found for name in one)
        signs = {f"any {name}": 1.0 for name in counted}
        signs |= {f"share {name}": count / len(found) for name, count in counted.items()}
        signs |= self._report() | {f"beside {basis_beside(self.page.report.text, spans)}": 1.0}
        signs |= {"times named": math.log1p(len(found)), f"kind {kind}": 1.0, "people told": float(people)}
        mention = next((one for span in spans if (one := self._mention(span)) is not None), None)
        actor = self.page.actor.get(mention.actor or "") if mention is not None else None
        return signs | ({f"is {actor.kind}": 1.0} if actor is not None else {})

    def _report(self) -> dict[str, float]:
        text = self.page.report.text
        return {
            "own forces": float(bool(_OWN_FORCES.search(text))),
            "claim told": float(bool(_CLAIM.search(text))),
            "suspicions": math.log1p(len(CUES["suspect"].findall(text))),
            "accusations": math.log1p(len(CUES["accuse"].findall(text))),
            "length": math.log(max(len(text), 1)),
        }

    def _around(self, span: Span) -> Iterator[str]:
        token = self.page.token_at(span.end - 1)
        if token is not None:
            yield from self._words(span, token)
            yield from self._said(span)
            yield from self._grammar(span, token)

    def _words(self, span: Span, token: Token) -> Iterator[str]:
        text = self.page.report.text
        before, after = text[max(0, span.start - NEAR) : span.start], text[span.end : span.end + NEAR]
        whole = text[token.sent.start_char : token.sent.end_char]
        places = {"before": before, "after": after, "near": f"{before} | {after}", "in sentence": whole}
        places |= {"right before": before[-BESIDE:], "right after": after[:BESIDE]}
        seen = {(cue, place) for cue, form in CUES.items() for place, words in places.items() if form.search(words)}
        yield from (f"{cue} {place}" for cue, place in seen)
        for place in ("near", "in sentence"):
            if {("accuse", place), ("authority", place)} <= seen:
                yield f"accusing authority {place}"
            if {("answer", place), ("claim", place)} <= seen:
                yield f"claim to answer {place}"

    def _said(self, span: Span) -> Iterator[str]:
        line = line_of(self.sayings, innermost(self.sayings, span.start))
        if line:
            saying = self.sayings[line[-1]]
            yield from ("said", f"stance {saying.stance}", f"speaker {saying.role}")
            if saying.source_span is not None and AUTHORITY.search(saying.source_span.of(self.page.report.text)):
                yield "authority speaks"
        speaks = [
            one
            for one in self.sayings
            if one.source_span and one.source_span.start <= span.start <= one.source_span.end
        ]
        if speaks:
            yield "speaks"
        if any(one.stance is Stance.CLAIMS for one in speaks):
            yield "claims"

    def _grammar(self, span: Span, token: Token) -> Iterator[str]:
        while token.head != token and span.start <= token.head.idx < span.end:
            token = token.head
        roles = {role for _, role in self.glimpse.parts_at.get(token.i, ())}
        yield from (f"stands as {role}" for role in roles)
        yield from (f"named as {basis}" for basis in self.glimpse.answering.get(token.i, ()))
        if token.dep_ in MODIFYING:
            yield "modifies"
        if token.dep_ == "pobj":
            yield f"after {token.head.lower_}"
        if token.dep_ in ("nsubj", "nsubjpass"):
            yield "subject"
        if any(one.kind is not None and one.telling.trigger.sent == token.sent for one in self.glimpse.tellings):
            yield "beside a telling"
        above = token.head.head if token.dep_ == "pobj" else token.head
        if any(role == "PerpInd" for _, role in self.glimpse.parts_at.get(above.i, ())):
            yield "of doers"

    def _mention(self, span: Span) -> Mention | None:
        token = self.page.token_at(span.end - 1)
        return self.page.mention_at.get(token.i) if token is not None else None
