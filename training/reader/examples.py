"""Turns labelled texts into windows with targets on words; what a window cuts in two is not asked for."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from avowed.annotate.encoder.pieces import UNKNOWN, Sentence, Tokenise, Window, sentence_pieces, windows
from training.reader import labels
from training.reader.config import Schedule
from training.reader.documents import ANY, BYSTANDER, Labelled, PairLabel, sentences

IGNORE, SOME = -1, -2  # no judgement; a mention of an untold type
NEAR = 150  # code points between the ends of a pair that is worth asking about; 98 % of re3d relations
APART = 0.5  # weight of a pair that no tie joins because one of it is party to none
MOST_TEMPLATE_PAIRS = 120  # a window
SCHEMES = {"mention": labels.MENTIONS, "party": labels.ACTORS, "role": labels.ROLES}

Words = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SpanTargets:
    """Labelled word spans of one scheme; unlabelled ones are nothing where closed, else unknown unless they cross."""

    closed: bool
    labelled: tuple[tuple[Words, int, float], ...]
    groups: tuple[tuple[Words, ...], ...] = ()  # spans of which at least one is meant


@dataclass(frozen=True, slots=True)
class PairTarget:
    """A pair of word spans; IGNORE where a head was not judged."""

    subject: Words
    object: Words
    tie: int = IGNORE
    relation: int = IGNORE
    trigger: Words | None = None
    attributes: tuple[int, ...] = (IGNORE,) * len(labels.ATTRIBUTES)
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Example:
    """A window with everything that its source tells of it."""

    window: Window
    spans: tuple[tuple[str, SpanTargets], ...] = ()
    pairs: tuple[PairTarget, ...] = ()
    marks: tuple[tuple[int, float, float], ...] = ()
    incidents: tuple[tuple[int, ...], ...] | None = None  # for each sentence the columns of its incidents
    kinds: tuple[tuple[Words, tuple[int, ...]], ...] = ()  # in templates of which types a span stands
    report: tuple[int, ...] | None = None  # columns of what the window, read as one report, tells of
    templates: tuple[tuple[Words, Words, bool], ...] = ()  # whether two fillers stand in one template


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text cut into word pieces once; windows over it may be packed anew each epoch."""

    document: Labelled
    sentences: tuple[Sentence, ...]


def prepare(document: Labelled, tokenise: Tokenise) -> Prepared:
    """The document with its sentences in word pieces."""
    found = (sentence_pieces(document.text, start, end, tokenise) for start, end in sentences(document.text))
    return Prepared(document, tuple(one for one in found if one.ids))


def examples(prepared: Prepared, schedule: Schedule, chance: Random | None = None) -> Iterator[Example]:
    """The document's windows; with a chance given, of random length and now and then without letter case."""
    room = chance.randint(schedule.shortest_window, schedule.window) if chance else schedule.window
    for window in windows(prepared.sentences, room):
        plain = chance is not None and chance.random() < schedule.plain_case
        yield example(prepared.document, replace(window, shapes=(UNKNOWN,) * len(window.ids)) if plain else window)


def example(document: Labelled, window: Window) -> Example:
    """One window's targets."""
    place = placer(window)
    spans = tuple(
        _span_targets(document, scheme, how == "closed", place) for scheme, how in document.schemes if scheme in SCHEMES
    )
    return Example(
        window,
        spans,
        tuple(_pair_targets(document, place)),
        _marks(document, window),
        _incidents(document, window, place),
        _kinds(document, place),
        _report(document, window, place),
        tuple(_same_template(document, place))[:MOST_TEMPLATE_PAIRS],
    )


