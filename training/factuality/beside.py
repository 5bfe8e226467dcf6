"""Trains the second layers: `python -m training.factuality.beside --run FOLDER`; predicates are read once and kept there."""

import argparse
import json
import pickle
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from avowed.annotate.certainty.sureness.beside import SHIPPED
from avowed.annotate.certainty.sureness.features import features
from avowed.annotate.certainty.sureness.sureness import FIRST, shipped
from avowed.annotate.encoder import Encoder
from avowed.annotate.parser import Parser
from benchmarks.sets import data_root
from benchmarks.sets.factuality import Predicate, load

SEEDS, EPOCHS, BATCH, RATE, DECAY = (0, 1, 2), 4, 128, 2e-3, 0.1
WIDTH, RARE, DROPOUT = 48, 5, 0.5
UNNAMED, UNSEEN, BLIND = (
    0.25,
    0.3,
    0.15,
)  # shares of features, numbers of a vector and whole vectors left out in learning
STEADY = 0.995


@dataclass(frozen=True)
class Read:
    """One predicate as the layers see it, with how sure readers took it to be and what the first layers say."""

    names: tuple[str, ...]
    vector: np.ndarray | None
    sure: float
    first: float


class Layers(nn.Module):
    """A bag of features and a vector, one hidden layer, and a plain sum beside it."""

    def __init__(self, names: int, vector: int) -> None:
        super().__init__()
        self.bag, self.single = nn.EmbeddingBag(names, WIDTH, mode="sum"), nn.EmbeddingBag(names, 1, mode="sum")
        nn.init.normal_(self.bag.weight, std=0.05)
        nn.init.zeros_(self.single.weight)
        self.seen, self.out = nn.Linear(vector, WIDTH), nn.Linear(WIDTH, 1)
        self.lost, self.drop = nn.Dropout(UNSEEN), nn.Dropout(DROPOUT)

    def forward(self, ids: Tensor, starts: Tensor, vectors: Tensor) -> Tensor:
        """How sure each predicate of a batch is."""
        hidden = torch.relu(self.bag(ids, starts) + self.seen(self.lost(vectors)))
        told: Tensor = self.out(self.drop(hidden))[:, 0] + self.single(ids, starts)[:, 0]
        return told


def main() -> None:
    """Read, train every seed, export their mean."""
    asked = _asked()
    torch.set_num_threads(1)
    asked.run.mkdir(parents=True, exist_ok=True)
    data = data_root(asked.data)
    taught, dev = (_kept(asked.run / f"{part}.read", data, part) for part in ("train", "dev"))
    counts = Counter(name for one in taught for name in set(one.names))
    known = {name: at for at, name in enumerate(sorted(name for name in counts if counts[name] >= RARE))}
    vectors = np.stack([one.vector for one in taught if one.vector is not None])
    scale = vectors.mean(axis=0), vectors.std(axis=0) + 1e-3
    weights = [_weights(_trained(seed, taught, known, scale)) for seed in SEEDS]
    _export(weights, known, scale, dev, asked.to)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--run", type=Path, required=True, help="folder in which the predicates that were read are kept"
    )
    parser.add_argument("--to", type=Path, default=SHIPPED)
    parser.add_argument("--data", type=Path, help="folder of the development sets (AVOWED_DATA)")
    return parser.parse_args()


def _kept(path: Path, data: Path, part: str) -> list[Read]:
    if not path.exists():
        path.write_bytes(pickle.dumps(list(_read(load(data, part)))))
    read: list[Read] = pickle.loads(path.read_bytes())  # noqa: S301  # a file that this very module wrote
    return read


def _read(predicates: Sequence[Predicate]) -> Iterator[Read]:
    parser, encoder = Parser.load(), Encoder.load()
    by_text: dict[str, list[Predicate]] = defaultdict(list)
    for one in predicates:
        by_text[one.text].append(one)
    for doc, (text, found) in zip(parser.parse(by_text), by_text.items(), strict=True):
        sentences = [(one.start_char, one.end_char) for one in doc.sents if one.text.strip()]
        windows, first = encoder.read(text, sentences), shipped().of(doc)
        words = {at: token for token in doc for at in range(token.idx, token.idx + len(token.text))}
        for one in found:
            word = words.get(one.span[0])
            if word is not None:
                seen = (window.vector_at(word.idx) for window in windows)
                vector = next((each for each in seen if each is not None), None)
                yield Read(tuple(features(word)), vector, one.factuality, float(first[word.i]))


