"""How likely a relation of re3d is right between two mentions: a logistic sum over what the model sees and the page tells."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log1p

from avowed.annotate.page import Page
from avowed.annotate.sight import Seen
from avowed.annotate.ties.weigh import RELATED
from avowed.annotate.weights import load_weights, logit
from avowed.model.evidence import Mention
from avowed.model.vocabulary import MentionType

TABLE = "relations"
MOST = 3  # relations of one pair that are weighed
MOST_BETWEEN = 6
RARE = 1e-3
PLACES = frozenset({MentionType.LOCATION, MentionType.FACILITY})

Tied = Mapping[frozenset[str], frozenset[str]]  # two mentions, by id -> the kinds of tie that join them


@dataclass(frozen=True, slots=True)
class Related:
    """A relation that two mentions may stand in, with what speaks for it."""

    seen: Seen
    name: str
    reasons: Mapping[str, float]

    @property
    def score(self) -> float:
        """The chance that it is right."""
        return load_weights(TABLE).score(self.reasons)


class Relations:
    """The possible relations of one page."""

    def __init__(self, page: Page, tied: Tied) -> None:
        self.page, self.tied = page, tied
        card = page.windows[0].card
        self._names, ties = card.labels("relation"), card.labels("tie")
        self._akin = {
            name: {label: ties.index(label) for label, names in RELATED.items() if name in names}
            for name in self._names
        }
        self._both_ways = frozenset(card.row["symmetric"]["relation"])
        self._sentences = [sentence.start_char for sentence in page.sentences]
        self._ends: dict[tuple[str, str], dict[str, float]] = {}

    def possible(self, least: float) -> Iterator[Related]:
        """Every relation that the model gives at least this chance; one that holds both ways is given once, places last."""
        for seen, column in self.page.sight.likely("relation", least, MOST):
            name = self._names[column]
            if name not in self._both_ways or order(seen.subject) <= order(seen.object):
                yield Related(seen, name, self._reasons(seen, column))

    def _reasons(self, seen: Seen, column: int) -> dict[str, float]:
        subject, other, told, name = seen.subject, seen.object, seen.relations.tolist(), self._names[column]
        chance, (none, *some) = logit(told[column]), told
        kinds = f"{subject.type} {other.type}"
        gap = max(subject.span.start, other.span.start) - min(subject.span.end, other.span.end)
        far = log1p(max(0, gap) / 20)
        back = self.page.sight.between.get((other.id, subject.id))
        found = {
            "always": 1.0,
            "model": chance,
            f"model {name}": chance,
            "model says none": logit(none),
            "model says first": float(told[column] >= max(some)),
            "model sees it turned": logit(float(back.relations[column])) if back else 0.0,
            f"is {name}": 1.0,
            f"{name} of {kinds}": 1.0,
            "gap": far,
            f"gap {name}": far,
            "nested": float(gap < 0),
            "between": min(self._between(subject, other), MOST_BETWEEN) / 3,
            "sentences apart": float(self._sentence(subject) != self._sentence(other)),
            f"{name} subject first": float(subject.span.start < other.span.start),
        }
        return found | self._of_ties(seen, name) | self._of_ends(subject, other)

    def _of_ties(self, seen: Seen, name: str) -> dict[str, float]:
        """What the ties say, those found and those seen."""
        akin, ties = self._akin[name], seen.ties.tolist()
        most = max((ties[column] for column in akin.values()), default=0.0)
        told = self.tied.get(frozenset((seen.subject.id, seen.object.id)), frozenset())
        return {
            "tie": logit(max(most, RARE)) if akin else 0.0,
            "tie says none": logit(ties[0]),
            "tied alike": float(any(label in told for label in akin)),
            "tied otherwise": float(bool(told) and not any(label in told for label in akin)),
        }

    def _of_ends(self, subject: Mention, other: Mention) -> dict[str, float]:
        return self._of_end("subject", subject) | self._of_end("object", other)

    def _of_end(self, end: str, mention: Mention) -> dict[str, float]:
        """What a mention brings at one end of whatever pairs it is in; made once."""
        found = self._ends.get((end, mention.id))
        if found is None:
            found = self._ends[end, mention.id] = {
                f"{end} {mention.form}": 1.0,
                f"{end} acts": float(mention.actor is not None),
                f"{end} doubtful": float(mention.id in self.page.settled.doubtful),
            }
        return found

    def _sentence(self, mention: Mention) -> int:
        return bisect_right(self._sentences, mention.span.start) - 1

    @cached_property
    def _starts(self) -> list[int]:
        shown = {one.span.start for one in self.page.settled.mentions(self.page.mentions, frozenset())}
        return sorted(shown)

    def _between(self, one: Mention, other: Mention) -> int:
        """How many mentions begin between two."""
        low, high = min(one.span.end, other.span.end), max(one.span.start, other.span.start)
        return max(0, bisect_right(self._starts, high - 1) - bisect_right(self._starts, low - 1))


def order(mention: Mention) -> tuple[bool, int, int]:
    """Where a mention comes in a relation that holds both ways."""
    return mention.type in PLACES, mention.span.start, mention.span.end
