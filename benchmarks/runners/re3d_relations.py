"""re3d relations: with the argument spans given, end to end, and the signed four; dev is unseen."""

from collections.abc import Callable, Iterable, Iterator

from benchmarks import re3d_relations as mapping
from benchmarks.baselines import cooccurrence, spacy_small, triples
from benchmarks.given import related
from benchmarks.scoring.counts import f1, precision, recall
from benchmarks.scoring.relations import Relation, nearest, only, score_ends, score_relations, snapped
from benchmarks.scoring.spans import TypedSpan
from benchmarks.session import OURS, Line, Session, line
from benchmarks.sets.re3d import Document, load

TITLE = "re3d: relations, exact source, target and type (annotation is incomplete: precision is a lower bound)"
PARTS = ("dev", "train")
GIVEN = "gold mentions"
MOVED = "found mentions moved onto the gold ones"
FREE = "end to end"
Answer = Callable[[Document], Iterable[Relation]]


def baselines(session: Session) -> list[Line]:
    """Co-occurrence, and the triples of textacy as the relation that most ties between actors have."""
    habit = cooccurrence.learn(load(session.data, "train"))
    given = {
        "co-occurrence": lambda one: cooccurrence.relations(one.text, one.mentions, habit),
        triples.NAME: lambda one: _from_triples(one, one.mentions),
    }
    free = {
        "co-occurrence of spaCy entities": lambda one: cooccurrence.relations(one.text, _entities(one), habit),
        triples.NAME: lambda one: _from_triples(one, _entities(one)),
    }
    found = [row for system, answer in given.items() for row in _lines(session, system, GIVEN, answer)]
    return found + [row for system, answer in free.items() for row in _lines(session, system, FREE, answer)]


def ours(session: Session) -> list[Line]:
    """The ties and relations of our reading; with mentions given, ties are moved onto them and relations asked of them."""
    session.ahead((one.id, one.text) for part in PARTS for one in session.some(load(session.data, part)))

    def free(one: Document) -> list[Relation]:
        return mapping.relations(session.reading(one.id, one.text))

    def given(one: Document) -> list[Relation]:
        told = mapping.tied(session.reading(one.id, one.text))
        return [*snapped(told, one.argument_spans), *related(one.text, one.argument_spans)]

    def moved(one: Document) -> list[Relation]:
        return snapped(free(one), one.argument_spans)

    found = [*_lines(session, OURS, GIVEN, given), *_lines(session, OURS, MOVED, moved)]
    return found + _lines(session, OURS, FREE, free)


def _lines(session: Session, system: str, task: str, answer: Answer) -> list[Line]:
    found = []
    for part in PARTS:
        pairs = [(list(answer(one)), one.relations) for one in session.some(load(session.data, part))]
        rows = [score_relations(said, true).row for said, true in pairs]
        signed = [score_relations(only(said), only(true)).row for said, true in pairs]
        ends = [score_ends(said, true).row for said, true in pairs]
        for name, figure in (("F1", f1), ("precision", precision), ("recall", recall)):
            found.append(line(system, part, f"{task}, {name}", rows, figure))
        found.append(line(system, part, f"{task}, signed four F1", signed, f1))
        found.append(line(system, part, f"{task}, any type, recall", ends, recall))
    return found


def _entities(one: Document) -> list[TypedSpan]:
    return spacy_small.entities(one.text)


def _from_triples(one: Document, mentions: Iterable[TypedSpan]) -> Iterator[Relation]:
    """Triples whose ends lie on two mentions, as the relation that is most frequent between actors."""
    known = sorted((mention.start, mention.end) for mention in mentions)
    for subject, object_ in triples.triples(one.text):
        ends = [nearest(end, known) for end in (subject, object_)]
        if ends[0] and ends[1] and ends[0] != ends[1]:
            yield Relation(ends[0], ends[1], "FightingAgainst")
