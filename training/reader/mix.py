"""Mixes two models that share a start: the mean of their weights keeps what each learned (Wortsman et al. 2022)."""

import torch

from training.reader.model import Reader
from training.reader.shipped import start_from_shipped

OWN = ("report_out.", "span_out.kind.", "pair_out.template.")  # what an older shipped model may lack


def mix_in_shipped(model: Reader, share: float) -> None:
    """Moves a model's weights this share of the way to the shipped ones; parts that those lack stay as they are."""
    ours = {name: weight.clone() for name, weight in model.state_dict().items()}
    start_from_shipped(model)
    start, end = model.columns["report"]
    mixed = {}
    for name, weight in model.state_dict().items():
        mixed[name] = ours[name] if name.startswith(OWN) else torch.lerp(ours[name], weight, share)
        if name.startswith("projection."):
            mixed[name][start:end] = ours[name][start:end]
    model.load_state_dict(mixed)
