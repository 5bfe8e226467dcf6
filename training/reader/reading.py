"""A model in training, read as the product reads the exported one: without dropout, through the numpy heads."""

from typing import Protocol

import numpy as np
import torch

from avowed.annotate.encoder.heads import Floats, Heads
from avowed.annotate.encoder.pieces import Window
from training.reader.model import Reader

SMALL = ("length.weight", "zone", "distance.weight", "pair_deep", "pair_out", "span_out", "incident_out", "report_out")


class Projects(Protocol):
    """Anything that gives a window's projected vectors: the model being trained, or the exported one."""

    heads: Heads

    def project(self, window: Window) -> Floats:
        """(pieces, columns) of one window."""
        ...


def small_weights(model: Reader) -> dict[str, Floats]:
    """The weights of the layers after the projection, by the names that the numpy heads use."""
    return {
        small_name(name): weight.detach().cpu().numpy().astype(np.float32)
        for name, weight in model.state_dict().items()
        if name.startswith(SMALL)
    }


def small_name(name: str) -> str:
    """The name that the numpy heads use for one of the reader's small weights."""
    return name.removeprefix("span_out.").removeprefix("pair_out.")


class Trained:
    """A torch model as it stands."""

    def __init__(self, model: Reader) -> None:
        self.model = model.eval()
        self.heads = Heads(small_weights(model), model.columns, model.shape.pair_heads)

    def project(self, window: Window) -> Floats:
        """(pieces, columns) of one window."""
        on = self.model.projection.weight.device
        ids, shapes = torch.tensor([window.ids], device=on), torch.tensor([window.shapes], device=on)
        with torch.no_grad():
            found: Floats = self.model(ids, shapes)[0].cpu().numpy()
        return found
