"""How many people an incident killed, wounded, abducted or arrested, by whose people they were; every count keeps its words."""

from collections.abc import Iterable, Iterator

from avowed.annotate.actors.phrases import left_edge
from avowed.annotate.incidents.draft import Draft, Told
from avowed.annotate.incidents.nouns import Nouns
from avowed.annotate.incidents.quantities import count_of
from avowed.annotate.parsed import Token
from avowed.model.evidence import Span, Toll
from avowed.model.vocabulary import Harm, Side, Stage


def tolls_of(draft: Draft, nouns: Nouns) -> tuple[Toll, ...]:
    """The counts of one incident; of several counts of the same people the first stands, unless a later one is larger."""
    best: dict[tuple[Harm, Side], Toll] = {}
    for told in draft.tellings:
        for toll in _merged(_told(told, nouns)):
            key = (toll.kind, toll.who)
            if key not in best or toll.best > best[key].best:
                best[key] = toll
    return tuple(sorted(best.values(), key=lambda toll: toll.span))


def _told(told: Told, nouns: Nouns) -> Iterator[Toll]:
    harm = told.telling.row.harm
    if harm is None or told.stage is not Stage.ACCOMPLISHED:
        return
    for noun in told.telling.victims:
        count = count_of(noun)
        if count is not None:
            yield Toll(harm, nouns.side(noun), *count, _span(noun))


def _merged(tolls: Iterable[Toll]) -> Iterator[Toll]:
    """Counts of several nouns of one list add up where they are of one side."""
    sums: dict[tuple[Harm, Side], Toll] = {}
    for toll in tolls:
        key = (toll.kind, toll.who)
        other = sums.get(key)
        sums[key] = toll if other is None else _sum(other, toll)
    yield from sums.values()


def _sum(one: Toll, other: Toll) -> Toll:
    return Toll(
        one.kind,
        one.who,
        one.low + other.low,
        one.best + other.best,
        one.high + other.high,
        one.span.union(other.span),
    )


def _span(noun: Token) -> Span:
    first = noun.doc[min(left_edge(noun), noun.left_edge.i if noun.left_edge.i >= noun.i - 6 else noun.i)]
    return Span(first.idx, noun.idx + len(noun.text))
