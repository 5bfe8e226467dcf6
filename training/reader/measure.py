"""The exported model's figures by the benchmarks' own scorers, each with the threshold at which it was taken."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from avowed.annotate.encoder import Encoder, Reading, ReadPair, ReadSpan
from avowed.annotate.encoder.fills import LEAST, window_told
from avowed.annotate.fillers import ReportTold, report_told
from avowed.model.vocabulary import MentionType
from benchmarks.scoring import gtt
from benchmarks.scoring.ceaf_rme import score_mentions
from benchmarks.scoring.counts import Counts, f1, precision, recall
from benchmarks.scoring.relations import SIGNED, Relation, score_relations
from benchmarks.scoring.spans import TypedSpan, score_spans
from benchmarks.scoring.templates import stripped
from benchmarks.scoring.ties import Party, Tie, score_ties
from benchmarks.sets import annotations, muc4
from training.reader.assembly import Case, assembled
from training.reader.documents import Labelled, sentences
from training.reader.examples import NEAR
from training.reader.labels import SIGN_MARK

ACTORS = {MentionType.PERSON.value, MentionType.ORGANISATION.value, MentionType.NATIONALITY.value}
SWEEP = tuple(round(0.05 * step, 2) for step in range(3, 19))
SIGNS = {mark: sign for sign, mark in SIGN_MARK.items()}

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it stands in the card."""

    name: str
    f1: float
    precision: float
    recall: float
    threshold: float


def figure(name: str, threshold: float, counts: Iterable[Counts]) -> Figure:
    """Micro-averaged over documents."""
    sums = np.array(sum(counts, Counts()).row)
    return Figure(name, *(round(float(part(sums)), 4) for part in (f1, precision, recall)), threshold)


def swept(name: str, counts: Callable[[float], Iterable[Counts]], sweep: Sequence[float] = SWEEP) -> Figure:
    """The figure at the threshold that gives the best F1."""
    return max((figure(name, at, counts(at)) for at in sweep), key=lambda one: one.f1)


def readings(encoder: Encoder, text: str) -> tuple[Reading, ...]:
    """A report's windows."""
    return encoder.read(text, list(sentences(text)))


