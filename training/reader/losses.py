"""What the heads are taught: one weighted sum of losses over the windows of a batch; unjudged labels cost nothing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from avowed.annotate.heads import candidates, distances, zones
from training.reader import labels
from training.reader.config import Schedule
from training.reader.examples import IGNORE, SOME, Example, PairTarget, SpanTargets
from training.reader.model import Reader

CROSSED = 0.5  # weight of "nothing" for a span that overlaps a known mention where mentions may be missing
NEGATIVE = 0.7  # weight of a pair without a label: 5 % of re3d's hold one all the same


class Sums:
    """Weighted losses by name, with what to divide them by."""

    def __init__(self) -> None:
        self.total: dict[str, Tensor] = {}
        self.count: dict[str, float] = defaultdict(float)

    def add(self, name: str, loss: Tensor, count: float) -> None:
        """Adds one window's summed loss."""
        self.total[name] = self.total.get(name, torch.zeros(())) + loss
        self.count[name] += count

    def means(self) -> dict[str, Tensor]:
        """Mean losses by name."""
        return {name: loss / max(self.count[name], 1.0) for name, loss in self.total.items()}


def losses(model: Reader, projected: Tensor, batch: Sequence[Example]) -> dict[str, Tensor]:
    """Mean loss of each head over a batch's windows."""
    sums = Sums()
    for row, example in enumerate(batch):
        window = projected[row, : len(example.window.ids)]
        if example.spans:
            _spans(model, window, example, sums)
        if example.pairs:
            _pairs(model, window, example.pairs, example, sums)
        if example.marks:
            _marks(model, window, example, sums)
        if example.incidents is not None:
            _incidents(model, window, example, sums)
    return sums.means()


def weighted(parts: dict[str, Tensor], schedule: Schedule) -> Tensor:
    """One loss from all heads."""
    pair = schedule.pair_loss
    weights = {
        "mention": schedule.mention_loss,
        "party": schedule.actor_loss,
        "role": schedule.role_loss,
        "tie": pair * schedule.tie_loss,
        "relation": pair * schedule.relation_loss,
        "trigger": pair * schedule.trigger_loss,
        "incident": schedule.incident_loss,
        "factuality": schedule.factuality_loss,
    } | dict.fromkeys(labels.ATTRIBUTES, schedule.attribute_loss)
    return torch.stack([weights[name] * loss for name, loss in parts.items()]).sum()


def _spans(model: Reader, window: Tensor, example: Example, sums: Sums) -> None:
    first, last, lengths = candidates(example.window.words, model.shape.longest)
    pieces = np.array(example.window.words)
    starts, ends = torch.from_numpy(pieces[first, 0]), torch.from_numpy(pieces[last, 1])
    hidden = model.spans(window, starts, ends, torch.from_numpy(lengths))
    for scheme, targets in example.spans:
        wanted, weight = span_targets(targets, first, last)
        scores = model.span_out[scheme](hidden)
        loss = _told_or_some(scores, torch.from_numpy(wanted))
        sums.add(scheme, (loss * torch.from_numpy(weight)).sum(), len(targets.labelled) + 2.0)


def _told_or_some(scores: Tensor, wanted: Tensor) -> Tensor:
    """Cross entropy; where only "some mention" is known, the likelihood of any label but nothing."""
    chances = functional.log_softmax(scores, dim=-1)
    some = torch.logsumexp(chances[:, 1:], dim=-1)
    told = chances.gather(1, wanted.clamp(min=0)[:, None])[:, 0]
    return -torch.where(wanted == SOME, some, told)


def span_targets(targets: SpanTargets, first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(column, weight) of every candidate span."""
    wanted = np.zeros(len(first), dtype=np.int64)
    weight = np.full(len(first), 1.0 if targets.closed else 0.0, dtype=np.float32)
    if not targets.closed:
        for (start, end), _, _ in targets.labelled:
            weight[(first <= end) & (last >= start)] = CROSSED
    for (start, end), column, sure in targets.labelled:
        here = (first == start) & (last == end)
        wanted[here] = max(column, SOME) if column != IGNORE else 0
        weight[here] = 0.0 if column == IGNORE else sure
    return wanted, weight


def _pairs(model: Reader, window: Tensor, pairs: Sequence[PairTarget], example: Example, sums: Sums) -> None:
    pieces = example.window.words
    ends = np.array([_ends(pair, pieces) for pair in pairs], dtype=np.int64)
    where, far = torch.from_numpy(zones(ends, len(window))), torch.from_numpy(distances(ends))
    hidden, looks = model.pairs(window, torch.from_numpy(ends), where, far)
    for name in ("tie", "relation"):
        _pair_head(model, name, hidden, [(getattr(pair, name), pair.weight) for pair in pairs], sums)
    for number, name in enumerate(labels.ATTRIBUTES):
        _attribute_head(model, name, hidden, [pair.attributes[number] for pair in pairs], sums)
    _triggers(looks, pairs, pieces, sums)


def _ends(pair: PairTarget, pieces: Sequence[tuple[int, int]]) -> tuple[int, int, int, int]:
    subject, target = pair.subject, pair.object
    return pieces[subject[0]][0], pieces[subject[1]][1], pieces[target[0]][0], pieces[target[1]][1]


def _pair_head(model: Reader, name: str, hidden: Tensor, told: Iterable[tuple[int, float]], sums: Sums) -> None:
    rows = [
        (row, column, weight if column else NEGATIVE * weight)
        for row, (column, weight) in enumerate(told)
        if column != IGNORE
    ]
    if rows:
        at, wanted, weight = (torch.tensor(part) for part in zip(*rows, strict=True))
        loss = functional.cross_entropy(model.pair_out[name](hidden[at]), wanted, reduction="none")
        sums.add(name, (loss * weight).sum(), float((weight * (wanted > 0)).sum()) * 2.0 + 0.1 * len(rows))


def _attribute_head(model: Reader, name: str, hidden: Tensor, told: Sequence[int], sums: Sums) -> None:
    rows = [(row, column) for row, column in enumerate(told) if column != IGNORE]
    if rows:
        at, wanted = (torch.tensor(part) for part in zip(*rows, strict=True))
        scores = model.pair_out[name](hidden[at])
        sums.add(name, functional.cross_entropy(scores, wanted, reduction="sum"), float(len(rows)))


def _triggers(looks: Tensor, pairs: Sequence[PairTarget], pieces: Sequence[tuple[int, int]], sums: Sums) -> None:
    for row, pair in enumerate(pairs):
        if pair.trigger is not None:
            seen = looks[row, pieces[pair.trigger[0]][0] : pieces[pair.trigger[1]][1] + 1].sum()
            sums.add("trigger", -torch.log(seen + 1e-6), 1.0)


def _marks(model: Reader, window: Tensor, example: Example, sums: Sums) -> None:
    at = torch.tensor([mark[0] for mark in example.marks])
    wanted = torch.tensor([mark[1] for mark in example.marks])
    weight = torch.tensor([mark[2] for mark in example.marks])
    loss = functional.smooth_l1_loss(model.part(window, "factuality")[at, 0], wanted, reduction="none")
    sums.add("factuality", (loss * weight).sum(), float(len(at)))


def _incidents(model: Reader, window: Tensor, example: Example, sums: Sums) -> None:
    scores = model.incidents(window, list(example.window.sentences))
    wanted = torch.zeros_like(scores)
    for row, kinds in enumerate(example.incidents or ()):
        wanted[row, list(kinds)] = 1.0
    loss = functional.binary_cross_entropy_with_logits(scores, wanted, reduction="sum")
    sums.add("incident", loss, float(len(wanted)))
