"""Figures on the development parts, by gold and by found mentions; thresholds are swept, and the sweep is shown."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from avowed.annotate.encoder.decode import Words, chosen, pair_scores, span_scores, undirected
from avowed.annotate.encoder.heads import Floats
from avowed.annotate.encoder.pieces import Window
from training.reader import labels
from training.reader.config import Schedule
from training.reader.examples import NEAR, Example, Prepared, examples
from training.reader.reading import Projects

LONGEST = 14
SYMMETRIC = {
    "tie": [labels.TIES.index(name) for name in sorted(labels.SYMMETRIC_TIES)],
    "relation": [labels.RELATIONS.index(name) for name in sorted(labels.SYMMETRIC_RELATIONS)],
}
NAMES = {"tie": labels.TIES, "relation": labels.RELATIONS}


@dataclass(slots=True)
class Count:
    """Right, found and wanted; their F1."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, found: set, wanted: set) -> None:
        """Counts one window or document."""
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    @property
    def f1(self) -> float:
        """Twice what is right over all that is found or wanted."""
        return 2 * self.right / max(1, self.found + self.wanted)

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.wanted)
        return f"F1 {self.f1:.3f} P {precision:.3f} R {recall:.3f} of {self.wanted}"


@dataclass(frozen=True)
class Read:
    """A window with its targets and the model's vectors."""

    example: Example
    projected: Floats

    @property
    def window(self) -> Window:
        """The window itself."""
        return self.example.window


def read(reader: Projects, texts: Iterable[Prepared], schedule: Schedule) -> list[Read]:
    """Every window of these texts, run once."""
    made = (one for text in texts for one in examples(text, schedule))
    return [Read(one, reader.project(one.window)) for one in made]


def mentions(reader: Projects, windows: Sequence[Read], scheme: str, threshold: float, nested: float = 0.9) -> Count:
    """Exact span and label under a scheme."""
    count = Count()
    for one in windows:
        targets = dict(one.example.spans)[scheme]
        words, chances = span_scores(reader.heads, one.projected, one.window, [scheme], LONGEST)
        found = {(each.words, each.column) for each in chosen(words, chances[scheme], threshold, nested)}
        count.add(found, {(where, column) for where, column, _ in targets.labelled if column > 0})
    return count


def gold_pairs(reader: Projects, windows: Sequence[Read], head: str) -> list[tuple[int, Words, Words, int, float, int]]:
    """(window, subject, object, best label, its score, gold label) of every judged pair; symmetric ones once."""
    rows = []
    for number, one in enumerate(windows):
        judged = {(pair.subject, pair.object): getattr(pair, head) for pair in one.example.pairs}
        judged = {pair: label for pair, label in judged.items() if label >= 0}
        if judged:
            scores, _ = pair_scores(reader.heads, one.projected, one.window, list(judged), [head])
            rows += [(number, *row) for row in _best(judged, scores[head], head)]
    return rows


def _best(
    judged: dict[tuple[Words, Words], int], scores: Floats, head: str
) -> list[tuple[Words, Words, int, float, int]]:
    found = undirected(list(judged), scores, SYMMETRIC[head])
    return [(*pair, int(row[1:].argmax()) + 1, float(row[1:].max()), judged[pair]) for pair, row in found.items()]


def score_pairs(
    rows: Sequence[tuple[int, Words, Words, int, float, int]],
    head: str,
    threshold: float,
    only: Callable[[str], bool] = lambda _: True,
) -> Count:
    """Micro-F1 over labels; a symmetric label counts once a pair."""
    names, count = NAMES[head], Count()
    symmetric = {names[column] for column in SYMMETRIC[head]}

    def key(number: int, subject: Words, target: Words, column: int) -> tuple:
        ends = tuple(sorted((subject, target))) if names[column] in symmetric else (subject, target)
        return number, ends, column

    found = {key(n, s, o, best) for n, s, o, best, score, _ in rows if score >= threshold and only(names[best])}
    wanted = {key(n, s, o, gold) for n, s, o, _, _, gold in rows if gold > 0 and only(names[gold])}
    count.add(found, wanted)
    return count


