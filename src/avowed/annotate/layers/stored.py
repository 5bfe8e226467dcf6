"""Layers as they are stored: weights beside a card that names the words they know; whoever asks says what a fault means."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from avowed.annotate.encoder.heads import Floats

Known = Mapping[str, Mapping[str, int]]


def stored(folder: Path, name: str) -> tuple[dict[str, Floats], Mapping[str, Any], Known]:
    """Weights by name, the card, and the number of each word that the layers know; OSError, ValueError or KeyError."""
    with np.load(folder / name, allow_pickle=False) as held:
        weights = {part: held[part] for part in held.files}
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    known = {part: {word: at for at, word in enumerate(words)} for part, words in card["known"].items()}
    return weights, card, known
