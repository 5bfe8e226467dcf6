"""What the heads are taught: one weighted sum of losses over the windows of a batch; unjudged labels cost nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from avowed.annotate.encoder.heads import candidates, distances, zones
from training.reader import labels
from training.reader.config import Schedule
from training.reader.examples import IGNORE, SOME, Example, PairTarget, SpanTargets
from training.reader.model import Reader

CROSSED = 0.5  # weight of "nothing" for a span that overlaps a known mention where mentions may be missing
OTHER_ROLE = 0.5  # weight of a filler's other roles being none of its occurrences'
NEGATIVE = 0.7  # weight of a pair without a label: 5 % of re3d's hold one all the same


class Sums:
    """Weighted losses by name, with what to divide them by."""

    def __init__(self) -> None:
        self.total: dict[str, Tensor] = {}
        self.count: dict[str, float] = defaultdict(float)

    def add(self, name: str, loss: Tensor, count: float) -> None:
        """Adds one window's summed loss."""
        self.total[name] = self.total[name] + loss if name in self.total else loss
        self.count[name] += count

    def means(self) -> dict[str, Tensor]:
        """Mean losses by name."""
        return {name: loss / max(self.count[name], 1.0) for name, loss in self.total.items()}


def losses(model: Reader, projected: Tensor, batch: Sequence[Example]) -> dict[str, Tensor]:
    """Mean loss of each head over a batch's windows."""
    sums = Sums()
    pieces = projected.flatten(0, 1)
    _spans(model, pieces, projected.shape[1], batch, sums)
    _incidents(model, pieces, projected.shape[1], batch, sums)
    _reports(model, projected, batch, sums)
    for row, example in enumerate(batch):
        window = projected[row, : len(example.window.ids)]
        if example.pairs:
            _pairs(model, window, example.pairs, example, sums)
        if example.templates:
            _templates(model, window, example, sums)
        if example.marks:
            _marks(model, window, example, sums)
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
        "template": schedule.template_loss,
        "incident": schedule.incident_loss,
        "kind": schedule.kind_loss,
        "report": schedule.report_loss,
        "factuality": schedule.factuality_loss,
    } | dict.fromkeys(labels.ATTRIBUTES, schedule.attribute_loss)
    return torch.stack([weights[name] * loss for name, loss in parts.items()]).sum()


@dataclass(slots=True)
class SpanRows:
    """One scheme's spans over a batch: their rows among all candidates, wanted columns, weights and groups."""

    rows: list[np.ndarray] = field(default_factory=list)
    wanted: list[np.ndarray] = field(default_factory=list)
    weight: list[np.ndarray] = field(default_factory=list)
    members: list[tuple[int, int, int]] = field(default_factory=list)  # row among all, group, column
    groups: int = 0
    count: float = 0.0


def _spans(model: Reader, pieces: Tensor, width: int, batch: Sequence[Example], sums: Sums) -> None:
    firsts, lasts, lengths, schemes, at = [], [], [], defaultdict(SpanRows), 0
    kinds: list[tuple[int, tuple[int, ...]]] = []
    for number, example in enumerate(batch):
        if not example.spans:
            continue
        first, last, length = candidates(example.window.words, model.shape.longest)
        ends = np.array(example.window.words)
        firsts.append(ends[first, 0] + number * width)
        lasts.append(ends[last, 1] + number * width)
        lengths.append(length)
        row_of = {pair: at + row for row, pair in enumerate(zip(first.tolist(), last.tolist(), strict=True))}
        for scheme, targets in example.spans:
            _add_rows(schemes[scheme], targets, first, last, row_of, at)
        kinds += [(row_of[words], columns) for words, columns in example.kinds if words in row_of]
        at += len(first)
    if not firsts:
        return
    on = pieces.device
    joined = [torch.from_numpy(np.concatenate(one)).to(on) for one in (firsts, lasts, lengths)]
    hidden = model.spans(pieces, *joined)
    for scheme, told in schemes.items():
        _scheme(model, scheme, hidden, told, sums)
    if kinds:
        _kinds(model, hidden, kinds, sums)


def _add_rows(
    told: SpanRows,
    targets: SpanTargets,
    first: np.ndarray,
    last: np.ndarray,
    row_of: Mapping[tuple[int, int], int],
    at: int,
) -> None:
    wanted, weight = span_targets(targets, first, last)
    columns = {words: column for words, column, _ in targets.labelled}
    for group in targets.groups:
        members = [words for words in group if words in row_of and columns.get(words, 0) > 0]
        for words in members:
            weight[row_of[words] - at] = 0.0
            told.members.append((row_of[words], told.groups, columns[words]))
        told.groups += bool(members)
    told.rows.append(np.arange(at, at + len(first)))
    told.wanted.append(wanted)
    told.weight.append(weight)
    told.count += (len(targets.groups) or len(targets.labelled)) + 2.0


def _scheme(model: Reader, scheme: str, hidden: Tensor, told: SpanRows, sums: Sums) -> None:
    on = hidden.device
    rows, wanted, weight = (
        torch.from_numpy(np.concatenate(one)).to(on) for one in (told.rows, told.wanted, told.weight)
    )
    scores = model.span_out[scheme](hidden if len(rows) == len(hidden) else hidden[rows])
    loss = (_told_or_some(scores, wanted) * weight).sum()
    if told.members:
        at, group, column = torch.tensor(told.members, device=on).T
        loss = loss + _any_of(torch.log_softmax(model.span_out[scheme](hidden[at]), dim=-1), group, column, told.groups)
    sums.add(scheme, loss, told.count)