def placer(window: Window) -> Callable[[int, int], Words | None]:
    """A function from code points to the window's words; None where the span is not wholly inside."""
    starts = [window.offsets[first][0] for first, _ in window.words]
    ends = [window.offsets[last][1] for _, last in window.words]

    def place(start: int, end: int) -> Words | None:
        if not starts or start < starts[0] or end > ends[-1]:
            return None
        first = bisect_right(ends, start)
        last = bisect_right(starts, end - 1) - 1
        return (first, last) if first <= last and starts[first] < end and ends[last] > start else None

    return place


Place = Callable[[int, int], Words | None]


def _span_targets(document: Labelled, scheme: str, closed: bool, place: Place) -> tuple[str, SpanTargets]:
    columns = SCHEMES[scheme]
    found: dict[Words, tuple[int, float]] = {}
    groups: dict[str, list[Words]] = {}
    for span in document.spans:
        if span.scheme == scheme and (words := place(span.start, span.end)) is not None:
            column = SOME if span.label == ANY else columns.index(span.label)
            known = found.get(words)
            if known is None or known[0] == SOME:
                found[words] = (column, span.weight)
                if span.group:
                    groups.setdefault(span.group, []).append(words)
    if closed:  # a span of untold type says nothing where every mention is told
        found = {words: (column if column != SOME else IGNORE, weight) for words, (column, weight) in found.items()}
    told = tuple((words, column, weight) for words, (column, weight) in found.items())
    return scheme, SpanTargets(closed, told, tuple(map(tuple, groups.values())))


def _pair_targets(document: Labelled, place: Place) -> Iterator[PairTarget]:
    told: dict[tuple[Words, Words], list[PairLabel]] = {}
    for pair in document.pairs:
        ends = place(*pair.subject), place(*pair.object)
        if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
            told.setdefault((ends[0], ends[1]), []).append(pair)
    heads = judged(document)
    parties = _candidates(document, "party", place) if "tie" in heads else {}
    beside = _candidates(document, BYSTANDER, place) if parties else {}
    mentions = _candidates(document, "mention", place) if "relation" in heads else {}
    if "knowledge" in heads:
        parties = _candidates(document, "mention", place)
    acting = {**beside, **parties}
    for subject, target in _near_pairs({**mentions, **acting}):
        both = lambda spans: subject in spans and target in spans  # noqa: B023, E731 - used within this round
        tie_asked, relation_asked = both(acting), both(mentions)
        if tie_asked or relation_asked:
            found = _pair_target((subject, target), told, tie_asked, relation_asked, place)
            apart = tie_asked and not relation_asked and not both(parties)
            yield replace(found, weight=APART * found.weight) if apart else found


def judged(document: Labelled) -> frozenset[str]:
    """Which pair heads this document's source judges."""
    closed = {scheme for scheme, how in document.schemes if how == "closed"}
    found = {"tie"} if "tie" in closed else set()
    if document.source == "re3d":
        found.add("relation")
    if document.source == "knowledgenet":
        found.add("knowledge")
    return frozenset(found)


def _candidates(document: Labelled, scheme: str, place: Place) -> dict[Words, tuple[int, int]]:
    if scheme == "mention" and document.source == "re3d":
        spans = [one for one in document.spans if one.scheme == scheme and one.label != ANY]
    else:
        spans = [one for one in document.spans if one.scheme == scheme]
    placed = ((place(one.start, one.end), (one.start, one.end)) for one in spans)
    return {words: span for words, span in placed if words is not None}


def _near_pairs(spans: dict[Words, tuple[int, int]]) -> Iterator[tuple[Words, Words]]:
    for subject, (start, end) in spans.items():
        for target, (start_2, end_2) in spans.items():
            if subject != target and max(start, start_2) - min(end, end_2) <= NEAR:
                yield subject, target