def end_to_end(reader: Projects, windows: Sequence[Read], head: str, scheme: str, at: float, threshold: float) -> Count:
    """Pairs between found spans: exact ends and label."""
    names, count = NAMES[head], Count()
    symmetric = set(SYMMETRIC[head])
    for number, one in enumerate(windows):
        words, chances = span_scores(reader.heads, one.projected, one.window, [scheme], LONGEST)
        spans = [each.words for each in chosen(words, chances[scheme], at, 0.9)]
        pairs = [(a, b) for a in spans for b in spans if a != b and _gap(one.window, a, b) <= NEAR]
        wanted = {
            _key(number, pair.subject, pair.object, getattr(pair, head), symmetric)
            for pair in one.example.pairs
            if getattr(pair, head) > 0
        }
        found = set()
        if pairs:
            scores, _ = pair_scores(reader.heads, one.projected, one.window, pairs, [head])
            for (subject, target), row in undirected(pairs, scores[head], SYMMETRIC[head]).items():
                best = int(row[1:].argmax()) + 1
                if row[best] >= threshold:
                    found.add(_key(number, subject, target, best, symmetric))
        count.add(found, wanted)
    _ = names
    return count


def _key(number: int, subject: Words, target: Words, column: int, symmetric: set[int]) -> tuple:
    ends = tuple(sorted((subject, target))) if column in symmetric else (subject, target)
    return number, ends, column


def _gap(window: Window, one: Words, other: Words) -> int:
    left, right = sorted((one, other))
    return window.offsets[window.words[right[0]][0]][0] - window.offsets[window.words[left[1]][1]][1]


def attributes(reader: Projects, windows: Sequence[Read]) -> dict[str, float]:
    """Accuracy of each attribute on gold ties."""
    right: dict[str, list[bool]] = {name: [] for name in labels.ATTRIBUTES}
    for one in windows:
        ties = [pair for pair in one.example.pairs if pair.tie > 0]
        if ties:
            ends = [(pair.subject, pair.object) for pair in ties]
            scores, _ = pair_scores(reader.heads, one.projected, one.window, ends, list(labels.ATTRIBUTES))
            for number, name in enumerate(labels.ATTRIBUTES):
                said = scores[name].argmax(axis=1)
                right[name] += [
                    bool(said[row] == pair.attributes[number])
                    for row, pair in enumerate(ties)
                    if pair.attributes[number] >= 0
                ]
    return {name: float(np.mean(found)) if found else 0.0 for name, found in right.items()}


def factuality(reader: Projects, windows: Sequence[Read]) -> float:
    """Pearson r of the factuality of predicates."""
    said, wanted = [], []
    for one in windows:
        column = reader.heads.part(one.projected, "factuality")[:, 0]
        said += [float(column[mark[0]]) for mark in one.example.marks]
        wanted += [mark[1] for mark in one.example.marks]
    return float(np.corrcoef(said, wanted)[0, 1]) if len(set(said)) > 1 else 0.0


SWEEP = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)


def best(score: Callable[[float], Count]) -> tuple[float, Count]:
    """The threshold with the best F1, and its counts."""
    return max(((at, score(at)) for at in SWEEP), key=lambda pair: pair[1].f1)


@dataclass(frozen=True)
class Development:
    """The development parts in word pieces."""

    re3d: tuple[Prepared, ...]
    own: tuple[Prepared, ...]
    muc: tuple[Prepared, ...]
    factuality: tuple[Prepared, ...]


def figures(reader: Projects, parts: Development, schedule: Schedule) -> dict[str, str]:
    """All figures, each with the threshold that gave it."""
    re3d, own, muc = (read(reader, part, schedule) for part in (parts.re3d, parts.own, parts.muc))
    shown: dict[str, str] = {}

    def show(name: str, score: Callable[[float], Count]) -> None:
        at, count = best(score)
        shown[name] = f"{count} at {at}"

    show("re3d mentions", lambda at: mentions(reader, re3d, "mention", at))
    rows = gold_pairs(reader, re3d, "relation")
    show("re3d relations", lambda at: score_pairs(rows, "relation", at))
    show("re3d signed four", lambda at: score_pairs(rows, "relation", at, labels.SIGNED_RELATIONS.__contains__))
    show("re3d end to end", lambda at: end_to_end(reader, re3d, "relation", "mention", 0.5, at))
    ties = gold_pairs(reader, own, "tie")
    show("own ties, gold parties", lambda at: score_pairs(ties, "tie", at))
    show("own parties", lambda at: mentions(reader, own, "party", at))
    show("own ties, end to end", lambda at: end_to_end(reader, own, "tie", "party", 0.4, at))
    if muc:
        show("MUC-4 role spans", lambda at: mentions(reader, muc, "role", at))
    shown |= {f"own {name}": f"{value:.3f}" for name, value in attributes(reader, own).items()}
    shown["factuality r"] = f"{factuality(reader, read(reader, parts.factuality, schedule)):.3f}"
    return shown
