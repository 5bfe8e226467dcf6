"""How many people an incident killed, wounded, abducted or arrested, by whose people they were; every count keeps its words."""

from collections.abc import Iterable, Iterator, Sequence

from avowed.annotate.actors.phrases import left_edge
from avowed.annotate.grammar.clauses import children
from avowed.annotate.incidents.draft import Draft, Told
from avowed.annotate.incidents.nouns import Nouns
from avowed.annotate.incidents.quantities import count_of, words_of_count
from avowed.annotate.parsing.parsed import Token
from avowed.model.evidence import Span, Toll
from avowed.model.vocabulary import Harm, Side, Stage


def tolls_of(draft: Draft, nouns: Nouns) -> tuple[Toll, ...]:
    """The counts of one incident; the first stands, unless the same speaker counts more of the same people later."""
    best: dict[tuple[Harm, Side], tuple[Toll, str]] = {}
    for told in draft.tellings:
        for toll in _merged(_told(told, nouns)):
            key, word = (toll.kind, toll.who), _word_of(told)
            if key not in best or (toll.best > best[key][0].best and word == best[key][1]):
                best[key] = (toll, word)
    return tuple(sorted((toll for toll, _ in best.values()), key=lambda toll: toll.span))


def _word_of(told: Told) -> str:
    """Whose count it is: the actor who gives it, or the words for who does; nobody's where the report counts."""
    source = told.line[-1].source if told.line else None
    return (
        "" if not told.line else (source.actor or source.id) if source is not None else str(told.line[-1].source_span)
    )


def _told(told: Told, nouns: Nouns) -> Iterator[Toll]:
    harm = told.telling.row.harm
    if harm is None or told.stage is not Stage.ACCOMPLISHED:
        return
    victims = told.telling.victims
    for noun in (one for one in victims if not (_named_beside(one, victims) or _included(one, victims))):
        count = count_of(noun)
        if count is not None:
            yield Toll(harm, nouns.side(noun), *count, _span(noun))


def _named_beside(noun: Token, victims: Sequence[Token]) -> bool:
    """`its commander, X`: one person, who is counted by name."""
    return noun.tag_ == "NN" and any(part in victims and part.tag_ == "NNP" for part in children(noun, "appos"))


def _included(noun: Token, victims: Sequence[Token]) -> bool:
    """`12 soldiers, including two officers`: the officers are counted already, where the soldiers are counted."""
    word = noun
    while word.dep_ in ("conj", "appos"):
        word = word.head
    if word.dep_ != "pobj" or word.head.lower_ not in ("including", "among"):
        return False
    before = [one for one in victims if one.i < word.head.i]
    return any(count_of(one) is not None for one in before)


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
        None if one.high is None or other.high is None else one.high + other.high,
        one.span.union(other.span),
    )


def _span(noun: Token) -> Span:
    doc = noun.doc
    counted, last = words_of_count(noun)
    edge = noun.left_edge.i if noun.left_edge.i >= noun.i - 6 else noun.i
    first = doc[min(left_edge(noun), edge, counted)]
    return Span(first.idx, doc[last].idx + len(doc[last].text))
