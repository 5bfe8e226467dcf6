"""The trunk in torch, name for name as `avowed.annotate.layers.trunk` runs it."""

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from avowed.annotate.layers.sheet import COLUMNS
from avowed.annotate.layers.trunk import DILATIONS

SIZES = {"word": 64, "head_word": 32, "tag": 16, "dep": 16, "head_dep": 12, "name": 8, "shape": 6, "quote": 6}
VECTOR, WIDTH = 96, 128
GAP = max(DILATIONS)


class Trunk(nn.Module):
    """Convolutions over the columns of a sheet."""

    def __init__(self, known: Mapping[str, Sequence[str]], dropout: float) -> None:
        super().__init__()
        self.embed = nn.ModuleDict({name: nn.Embedding(len(known[name]), SIZES[name]) for name in COLUMNS})
        self.input = nn.Linear(sum(SIZES.values()) + VECTOR, WIDTH)
        self.blocks = nn.ModuleList(nn.Linear(3 * WIDTH, 2 * WIDTH) for _ in DILATIONS)
        self.normals = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in DILATIONS)
        self.last = nn.LayerNorm(WIDTH)
        self.drop, self.word_drop = nn.Dropout(dropout), dropout / 3

    def hidden(self, words: Tensor, vectors: Tensor, mask: Tensor) -> Tensor:
        """(tokens, width) of texts laid end to end with gaps; `mask` is 0 in the gaps."""
        if self.training:
            for column in (0, 1):
                lost = torch.rand(len(words)) < self.word_drop
                words[lost, column] = 0
        parts = [self.embed[name](words[:, at]) for at, name in enumerate(COLUMNS)]
        state = self.drop(functional.relu(self.input(self.drop(torch.cat([*parts, vectors], dim=1))))) * mask
        for block, normal, dilation in zip(self.blocks, self.normals, DILATIONS, strict=True):
            given = functional.pad(normal(state) * mask, (0, 0, dilation, dilation))
            seen = torch.cat([given[step * dilation : step * dilation + len(state)] for step in range(3)], dim=1)
            value, gate = block(seen).chunk(2, dim=1)
            state = state + self.drop(value * torch.sigmoid(gate))
        return self.last(state)

    def exported(self) -> dict[str, Tensor]:
        """The weights under the names that the reader looks for."""
        found = {}
        for name, value in self.state_dict().items():
            kind, _, rest = name.partition(".")
            if kind in ("embed", "near"):
                found[name.removesuffix(".weight")] = value
            elif kind in ("blocks", "normals"):
                number, _, part = rest.partition(".")
                found[f"{kind[:-1]}{number}.{part}"] = value
            else:
                found[name] = value
        return found
