"""Two readers in one folder: the second, which reads incidents in longer windows, takes its word vectors from the first's file.

What the first gives does not change by a bit.
"""

import json
import shutil
from pathlib import Path

import onnx
from onnx import TensorProto, numpy_helper

from training.reader.export import INCIDENT_FILES, write_card
from training.reader.ship import card_for_people

SECTION = ("window", "longest", "pair_heads", "columns", "labels", "assembly", "figures", "schedule")
LEAST_SHARED = 1_000_000  # bytes from which a weight is worth sharing


def join(incidents: Path, folder: Path) -> None:
    """Makes an exported model the second one of a folder, with its card."""
    graph, heads = INCIDENT_FILES
    share_weights(folder / "reader.onnx", incidents / "reader.onnx", folder / graph)
    shutil.copyfile(incidents / "reader.npz", folder / heads)
    row = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    added = json.loads((incidents / "card.json").read_text(encoding="utf-8"))
    row["figures"] = [one for one in row["figures"] if not one["name"].startswith("MUC-4")]
    section = {name: added[name] for name in SECTION}
    section["figures"] = [one for one in section["figures"] if one["name"].startswith("MUC-4")]
    write_card(folder, row | {"incidents": section})
    written = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    (folder / "card.md").write_text(card_for_people(written), encoding="utf-8")


def share_weights(first: Path, second: Path, to: Path) -> None:
    """Writes the second graph with its large weights read from the first's file where that holds the same bytes."""
    content, graph = first.read_bytes(), onnx.load(second)
    for weight in graph.graph.initializer:
        raw = numpy_helper.to_array(weight).tobytes()
        at = content.find(raw) if len(raw) >= LEAST_SHARED else -1
        if at >= 0:
            weight.ClearField("raw_data")
            weight.data_location = TensorProto.EXTERNAL
            for key, value in (("location", first.name), ("offset", at), ("length", len(raw))):
                weight.external_data.add(key=key, value=str(value))
    to.write_bytes(graph.SerializeToString(deterministic=True))
