"""What an epoch reads: every annotated text, shares of the larger sources, in batches of like length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import torch
from torch import Tensor

from training.reader.config import Schedule
from training.reader.examples import Example, Prepared, examples


@dataclass(frozen=True, slots=True)
class Pools:
    """Prepared texts by how an epoch samples them."""

    annotated: tuple[Prepared, ...]
    muc: tuple[Prepared, ...] = ()
    knowledge: tuple[Prepared, ...] = ()
    factuality: tuple[Prepared, ...] = ()


def epoch(pools: Pools, schedule: Schedule, number: int) -> list[list[Example]]:
    """The batches of one epoch; the same number and seed give the same batches."""
    chance = Random(schedule.seed * 1000 + number)  # noqa: S311 - sampling, not secrecy
    texts = list(pools.annotated) * schedule.repeat_annotated
    texts += _sample(pools.muc, int(len(pools.muc) * schedule.muc_share), number, schedule.seed)
    texts += _sample(pools.knowledge, schedule.knowledge_passages, number, schedule.seed)
    texts += _sample(pools.factuality, schedule.factuality_sentences, number, schedule.seed)
    made = [one for text in texts for one in examples(text, schedule, chance)]
    chance.shuffle(made)
    batches = list(_batches(made, schedule.batch_pieces))
    chance.shuffle(batches)
    return batches


def _sample(pool: Sequence[Prepared], count: int, number: int, seed: int) -> list[Prepared]:
    """A share of the pool; successive epochs take successive shares of one shuffled round."""
    order = list(pool)
    Random(seed).shuffle(order)  # noqa: S311 - sampling, not secrecy
    if not order or count >= len(order):
        return order
    start = number * count % len(order)
    return (order + order)[start : start + count]


def _batches(made: Sequence[Example], pieces: int) -> Iterator[list[Example]]:
    """Neighbours of like length, drawn from chunks so that a batch still mixes sources."""
    chunk = 400
    for start in range(0, len(made), chunk):
        batch: list[Example] = []
        for one in sorted(made[start : start + chunk], key=lambda one: len(one.window.ids)):
            if batch and (len(batch) + 1) * len(one.window.ids) > pieces:
                yield batch
                batch = []
            batch.append(one)
        yield batch


def tensors(batch: Sequence[Example], device: str = "cpu") -> tuple[Tensor, Tensor, Tensor]:
    """(ids, shapes, mask), padded to the batch's longest window."""
    longest = max(len(one.window.ids) for one in batch)
    rows = [(one.window.ids, one.window.shapes, longest - len(one.window.ids)) for one in batch]
    ids = torch.tensor([[*ids, *[0] * room] for ids, _, room in rows])
    shapes = torch.tensor([[*shapes, *[0] * room] for _, shapes, room in rows])
    mask = torch.tensor([[1.0] * len(ids) + [0.0] * room for ids, _, room in rows])
    return ids.to(device), shapes.to(device), mask.to(device)
