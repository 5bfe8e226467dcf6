"""A model's layers, run by onnxruntime and by numpy: the one place that loads them."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from onnxruntime import InferenceSession as Session  # type: ignore[import-untyped]  # ships no types
from onnxruntime import SessionOptions

from avowed.annotate.encoder.card import Card
from avowed.annotate.encoder.heads import Floats, Heads
from avowed.annotate.encoder.pieces import Window

BELOW = "below"  # the vectors between the layers that both readers share and those of each


def opened(path: Path, plain: bool = False) -> Session:
    """The layers in this file, on one thread: several wait for each other within each, at twice the processor time (2026-11).

    onnxruntime's own sum of two halves with its levelling takes ten times as long as the two apart (1.32); they are apart where
    `plain` asks for it. For the reader they are not: what was fitted on its numbers would be given others in the last digits.
    """
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # it never gives memory back: 100 MB a process after a few long windows
    left_out = ["SkipLayerNormFusion"] if plain else []
    return Session(path, options, providers=["CPUExecutionProvider"], disabled_optimizers=left_out)


@dataclass(frozen=True, slots=True)
class Vectors:
    """A window's projected vectors, and those of the layer that the reader of incidents goes on from."""

    projected: Floats
    below: Floats


def vectors(session: Session, window: Window) -> Vectors:
    """What the reader's layers make of one window."""
    given = {"ids": np.array([window.ids], dtype=np.int64), "shapes": np.array([window.shapes], dtype=np.int64)}
    names = [one.name for one in session.get_outputs()]
    found: dict[str, Floats] = {name: rows[0] for name, rows in zip(names, session.run(names, given), strict=True)}
    return Vectors(found["projected"], found.get(BELOW, found["projected"]))


def above(session: Session, below: Floats) -> Floats:
    """(pieces, columns): what the upper layers of incidents make of vectors from below."""
    found: Floats = session.run(["projected"], {BELOW: below[None]})[0][0]
    return found


def heads_of(path: Path, card: Card) -> Heads:
    """The small last layers in this file, which lie where the card says."""
    with np.load(path, allow_pickle=False) as stored:
        weights = {name: stored[name].astype(np.float32) for name in stored.files}
    columns = {name: (start, end) for name, (start, end) in card.row["columns"].items()}
    return Heads(weights, columns, int(card.row["pair_heads"]))
