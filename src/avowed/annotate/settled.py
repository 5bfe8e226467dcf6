"""How the mentions of a page are to be shown, beside the spans that the rules gave them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from avowed.model.evidence import Mention


@dataclass(frozen=True, slots=True)
class Settled:
    """For each mention of the rules the span and type to show, which of them are doubtful, and what the model adds."""

    shown: Mapping[str, Mention] = field(default_factory=dict)
    doubtful: frozenset[str] = frozenset()
    added: tuple[Mention, ...] = ()

    def mentions(self, given: Sequence[Mention], used: frozenset[str]) -> tuple[Mention, ...]:
        """The mentions to show: those that are used or not doubtful, and those added, in the order of the text."""
        named = {one.actor for one in given if one.id not in self.doubtful or one.id in used}
        kept = [
            self.shown.get(one.id, one)
            for one in given
            if one.id in used or one.id not in self.doubtful or (one.actor and one.actor not in named)
        ]
        return tuple(sorted((*kept, *self.added), key=lambda one: (one.span.start, -one.span.end, one.id)))


UNSETTLED = Settled()
