"""Co-occurrence: two mentions in one sentence have the relation that is most frequent between their types in train."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from benchmarks.baselines.sentences import sentences
from benchmarks.scoring.relations import SYMMETRIC, Relation
from benchmarks.scoring.spans import TypedSpan
from benchmarks.sets.re3d import Document

# A pair of types that is related less often than this in train says nothing; the only setting, chosen on train.
LEAST_SHARE = 0.1
Types = tuple[str, str]
Habit = Mapping[Types, tuple[str, bool]]


def learn(documents: Iterable[Document]) -> Habit:
    """For each pair of types in text order the most frequent relation, and whether it runs in text order."""
    related: dict[Types, Counter[tuple[str, bool]]] = defaultdict(Counter)
    met: Counter[Types] = Counter()
    for one in documents:
        met.update((left.type, right.type) for left, right in pairs(one.text, one.mentions))
        for types, kind in _kinds(one):
            related[types][kind] += 1
    habits = {types: counts.most_common(1)[0] for types, counts in related.items()}
    return {types: kind for types, (kind, times) in habits.items() if times >= LEAST_SHARE * met[types]}


def relations(text: str, mentions: Iterable[TypedSpan], habit: Habit) -> list[Relation]:
    """The relations of every pair of mentions in one sentence."""
    found = (relation(left, right, habit) for left, right in pairs(text, mentions))
    return [one for one in found if one]


def relation(left: TypedSpan, right: TypedSpan, habit: Habit) -> Relation | None:
    """The habitual relation of two mentions in text order."""
    kind = habit.get((left.type, right.type))
    if not kind:
        return None
    source, target = (left[:2], right[:2]) if kind[1] else (right[:2], left[:2])
    return Relation(source, target, kind[0])


def pairs(text: str, mentions: Iterable[TypedSpan]) -> Iterator[tuple[TypedSpan, TypedSpan]]:
    """Pairs of mentions that begin in one sentence, in text order."""
    ordered = sorted(mentions)
    for start, end in sentences(text):
        yield from combinations([one for one in ordered if start <= one.start < end], 2)


def _kinds(one: Document) -> Iterator[tuple[Types, tuple[str, bool]]]:
    types = {(mention.start, mention.end): mention.type for mention in one.mentions}
    for source, target, name in one.relations:
        if source in types and target in types:
            forward = source < target
            ends = (source, target) if forward else (target, source)
            yield (types[ends[0]], types[ends[1]]), (name, forward or name in SYMMETRIC)
