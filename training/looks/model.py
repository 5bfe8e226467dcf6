"""The reader's encoder over marked pieces, one layer over both marks and the whole, and heads."""

import torch
from torch import Tensor, nn

from training.looks.examples import RELATIONS, TIES
from training.looks.marks import MARKS, NO_MARK
from training.reader.config import Shape
from training.reader.encoder import Encoder, published_folder, start_weights

SEED = 3
OUTPUTS = {"tie": len(TIES), "relation": len(RELATIONS), "sign": 2, "quad": 4}
DROPOUT, SPREAD = 0.15, 0.02


class Looks(nn.Module):
    """Marked pieces in, scores of every class of tie and relation out."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.encoder = Encoder(shape)
        self.marks = nn.Embedding(MARKS, shape.hidden)
        self.joined = nn.Linear(3 * shape.hidden, shape.hidden)
        self.drop = nn.Dropout(DROPOUT)
        self.out = nn.ModuleDict({name: nn.Linear(shape.hidden, size) for name, size in OUTPUTS.items()})

    def forward(
        self, ids: Tensor, shapes: Tensor, marks: Tensor, opens: Tensor, mask: Tensor | None = None
    ) -> dict[str, Tensor]:
        """(batch, pieces) of ids, letter cases and marks, (batch, 2) of where the spans open."""
        states = self.encoder(ids, shapes, mask, self.marks(marks))
        row = torch.arange(ids.shape[0], device=ids.device)
        seen = torch.cat([states[row, opens[:, 0]], states[row, opens[:, 1]], states[:, 0]], dim=1)
        hidden = torch.relu(self.joined(self.drop(seen)))
        return {name: layer(self.drop(hidden)) for name, layer in self.out.items()}


def fresh(shape: Shape, seed: int) -> Looks:
    """The published encoder with new heads; a mark begins near the mean word, and what is no mark adds nothing."""
    torch.manual_seed(seed)
    model = Looks(shape)
    start_weights(model.encoder, published_folder() / "model.safetensors")
    words = model.encoder.words.weight.detach()
    with torch.no_grad():
        model.marks.weight.copy_(words.mean(dim=0) - words[0] + SPREAD * torch.randn_like(model.marks.weight))
        model.marks.weight[NO_MARK] = 0
    return model
