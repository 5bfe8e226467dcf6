"""How the network is taught: seeded, in batches of sentences of like length."""

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

import torch
from torch import Tensor, nn
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from avowed.annotate.encoder.pieces import UNKNOWN
from training.looks.examples import IGNORE, Example
from training.looks.marks import NO_MARK
from training.looks.model import Looks

SEED = 1
HEAD_RATE, DECAY, RISE, CLIP = 1e-3, 0.01, 0.08, 1.0
FROZEN_LAYERS, JITTER = 1, 12


@dataclass(frozen=True, slots=True)
class Course:
    """How long and how fast to learn, and how much each head counts."""

    epochs: int = 4
    pieces: int = 900
    encoder_rate: float = 1.5e-4
    losses: Mapping[str, float] = field(default_factory=lambda: {"tie": 1.0, "relation": 1.5, "sign": 0.3})


def batches(examples: Sequence[Example], chance: Random, pieces: int) -> list[list[Example]]:
    """Batches of examples of like length, in an order of chance."""
    ranked = sorted(examples, key=lambda one: len(one.told.ids) + JITTER * chance.random())
    made: list[list[Example]] = [[]]
    for one in ranked:
        if sum(len(each.told.ids) for each in made[-1]) >= pieces:
            made.append([])
        made[-1].append(one)
    chance.shuffle(made)
    return made


def tensors(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Ids, letter cases, marks, where the spans open, and the mask of a padded batch."""
    width = max(len(one.told.ids) for one in batch)

    def padded(name: str, nothing: int) -> Tensor:
        rows = [getattr(one.told, name) for one in batch]
        return torch.tensor([[*row, *[nothing] * (width - len(row))] for row in rows])

    mask = torch.tensor([[1.0] * len(one.told.ids) + [0.0] * (width - len(one.told.ids)) for one in batch])
    opens = torch.tensor([one.told.opens for one in batch])
    return padded("ids", 0), padded("shapes", UNKNOWN), padded("marks", NO_MARK), opens, mask


def loss(scores: dict[str, Tensor], batch: Sequence[Example], losses: Mapping[str, float]) -> Tensor:
    """The weighted sum over heads; a head that was not judged costs nothing."""
    weights = torch.tensor([one.weight for one in batch])
    found = torch.zeros(())
    for name, weight in losses.items():
        wanted = torch.tensor([getattr(one, name) for one in batch])
        told = wanted != IGNORE
        if told.any():
            each = nn.functional.cross_entropy(scores[name][told], wanted[told], reduction="none")
            found = found + weight * (each * weights[told]).sum() / len(batch)
    return found


def learn(model: Looks, examples: Sequence[Example], course: Course) -> Looks:
    """Teaches the model all epochs."""
    chance = Random(SEED)  # noqa: S311  # an order of examples is no secret
    steps = course.epochs * len(batches(examples, Random(SEED), course.pieces))  # noqa: S311
    optimiser, falling = _optimiser(model, steps, course.encoder_rate)
    for number in range(course.epochs):
        order = batches(examples, chance, course.pieces)
        torch.manual_seed(SEED + number)
        started = time.monotonic()
        mean = _epoch(model, order, course.losses, optimiser, falling)
        print(json.dumps({"epoch": number + 1, "loss": mean, "seconds": time.monotonic() - started}), flush=True)
    return model


def _epoch(
    model: Looks,
    order: Sequence[Sequence[Example]],
    losses: Mapping[str, float],
    optimiser: AdamW,
    falling: LambdaLR,
) -> float:
    model.train()
    total = 0.0
    for batch in order:
        step = loss(model(*tensors(batch)), batch, losses)
        step.backward()
        model.marks.weight.grad[NO_MARK] = 0  # type: ignore[index]  # what is no mark stays nothing
        nn.utils.clip_grad_norm_(model.parameters(), CLIP)
        optimiser.step()
        falling.step()
        optimiser.zero_grad(set_to_none=True)
        total += float(step.detach())
    return total / len(order)


def _optimiser(model: Looks, steps: int, rate: float) -> tuple[AdamW, LambdaLR]:
    model.encoder.freeze(FROZEN_LAYERS)
    named = [(name, weight) for name, weight in model.named_parameters() if weight.requires_grad]
    groups = [
        {"params": [w for n, w in named if n.startswith("encoder.")], "lr": rate, "weight_decay": DECAY},
        {"params": [w for n, w in named if n.startswith(("joined.", "out."))], "lr": HEAD_RATE, "weight_decay": DECAY},
        {"params": [model.marks.weight], "lr": HEAD_RATE, "weight_decay": 0.0},
    ]
    made, rise = AdamW(groups), max(1, int(steps * RISE))
    return made, LambdaLR(made, lambda step: min((step + 1) / rise, max(0.0, (steps - step) / max(1, steps - rise))))