Scale = tuple[np.ndarray, np.ndarray]


def _trained(seed: int, taught: Sequence[Read], known: Mapping[str, int], scale: Scale) -> Layers:
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    layers = Layers(len(known), len(scale[0]))
    steady = AveragedModel(layers, multi_avg_fn=get_ema_multi_avg_fn(STEADY))
    optimizer = torch.optim.AdamW(layers.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * (len(taught) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.1)
    rows = [[known[name] for name in one.names if name in known] for one in taught]
    for _ in range(EPOCHS):
        layers.train()
        shuffled = order.permutation(len(taught))
        for start in range(0, len(taught), BATCH):
            batch = shuffled[start : start + BATCH]
            ids = [[at for at in rows[row] if order.random() >= UNNAMED] for row in batch]
            given = (*_bags(ids), _vectors([taught[row] for row in batch], scale, order))
            wanted = torch.tensor([taught[row].sure for row in batch])
            optimizer.zero_grad()
            nn.functional.smooth_l1_loss(layers(*given), wanted).backward()
            nn.utils.clip_grad_norm_(layers.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            steady.update_parameters(layers)
    print(json.dumps({"seed": seed}), flush=True)
    averaged: Layers = steady.module
    return averaged.eval()


def _bags(ids: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    starts = np.cumsum([0, *(len(one) for one in ids[:-1])])
    return torch.tensor([at for one in ids for at in one], dtype=torch.long), torch.from_numpy(starts)


def _vectors(rows: Sequence[Read], scale: Scale, order: np.random.Generator) -> Tensor:
    made = np.zeros((len(rows), len(scale[0])), dtype=np.float32)
    for at, one in enumerate(rows):
        if one.vector is not None and order.random() >= BLIND:
            made[at] = (one.vector - scale[0]) / scale[1]
    return torch.from_numpy(made)


Weights = dict[str, np.ndarray]


def _weights(layers: Layers) -> Weights:
    return {name: value.detach().numpy() for name, value in layers.state_dict().items()}


def _export(every: Sequence[Weights], known: Mapping[str, int], scale: Scale, dev: Sequence[Read], to: Path) -> None:
    """The mean of all seeds as one wider net."""
    share = 1 / len(every)
    joined = {
        "bag": np.concatenate([one["bag.weight"] for one in every], axis=1),
        "single": share * sum(one["single.weight"][:, 0] for one in every),
        "seen.weight": np.concatenate([one["seen.weight"] for one in every]),
        "seen.bias": np.concatenate([one["seen.bias"] for one in every]),
        "out.weight": share * np.concatenate([one["out.weight"][0] for one in every]),
        "out.bias": share * sum(one["out.bias"][0] for one in every),
        "mean": scale[0],
        "spread": scale[1],
    }
    to.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(to / "beside.npz", **{name: np.asarray(part, np.float16) for name, part in joined.items()})
    encoder = Encoder.load().card.row["files"]["reader.onnx"]["sha256"]
    card = {"encoder": encoder, "known": {"feature": list(known)}}
    (to / "card.json").write_text(json.dumps(card, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    for name, seen in (("with the encoder", True), ("without", False)):
        print(json.dumps({name: _figures(to, dev, seen)}))


def _figures(folder: Path, dev: Sequence[Read], seen: bool) -> dict[str, float]:
    from avowed.annotate.certainty.sureness.beside import Beside  # noqa: PLC0415  # what was just written

    layers = Beside.load(folder)
    told = []
    for one in dev:
        ids = [layers.known[name] for name in one.names if name in layers.known]
        second = layers.of_ids(ids, one.vector if seen else None)
        told.append(FIRST * one.first + (1 - FIRST) * second)
    said, true = np.array(told), np.array([one.sure for one in dev])
    r, error = float(np.corrcoef(said, true)[0, 1]), float(np.abs(said - true).mean())
    return {"r": round(r, 4), "mae": round(error, 4), "sign": round(float(((said > 0) == (true > 0)).mean()), 4)}


if __name__ == "__main__":
    main()
