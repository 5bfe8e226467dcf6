"""The shipped model as a start: its 8-bit weights as floats again, laid into a reader that may have more parts."""

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from avowed.annotate.encoder import SHIPPED, Encoder
from training.reader.model import Reader

Weights = dict[str, NDArray[np.float32]]
FROM_PAIR_OUT = ("tie", "relation", "template", "negated", "factuality", "mode", "voice")
FROM_SPAN_OUT = ("mention", "party", "role", "kind")


def start_from_shipped(model: Reader, folder: Path = SHIPPED) -> None:
    """Gives a reader the shipped weights; heads and parts that the shipped model lacks keep what they have."""
    loaded = Encoder.load(folder)
    state = model.state_dict()
    for name, weight in graph_weights(folder / "reader.onnx").items():
        if name.startswith("projection."):
            _lay_columns(state[name], torch.from_numpy(weight), model.columns, loaded.heads.columns)
        else:
            _lay(state, name, weight)
    for name, weight in loaded.heads.weights.items():
        _lay(state, _full_name(name), weight)
    model.load_state_dict(state)


def _lay(state: dict[str, Tensor], name: str, weight: NDArray[np.float32]) -> None:
    """Puts a weight in its place; where the place has more rows, the first are laid."""
    held = state[name]
    if held.shape[1:] == weight.shape[1:] and len(held) >= len(weight):
        held[: len(weight)] = torch.from_numpy(weight.copy())


def _lay_columns(held: Tensor, given: Tensor, ours: dict[str, tuple[int, int]], theirs: dict) -> None:
    for part, (start, end) in theirs.items():
        if part in ours and ours[part][1] - ours[part][0] == end - start:
            held[slice(*ours[part])] = given[start:end]


def _full_name(name: str) -> str:
    """A small layer's name among the reader's weights."""
    head = name.split(".", maxsplit=1)[0]
    if head in FROM_SPAN_OUT:
        return f"span_out.{name}"
    return f"pair_out.{name}" if head in FROM_PAIR_OUT else name


def graph_weights(path: Path) -> Weights:
    """The encoder's and the projection's weights by the reader's names, as floats, in torch's layout."""
    graph = onnx.load(path).graph
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    found = {
        name.removeprefix("model."): array.astype(np.float32)
        for name, array in held.items()
        if name.startswith("model.") and not name.endswith(("_scale", "_zero_point", "_quantized"))
    }
    for name in held:
        if name.endswith("_quantized") and name.startswith("model."):
            found[name.removeprefix("model.").removesuffix("_quantized")] = _floats(held, name)
    matrices = [name for name in held if name.endswith("_quantized") and not name.startswith("model.")]
    biases = [name.removesuffix(".bias") for name in found if name.endswith(".bias") and "norm" not in name]
    if len(matrices) != len(biases):
        raise ValueError(f"{path}: {len(matrices)} matrices, but {len(biases)} layers")
    for layer, name in zip(biases, sorted(matrices, key=_number), strict=True):
        found[f"{layer}.weight"] = _floats(held, name).T
    return found


def _number(name: str) -> int:
    """The place in the graph of a matrix that lost its name: `onnx::MatMul_708_quantized`."""
    return int(name.removesuffix("_quantized").rsplit("_", 1)[1])


def _floats(held: dict[str, NDArray[np.generic]], name: str) -> NDArray[np.float32]:
    whole = name.removesuffix("_quantized")
    scale, zero = held[f"{whole}_scale"].astype(np.float32), held[f"{whole}_zero_point"].astype(np.float32)
    floats: NDArray[np.float32] = (held[name].astype(np.float32) - zero) * scale
    return floats