def near(spans: Spans) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Ordered pairs of spans that stand near one another."""
    return [(a, b) for a in spans for b in spans if a != b and max(a[0], b[0]) - min(a[1], b[1]) <= NEAR]


def pairs(windows: Sequence[Reading], spans: Spans) -> dict[tuple[tuple[int, int], tuple[int, int]], ReadPair]:
    """Each near pair as read in the first window that holds it."""
    asked, found = near(spans), {}
    for window in windows:
        for one in window.pairs(asked):
            found.setdefault((one.subject, one.object), one)
    return found


def relations(read: Iterable[ReadPair], at: float) -> Iterator[Relation]:
    """The best re3d relation of each pair that reaches the threshold."""
    for one in read:
        best = max((name for name in one.relations if name != "none"), key=lambda name: one.relations[name])
        if one.relations[best] >= at:
            yield Relation(one.subject, one.object, best)


def ties(text: str, read: Iterable[ReadPair], at: float) -> Iterator[Tie]:
    """The best tie of each pair that reaches the threshold; one that holds both ways is given once."""
    seen: set[tuple[str, frozenset[tuple[int, int]]]] = set()
    for one in read:
        best = max((name for name in one.ties if name != "none"), key=lambda name: one.ties[name])
        key = (best, frozenset((one.subject, one.object)))
        if one.ties[best] >= at and key not in seen:
            seen.add(key)
            yield tie(text, one, best)


def tie(text: str, one: ReadPair, label: str) -> Tie:
    """A tie in the words of the benchmarks."""
    likely = {name: max(chances, key=lambda value: chances[value]) for name, chances in one.attributes.items()}
    ends = [Party(span, frozenset({stripped(text[slice(*span)])})) for span in (one.subject, one.object)]
    quote = min(one.subject[0], one.object[0]), max(one.subject[1], one.object[1])
    return Tie(
        *ends,
        dimension=label[:-1],
        sign=SIGNS[label[-1]],
        quote=quote,
        voice=likely["voice"],
        factuality=likely["factuality"],
        negated=likely["negated"] == "yes",
        speaker=None,
        score=one.ties[label],
    )


def of_re3d(encoder: Encoder, documents: Sequence[Labelled]) -> list[Figure]:
    """Mentions, and relations with gold mentions and end to end."""
    read = [(one, readings(encoder, one.text)) for one in documents]
    gold = [{Relation(p.subject, p.object, p.relation) for p in one.pairs if p.relation} for one in documents]

    def mentions(at: float) -> list[Counts]:
        return [score_spans(_typed(found(windows, at)), _typed(_gold(one))) for one, windows in read]

    best = swept("re3d dev mentions", mentions)
    given = [pairs(windows, _argument_spans(one)) for one, windows in read]
    free = [pairs(windows, [(s.start, s.end) for s in found(windows, best.threshold)]) for _, windows in read]

    def scored(read_pairs: Sequence[dict], at: float, kinds: frozenset[str] | None = None) -> list[Counts]:
        kept = [[r for r in relations(one.values(), at) if not kinds or r.type in kinds] for one in read_pairs]
        true = [[r for r in one if not kinds or r.type in kinds] for one in gold]
        return [score_relations(said, wanted) for said, wanted in zip(kept, true, strict=True)]

    return [
        best,
        swept("re3d dev relations, gold mentions", lambda at: scored(given, at)),
        swept("re3d dev signed four, gold mentions", lambda at: scored(given, at, SIGNED)),
        swept("re3d dev relations, end to end", lambda at: scored(free, at)),
    ]


def found(windows: Iterable[Reading], at: float) -> list[ReadSpan]:
    """All mentions of a report."""
    return [span for window in windows for span in window.mentions(at)]


def _gold(one: Labelled) -> list[ReadSpan]:
    return [ReadSpan(s.start, s.end, s.label, 1.0) for s in one.spans if s.scheme == "mention"]


def _typed(spans: Iterable[ReadSpan]) -> set[TypedSpan]:
    return {TypedSpan(one.start, one.end, one.label) for one in spans}


def _argument_spans(one: Labelled) -> list[tuple[int, int]]:
    return sorted({(s.start, s.end) for s in one.spans} | {end for p in one.pairs for end in (p.subject, p.object)})


def of_own(encoder: Encoder, documents: Sequence[annotations.Document], party_from: float) -> list[Figure]:
    """Ties of the held-out annotations, from text alone; and at the threshold where their precision is 0.7 or more."""
    read = []
    for one in documents:
        windows = readings(encoder, one.text)
        read.append((one, pairs(windows, parties(windows, party_from))))

    def scored(at: float) -> list[Counts]:
        return [score_ties(list(ties(one.text, found.values(), at)), one.ties) for one, found in read]

    best = swept("own ties, held out, end to end", scored)
    strict = [figure("own ties, held out, precise", at, scored(at)) for at in SWEEP]
    precise = [one for one in strict if one.precision >= 0.7]
    return [best, *precise[:1]]


def parties(windows: Iterable[Reading], at: float) -> list[tuple[int, int]]:
    """Spans that may be party to a tie: what the head for parties finds, and mentions of actors apart from it."""
    ends: list[tuple[int, int]] = []
    for window in windows:
        ends += [(one.start, one.end) for one in window.parties(at)]
        actors = [(one.start, one.end) for one in window.mentions() if one.label in ACTORS]
        ends += [one for one in actors if all(one[1] <= other[0] or other[1] <= one[0] for other in ends)]
    return ends


def of_muc(
    section: Mapping[str, Any], told: Callable[[str], ReportTold], documents: Sequence[muc4.Document]
) -> list[Figure]:
    """GTT micro-F1 of the model's own assembly, its roles alone, and CEAF-RME; the rules of the walk take no part."""
    at = float(section["thresholds"]["fill"])
    said = [assembled(section, [Case(told(one.text), one.templates)])[0] for one in documents]
    rows = [gtt.score_templates(mine, one.templates) for mine, one in zip(said, documents, strict=True)]
    mentions = [score_mentions(mine, one.templates) for mine, one in zip(said, documents, strict=True)]
    return [
        figure("MUC-4 dev incidents (GTT)", at, map(gtt.micro, rows)),
        figure("MUC-4 dev roles only", at, map(gtt.roles_only, rows)),
        figure("MUC-4 dev CEAF-RME", at, mentions),
    ]


def of_upper(encoder: Encoder, folder: Path) -> list[Figure]:
    """The same of the upper layers that read incidents beside a reader."""

    def told(text: str) -> ReportTold:
        return report_told(text, encoder.both(text, list(sentences(text)))[1])

    return of_muc(encoder.card.row["incidents"]["assembly"], told, muc4.load(folder, "dev"))


def _told(encoder: Encoder, text: str) -> ReportTold:
    row = encoder.card.row
    windows = readings(encoder, text)
    told = [
        window_told(encoder.heads, one.projected, one.window, row["labels"], row["longest"], LEAST) for one in windows
    ]
    return report_told(text, told)


def everything(encoder: Encoder, folder: Path, re3d_dev: Sequence[Labelled]) -> list[Figure]:
    """All figures of the card."""
    shut = annotations.held_out()
    own = [one for one in annotations.load(folder) if one.key in shut]
    party_from = encoder.card.threshold("party")
    found = [*of_re3d(encoder, re3d_dev), *of_own(encoder, own, party_from)]
    if "assembly" not in encoder.card.row:
        return found
    told = partial(_told, encoder)
    return [*found, *of_muc(encoder.card.row["assembly"], told, muc4.load(folder, "dev"))]