def _any_of(chances: Tensor, group: Tensor, column: Tensor, groups: int) -> Tensor:
    """Of each group at least one span holds the label (noisy or), and none of them holds another."""
    meant = chances.gather(1, column[:, None])[:, 0].exp()
    free = torch.log1p(-meant.clamp(max=1 - 1e-5))
    none = torch.zeros(groups, device=chances.device).index_add(0, group, free)
    other = -torch.log((meant + chances[:, 0].exp()).clamp(min=1e-5))
    return -torch.log1p(-none.exp().clamp(max=1 - 1e-5)).sum() + OTHER_ROLE * other.sum()


def _kinds(model: Reader, hidden: Tensor, kinds: Sequence[tuple[int, tuple[int, ...]]], sums: Sums) -> None:
    scores = model.span_out["kind"](hidden[torch.tensor([row for row, _ in kinds], device=hidden.device)])
    loss = functional.binary_cross_entropy_with_logits(scores, _marked(scores, [one for _, one in kinds]))
    sums.add("kind", loss * len(kinds) * scores.shape[1], float(len(kinds)))


def _marked(scores: Tensor, columns: Sequence[Sequence[int]]) -> Tensor:
    """Ones at these columns of each row."""
    wanted = np.zeros(scores.shape, dtype=np.float32)
    for row, marked in enumerate(columns):
        wanted[row, list(marked)] = 1.0
    return torch.from_numpy(wanted).to(scores.device)


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
    where, far = (torch.from_numpy(one).to(window.device) for one in (zones(ends, len(window)), distances(ends)))
    hidden, looks = model.pairs(window, torch.from_numpy(ends).to(window.device), where, far)
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
        at, wanted, weight = (torch.tensor(part, device=hidden.device) for part in zip(*rows, strict=True))
        count = sum(weight * (2.0 * (column > 0)) + 0.1 for _, column, weight in rows)
        loss = functional.cross_entropy(model.pair_out[name](hidden[at]), wanted, reduction="none")
        sums.add(name, (loss * weight).sum(), count)


def _attribute_head(model: Reader, name: str, hidden: Tensor, told: Sequence[int], sums: Sums) -> None:
    rows = [(row, column) for row, column in enumerate(told) if column != IGNORE]
    if rows:
        at, wanted = (torch.tensor(part, device=hidden.device) for part in zip(*rows, strict=True))
        scores = model.pair_out[name](hidden[at])
        sums.add(name, functional.cross_entropy(scores, wanted, reduction="sum"), float(len(rows)))


def _triggers(looks: Tensor, pairs: Sequence[PairTarget], pieces: Sequence[tuple[int, int]], sums: Sums) -> None:
    for row, pair in enumerate(pairs):
        if pair.trigger is not None:
            seen = looks[row, pieces[pair.trigger[0]][0] : pieces[pair.trigger[1]][1] + 1].sum()
            sums.add("trigger", -torch.log(seen + 1e-6), 1.0)


def _marks(model: Reader, window: Tensor, example: Example, sums: Sums) -> None:
    at, wanted, weight = (torch.tensor(part, device=window.device) for part in zip(*example.marks, strict=True))
    loss = functional.smooth_l1_loss(model.part(window, "factuality")[at, 0], wanted, reduction="none")
    sums.add("factuality", (loss * weight).sum(), float(len(at)))


def _incidents(model: Reader, pieces: Tensor, width: int, batch: Sequence[Example], sums: Sums) -> None:
    at: list[int] = []
    sentence_of: list[int] = []
    wanted: list[tuple[int, ...]] = []
    for number, example in enumerate(batch):
        for (first, last), kinds in zip(example.window.sentences, example.incidents or (), strict=False):
            at.extend(range(number * width + first, number * width + last + 1))
            sentence_of.extend([len(wanted)] * (last + 1 - first))
            wanted.append(kinds)
    if wanted:
        chosen, of = torch.tensor(at, device=pieces.device), torch.tensor(sentence_of, device=pieces.device)
        scores = model.incidents(pieces[chosen], of, len(wanted))
        loss = functional.binary_cross_entropy_with_logits(scores, _marked(scores, wanted), reduction="sum")
        sums.add("incident", loss, float(len(wanted)))


def _reports(model: Reader, projected: Tensor, batch: Sequence[Example], sums: Sums) -> None:
    rows = [(number, example.report) for number, example in enumerate(batch) if example.report is not None]
    if rows:
        at = torch.tensor([number for number, _ in rows], device=projected.device)
        lengths = torch.tensor([len(batch[number].window.ids) for number, _ in rows], device=projected.device)
        mask = (torch.arange(projected.shape[1], device=projected.device)[None, :] < lengths[:, None]).float()
        scores = model.reports(projected[at], mask)
        loss = functional.binary_cross_entropy_with_logits(
            scores, _marked(scores, [r for _, r in rows]), reduction="sum"
        )
        sums.add("report", loss, float(len(rows)))


def _templates(model: Reader, window: Tensor, example: Example, sums: Sums) -> None:
    pieces = example.window.words
    ends = np.array(
        [(pieces[a[0]][0], pieces[a[1]][1], pieces[b[0]][0], pieces[b[1]][1]) for a, b, _ in example.templates],
        dtype=np.int64,
    )
    where, far = (torch.from_numpy(one).to(window.device) for one in (zones(ends, len(window)), distances(ends)))
    hidden, _ = model.pairs(window, torch.from_numpy(ends).to(window.device), where, far)
    wanted = torch.tensor([int(same) for _, _, same in example.templates], device=window.device)
    loss = functional.cross_entropy(model.pair_out["template"](hidden), wanted, reduction="sum")
    sums.add("template", loss, float(len(wanted)))
