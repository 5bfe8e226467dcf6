"""Upper layers that give what a whole reader of incidents gives, from the vectors of the shipped reader's lower layers.

They learn from the whole reader's last vectors, on texts alone: what it makes of them, its projection and its small layers stay
as they are, and so do all layers that were fitted on what it tells.
"""

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence
from torch.optim import AdamW
from torch.optim.lr_scheduler import OneCycleLR

from avowed.annotate.encoder import BELOW, Encoder
from avowed.annotate.encoder.below import gathered
from avowed.annotate.encoder.pieces import Sentence, Tokenise, sentence_pieces, windows
from training.reader.config import Shape
from training.reader.documents import sentences
from training.reader.encoder import UpperLayers
from training.reader.model import Reader
from training.reader.reading import small_name
from training.reader.shipped import graph_weights

LAYERS = 3  # that both readers share
ROOMS = (512,)  # pieces a window holds, as when it runs
EPOCHS, BATCH, RATE, SEED, WARMUP = 8, 6, 2e-4, 7, 0.1
CLIP = 1.0
_LAST = "/model/encoder/layers.{}/narrow_norm/LayerNormalization_output_0"
Floats = NDArray[np.float32]
Halves = NDArray[np.float16]


@dataclass(frozen=True)
class Example:
    """A window: the vectors below it, and those that the whole reader's last layer gives it."""

    below: Halves
    last: Halves


def upper_reader(shape: Shape, folder: Path, names: tuple[str, str]) -> Reader:
    """The upper layers of a whole reader's graph, with its projection and its small layers."""
    graph, small = (folder / name for name in names)
    model = Reader(shape, UpperLayers(shape, LAYERS))
    heads, state = np.load(small), model.state_dict()
    moved = {_moved(name): torch.from_numpy(weight.copy()) for name, weight in graph_weights(graph).items()}
    state |= {name: weight for name, weight in moved.items() if name in state}
    state |= {name: torch.from_numpy(heads[small_name(name)]) for name in state if small_name(name) in heads}
    model.load_state_dict(state)
    return model


def _moved(name: str) -> str:
    """A weight's name when its layer is counted from the first that is not shared."""
    if not name.startswith("encoder.layers."):
        return name
    number, rest = name.removeprefix("encoder.layers.").split(".", 1)
    return f"encoder.layers.{int(number) - LAYERS}.{rest}"


def examples(reader: Encoder, whole: Path, texts: Sequence[str], tokenise: Tokenise) -> Iterator[Example]:
    """Every text's windows, as both see them."""
    model = onnx.load(whole)
    expose(model, _LAST.format(Shape().layers - 1), "last")
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    for text in texts:
        pieces = (sentence_pieces(text, start, end, tokenise) for start, end in sentences(text))
        yield from _of_text(reader, session, [one for one in pieces if one.ids])


def _of_text(reader: Encoder, session: onnxruntime.InferenceSession, cut: Sequence[Sentence]) -> Iterator[Example]:
    packed, found = reader.run(cut)
    below = [one.below for one in found]
    for window in (window for room in ROOMS for window in windows(cut, room)):
        given = {"ids": np.array([window.ids], np.int64), "shapes": np.array([window.shapes], np.int64)}
        (last,) = session.run(["last"], given)
        yield Example(gathered(window, packed, below).astype(np.float16), last[0].astype(np.float16))


def expose(model: onnx.ModelProto, inner: str, name: str) -> None:
    """Makes vectors within a graph an output of this name; what it gave before stays as it was."""
    if not any(inner in node.output for node in model.graph.node):
        raise ValueError(f"the graph names nothing {inner!r}")
    for node in model.graph.node:
        node.input[:] = [name if one == inner else one for one in node.input]
        node.output[:] = [name if one == inner else one for one in node.output]
    model.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", "pieces", None]))


def tell_below(graph: Path) -> None:
    """Lets a reader's graph tell the vectors behind its lower layers too."""
    model = onnx.load(graph)
    expose(model, _LAST.format(LAYERS - 1), BELOW)
    graph.write_bytes(model.SerializeToString(deterministic=True))


def teach(model: Reader, given: Sequence[Example], folder: Path) -> None:
    """Teaches the layers, with a line in the log and a checkpoint after every epoch; goes on where it was cut off."""
    layers, heed = model.encoder, heeded(model)
    chosen = AdamW(layers.parameters(), lr=RATE, weight_decay=0.01)
    batches = (len(given) + BATCH - 1) // BATCH
    falling = OneCycleLR(chosen, RATE, total_steps=EPOCHS * batches + 1, pct_start=WARMUP)
    kept, done = folder / "checkpoint.pt", 0
    if kept.exists():
        state = torch.load(kept, weights_only=True)
        done = state["done"]
        for one, name in ((layers, "layers"), (chosen, "optimiser"), (falling, "rates")):
            one.load_state_dict(state[name])
    for epoch in range(done, EPOCHS):
        started, losses = time.monotonic(), []
        layers.train()
        for rows in _shuffled(given, epoch):
            loss = _loss(layers, rows, heed)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(layers.parameters(), CLIP)
            chosen.step()
            falling.step()
            chosen.zero_grad(set_to_none=True)
            losses.append(loss.item())
        state = {"layers": layers.state_dict(), "optimiser": chosen.state_dict(), "rates": falling.state_dict()}
        torch.save(state | {"done": epoch + 1}, kept)
        row = {"epoch": epoch + 1, "loss": float(np.mean(losses)), "seconds": time.monotonic() - started}
        print(json.dumps(row), flush=True)
        with (folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(row) + "\n")


def _shuffled(given: Sequence[Example], epoch: int) -> list[list[Example]]:
    """Batches of windows of like length, in an order of their own each epoch."""
    chance = Random(SEED * 1000 + epoch)  # noqa: S311 - sampling, not secrecy
    order = sorted(given, key=lambda one: (len(one.below), chance.random()))
    batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    chance.shuffle(batches)
    return batches


def heeded(model: Reader) -> Tensor:
    """(hidden, hidden): how much each direction of the last vectors counts, by what the projection makes of it; 1 on average."""
    weight = model.projection.weight.detach()
    products = weight.T @ weight
    return products / products.diagonal().mean()


def _loss(layers: UpperLayers, rows: Sequence[Example], heed: Tensor) -> Tensor:
    """The mean squared distance of the last vectors, as the projection sees it."""
    below, last = (
        pad_sequence([torch.from_numpy(getattr(one, name).astype(np.float32)) for one in rows], batch_first=True)
        for name in ("below", "last")
    )
    mask = pad_sequence([torch.ones(len(one.below)) for one in rows], batch_first=True)
    away = layers(below, mask) - last
    away = ((away @ heed) * away).mean(dim=2)
    return (away * mask).sum() / mask.sum()