def _pair_target(
    ends: tuple[Words, Words],
    told: dict[tuple[Words, Words], list[PairLabel]],
    tie_asked: bool,
    relation_asked: bool,
    place: Place,
) -> PairTarget:
    forward, backward = told.get(ends, []), told.get((ends[1], ends[0]), [])
    ties = [one for one in forward if one.tie] + [one for one in backward if one.tie in labels.SYMMETRIC_TIES]
    relations = [one for one in forward if one.relation]
    relations += [one for one in backward if one.relation in labels.SYMMETRIC_RELATIONS]
    tie = max(ties, key=lambda one: one.weight, default=None)
    relation = relations[0] if relations else None
    source = tie or relation
    return PairTarget(
        *ends,
        tie=labels.TIES.index(tie.tie if tie and tie.tie else "none") if tie_asked else IGNORE,
        relation=labels.RELATIONS.index(relation.relation if relation and relation.relation else "none")
        if relation_asked
        else IGNORE,
        trigger=place(*source.trigger) if source and source.trigger else None,
        attributes=_attributes(tie),
        weight=source.weight if source else 1.0,
    )


def _attributes(tie: PairLabel | None) -> tuple[int, ...]:
    told = dict(tie.attributes) if tie else {}
    return tuple(
        values.index(told[name]) if told.get(name) in values else IGNORE for name, values in labels.ATTRIBUTES.items()
    )


def _marks(document: Labelled, window: Window) -> tuple[tuple[int, float, float], ...]:
    pieces = {offset[0]: piece for piece, offset in enumerate(window.offsets) if offset[1] > offset[0]}
    return tuple((pieces[one.start], one.value, one.weight) for one in document.marks if one.start in pieces)


def _incidents(document: Labelled, window: Window, place: Place) -> tuple[tuple[int, ...], ...] | None:
    if document.incidents is None:
        return None
    found: list[set[int]] = [set() for _ in window.sentences]
    firsts: Sequence[int] = [first for first, _ in window.sentences]
    for start, end, kind in document.incidents:
        words = place(start, end)
        if words is not None and kind in labels.INCIDENTS:
            sentence = bisect_right(firsts, window.words[words[0]][0]) - 1
            found[sentence].add(labels.INCIDENTS.index(kind))
    return tuple(tuple(sorted(columns)) for columns in found)


def _kinds(document: Labelled, place: Place) -> tuple[tuple[Words, tuple[int, ...]], ...]:
    found: dict[Words, set[int]] = {}
    fills = {(one.start, one.end) for one in document.spans if one.scheme == "role"}
    for start, end, kind in document.incidents or ():
        words = place(start, end) if (start, end) in fills else None
        if words is not None and kind in labels.INCIDENTS:
            found.setdefault(words, set()).add(labels.INCIDENTS.index(kind))
    return tuple((words, tuple(sorted(columns))) for words, columns in found.items())


def _report(document: Labelled, window: Window, place: Place) -> tuple[int, ...] | None:
    """The types that the window's templates have, and those that several have; a template counts where most of it is."""
    if document.templates is None:
        return None
    first, last = window.offsets[1][0], window.offsets[-2][1]
    whole = not document.text[:first].strip() and not document.text[last:].strip()
    counts: dict[str, int] = {}
    for one in document.templates:
        inside = sum(place(*fill) is not None for fill in one.fills)
        if whole or (one.fills and 2 * inside >= len(one.fills)):
            for kind in one.kinds:
                counts[kind] = counts.get(kind, 0) + 1
    names = [*counts, *(f"several: {kind}" for kind, count in counts.items() if count > 1)]
    return tuple(sorted(labels.REPORTS.index(name) for name in names if name in labels.REPORTS))


def _same_template(document: Labelled, place: Place) -> Iterator[tuple[Words, Words, bool]]:
    fills = {(one.start, one.end) for one in document.spans if one.scheme == "role"}
    templates = document.templates or ()
    spans = sorted({fill for one in templates for fill in one.fills} & fills)
    for number, left in enumerate(spans):
        for right in spans[number + 1 :]:
            one, other = place(*left), place(*right)
            if one is not None and other is not None and one != other:
                yield one, other, any(left in each.fills and right in each.fills for each in templates)
