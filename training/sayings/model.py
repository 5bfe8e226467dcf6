"""The layers in torch, name for name as `avowed.annotate.sayings.learned.network` runs them."""

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from avowed.annotate.layers.sheet import COLUMNS
from avowed.annotate.sayings.learned.network import EDGES
from avowed.annotate.sayings.learned.paths import FIELDS
from training.layers.trunk import GAP, VECTOR, WIDTH, Trunk
from training.sayings.examples import Example

NEAR, DEEP = 96, 48


class Layers(Trunk):
    """Token layers, cue tags, and for each cue the edges of its source and content."""

    def __init__(self, known: Mapping[str, Sequence[str]], dropout: float) -> None:
        super().__init__(known, dropout)
        self.near = nn.ModuleDict({name: nn.Embedding(len(known[name]), NEAR) for name in FIELDS})
        for part in self.near.values():
            nn.init.normal_(part.weight, std=0.1)  # type: ignore[arg-type]
        self.cue, self.none = nn.Linear(WIDTH, 3), nn.Linear(NEAR, len(EDGES))
        self.key, self.query = nn.Linear(WIDTH, NEAR), nn.Linear(3 * WIDTH, NEAR)
        self.deep, self.edge = nn.Linear(NEAR, DEEP), nn.Linear(DEEP, len(EDGES))

    def edges(self, hidden: Tensor, cues: Tensor, at: Tensor, near: Tensor) -> Tensor:
        """(cues, window + 1, 4): scores by EDGES, that of there being none last; at: (cues, window) tokens."""
        asked = self.query(hidden[cues].flatten(1))
        summed = self.key(hidden)[at] + asked[:, None]
        for column, name in enumerate(FIELDS):
            summed = summed + self.near[name](near[:, :, column])
        told = self.edge(functional.relu(self.deep(self.drop(functional.relu(summed)))))
        return torch.cat([told, self.none(functional.relu(asked))[:, None]], dim=1)

    def loss(self, batch: Sequence[Example]) -> Tensor:
        """Cross entropy of tags and edges, summed over both and averaged each over its own."""
        laid = Laid(batch)
        hidden = self.hidden(laid.words, laid.vectors, laid.mask)
        tags = functional.cross_entropy(self.cue(hidden), laid.tags, ignore_index=-1, reduction="sum") / laid.mask.sum()
        if not len(laid.cues):
            return tags
        scores = self.edges(hidden, laid.cues, laid.at, laid.near).masked_fill(laid.hole[:, :, None], -1e9)
        edges = functional.cross_entropy(
            scores.transpose(1, 2).reshape(-1, scores.shape[1]), laid.edges.flatten(), ignore_index=-1
        )
        return 20 * tags + 4 * edges


class Laid:
    """Articles laid end to end with gaps, and their cues with places in what was laid."""

    def __init__(self, batch: Sequence[Example]) -> None:
        total = sum(len(one.tags) + GAP for one in batch)
        self.words = torch.zeros(total, len(COLUMNS), dtype=torch.long)
        self.vectors, self.mask = torch.zeros(total, VECTOR), torch.zeros(total, 1)
        self.tags = torch.full((total,), -1)
        asked = [(start, row) for start, one in self._starts(batch) for row in one.asked]
        wide = max((len(row.near.ids) for _, row in asked), default=0)
        self.at = torch.zeros(len(asked), wide, dtype=torch.long)
        self.near = torch.zeros(len(asked), wide, len(FIELDS), dtype=torch.long)
        self.hole = torch.ones(len(asked), wide + 1, dtype=torch.bool)
        self.cues = torch.tensor([[start + part for part in row.cue] for start, row in asked], dtype=torch.long)
        edges = []
        for number, (start, row) in enumerate(asked):
            count = len(row.near.ids)
            self.at[number, :count] = torch.arange(start + row.near.first, start + row.near.last + 1)
            self.near[number, :count] = torch.from_numpy(row.near.ids)
            self.hole[number, :count] = False
            self.hole[number, -1] = False
            edges.append([wide if place == -2 else place for place in row.edges])
        self.edges = torch.tensor(edges, dtype=torch.long)

    def _starts(self, batch: Sequence[Example]) -> list[tuple[int, Example]]:
        found, start = [], 0
        for one in batch:
            end = start + len(one.tags)
            self.words[start:end] = torch.from_numpy(one.page.words)
            self.vectors[start:end] = torch.from_numpy(one.page.vectors)
            self.tags[start:end] = torch.from_numpy(one.tags)
            self.mask[start:end] = 1
            found.append((start, one))
            start = end + GAP
        return found
