"""Writes the model that ships: an 8-bit ONNX graph, the small heads, the tokenizer, and a card with their hashes."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from avowed.annotate.encoder import BELOW
from avowed.annotate.encoder.pieces import UNKNOWN
from training.reader import labels
from training.reader.config import Schedule
from training.reader.model import Reader
from training.reader.reading import small_weights
from training.reader.upper import LAYERS, tell_below

FILES = ("reader.onnx", "reader.npz", "tokenizer.json")
INCIDENT_FILES = ("incidents.onnx", "incidents.npz")  # of the model that reads incidents
OVERLAP = 0
NO_ASSEMBLY: Mapping[str, object] = MappingProxyType({})
THRESHOLDS = {"mention": 0.5, "party": 0.4, "role": 0.4, "nested": 0.9, "tie": 0.4, "relation": 0.4, "incident": 0.5}


def export(
    model: Reader, schedule: Schedule, tokenizer: Path, folder: Path, assembly: Mapping[str, object] = NO_ASSEMBLY
) -> None:
    """The model's files in a folder, with a card that has no figures yet."""
    folder.mkdir(parents=True, exist_ok=True)
    write_graph(model.eval(), schedule.window, folder / "reader.onnx")
    if model.shape.layers > LAYERS:
        tell_below(folder / "reader.onnx")
    np.savez(
        folder / "reader.npz", **{name: weight.astype(np.float32) for name, weight in small_weights(model).items()}
    )
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    told = {"assembly": dict(assembly)} if assembly else {}
    write_card(folder, {**card(model, schedule), **told})


def write_graph(model: Reader, window: int, path: Path) -> None:
    """Ids and letter cases in, projected vectors out."""
    model.encoder.places = nn.Embedding.from_pretrained(model.encoder.places.weight.detach()[:window])
    example = torch.full((1, 16), 1000), torch.full((1, 16), UNKNOWN)
    _quantised(_Inference(model), example, ("ids", "shapes"), path)


def write_upper(model: Reader, folder: Path) -> None:
    """A graph of upper layers, the vectors below them in and projected vectors out, and the small layers after them."""
    folder.mkdir(parents=True, exist_ok=True)
    graph, heads = INCIDENT_FILES
    _quantised(_Inference(model.eval()), (torch.zeros(1, 16, model.shape.hidden),), (BELOW,), folder / graph)
    np.savez(folder / heads, **small_weights(model))


def _quantised(model: nn.Module, example: tuple[Tensor, ...], names: Sequence[str], path: Path) -> None:
    """Weights of 7 bits, for 8 saturate on processors without VNNI."""
    axes = {0: "batch", 1: "pieces"}
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        torch.onnx.export(
            model,
            example,
            plain,
            input_names=list(names),
            output_names=["projected"],
            dynamic_axes=dict.fromkeys((*names, "projected"), axes),
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


class _Inference(nn.Module):
    """The model without the mask that only padded batches need."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, *given: Tensor) -> Tensor:
        """As the model's."""
        projected: Tensor = self.model(*given)
        return projected


def card(model: Reader, schedule: Schedule) -> dict[str, object]:
    """What the reader of the files must know."""
    heads = {
        "mention": labels.MENTIONS,
        "party": labels.ACTORS,
        "role": labels.ROLES,
        "incident": labels.INCIDENTS,
        "kind": labels.INCIDENTS,
        "report": labels.REPORTS,
        "template": labels.TEMPLATES,
        "tie": labels.TIES,
        "relation": labels.RELATIONS,
    }
    return {
        "format": "avowed-model/1",
        "window": schedule.window,
        "overlap": OVERLAP,
        "longest": model.shape.longest,
        "pair_heads": model.shape.pair_heads,
        "columns": model.columns,
        "labels": heads | labels.ATTRIBUTES,
        "symmetric": {"tie": sorted(labels.SYMMETRIC_TIES), "relation": sorted(labels.SYMMETRIC_RELATIONS)},
        "thresholds": THRESHOLDS,
        "temperatures": {},
    }


def write_card(folder: Path, row: Mapping[str, object]) -> None:
    """card.json with the hashes of the files as they are now."""
    contents = {name: (folder / name).read_bytes() for name in (*FILES, *INCIDENT_FILES) if (folder / name).exists()}
    files = {name: {"sha256": hashlib.sha256(one).hexdigest(), "bytes": len(one)} for name, one in contents.items()}
    (folder / "card.json").write_text(json.dumps({**row, "files": files}, indent=1) + "\n", encoding="utf-8")
