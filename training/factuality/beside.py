"""Trains the second layers: `python -m training.factuality.beside --run FOLDER`; predicates are read once and kept there."""

import argparse
import json
import pickle
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from avowed.annotate.certainty.sureness.beside import SHIPPED
from avowed.annotate.certainty.sureness.features import features
from avowed.annotate.certainty.sureness.neighbours import PLACES, neighbours
from avowed.annotate.certainty.sureness.sureness import FIRST, shipped
from avowed.annotate.encoder import Encoder, Reading
from avowed.annotate.page import text_of
from avowed.annotate.parsing.parsed import Doc, Token
from avowed.annotate.parsing.parser import Parser
from benchmarks.sets import data_root
from benchmarks.sets.factuality import Predicate, load

# Chosen on two of five folds of the training part's documents: r 0.731 with the predicate's own vector alone, 0.744 with its
# neighbours' by chosen columns (0.739 by principal components); a wide layer with few numbers a feature is as good and smaller.
SEEDS, EPOCHS, BATCH, RATE, DECAY = (0, 1, 2), 4, 128, 2e-3, 0.1
WIDTH, LOW, RARE, DROPOUT = 96, 24, 5, 0.5
COLUMNS, SAMPLED = 384, 400  # numbers of a vector that hold all of it, chosen on the vectors of so many sentences
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
    seen: np.ndarray | None
    sure: float
    first: float


class Layers(nn.Module):
    """A bag of features and what is seen around a predicate, one hidden layer, and a plain sum beside it."""

    def __init__(self, names: int, seen: int) -> None:
        super().__init__()
        self.bag, self.single = nn.EmbeddingBag(names, LOW, mode="sum"), nn.EmbeddingBag(names, 1, mode="sum")
        nn.init.normal_(self.bag.weight, std=0.05)
        nn.init.zeros_(self.single.weight)
        self.up, self.seen, self.out = nn.Linear(LOW, WIDTH, bias=False), nn.Linear(seen, WIDTH), nn.Linear(WIDTH, 1)
        self.lost, self.drop = nn.Dropout(UNSEEN), nn.Dropout(DROPOUT)

    def forward(self, ids: Tensor, starts: Tensor, seen: Tensor) -> Tensor:
        """How sure each predicate of a batch is."""
        hidden = torch.relu(self.up(self.bag(ids, starts)) + self.seen(self.lost(seen)))
        told: Tensor = self.out(self.drop(hidden))[:, 0] + self.single(ids, starts)[:, 0]
        return told


def main() -> None:
    """Read, train every seed, export their mean."""
    asked = _asked()
    torch.set_num_threads(1)
    asked.run.mkdir(parents=True, exist_ok=True)
    data = data_root(asked.data)
    columns = _kept(asked.run / "columns", lambda: _columns(load(data, "train")))
    taught, dev = (
        _kept(asked.run / f"{part}.read", lambda part=part: list(_read(load(data, part), columns)))
        for part in ("train", "dev")
    )
    counts = Counter(name for one in taught for name in set(one.names))
    known = {name: at for at, name in enumerate(sorted(name for name in counts if counts[name] >= RARE))}
    own = np.stack([one.seen[0] for one in taught if one.seen is not None]).astype(np.float32)
    scale = Scale(columns, own.mean(axis=0), own.std(axis=0) + 1e-3)
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


def _kept(path: Path, make: Callable[[], Any]) -> Any:
    if not path.exists():
        path.write_bytes(pickle.dumps(make()))
    return pickle.loads(path.read_bytes())  # noqa: S301  # a file that this very module wrote


@dataclass(frozen=True)
class Scale:
    """Which numbers of a vector count, and their mean and spread over the predicates."""

    columns: np.ndarray
    mean: np.ndarray
    spread: np.ndarray


def _columns(predicates: Sequence[Predicate]) -> np.ndarray:
    """The numbers of a vector from which all others follow: its hidden state is narrower than what is made of it."""
    texts = list(dict.fromkeys(one.text for one in predicates))[:SAMPLED]
    parser, encoder = Parser.load(), Encoder.load()
    rows = []
    for doc in parser.parse(texts):
        windows = encoder.read(text_of(doc), _sentences(doc))
        rows += [vector for word in doc if (vector := _vector(windows, word)) is not None]
    held = np.stack(rows).astype(np.float64)
    return _spanning((held - held.mean(axis=0)) / (held.std(axis=0) + 1e-3), COLUMNS)


def _spanning(rows: np.ndarray, most: int) -> np.ndarray:
    """Columns that span the rows, each the one least foretold by those before it (a pivoted Cholesky of their products)."""
    products = rows.T @ rows
    left, factors, chosen = products.diagonal().copy(), np.zeros((most, len(products))), []
    for step in range(most):
        best = int(left.argmax())
        factors[step] = (products[best] - factors[:step, best] @ factors[:step]) / np.sqrt(left[best])
        left = left - factors[step] ** 2
        left[best] = -np.inf
        chosen.append(best)
    return np.array(chosen)


def _sentences(doc: Doc) -> list[tuple[int, int]]:
    return [(one.start_char, one.end_char) for one in doc.sents if one.text.strip()]


def _vector(windows: Sequence[Reading], word: Token) -> np.ndarray | None:
    return next((found for window in windows if (found := window.vector_at(word.idx)) is not None), None)


def _read(predicates: Sequence[Predicate], columns: np.ndarray) -> Iterator[Read]:
    parser, encoder = Parser.load(), Encoder.load()
    by_text: dict[str, list[Predicate]] = defaultdict(list)
    for one in predicates:
        by_text[one.text].append(one)
    for doc, (text, found) in zip(parser.parse(by_text), by_text.items(), strict=True):
        windows, first = encoder.read(text, _sentences(doc)), shipped().of(doc)
        words = {at: token for token in doc for at in range(token.idx, token.idx + len(token.text))}
        for one in found:
            word = words.get(one.span[0])
            if word is not None:
                yield Read(tuple(features(word)), _seen(windows, word, columns), one.factuality, float(first[word.i]))


def _seen(windows: Sequence[Reading], word: Token, columns: np.ndarray) -> np.ndarray | None:
    """The mean vector at each place around a predicate; a place without words holds what no number is."""
    if _vector(windows, word) is None:
        return None
    found = np.full((PLACES, len(columns)), np.nan, dtype=np.float16)
    for place, words in enumerate(neighbours(word)):
        vectors = [vector[columns] for one in words if (vector := _vector(windows, one)) is not None]
        if vectors:
            found[place] = np.mean(vectors, axis=0)
    return found


def _trained(seed: int, taught: Sequence[Read], known: Mapping[str, int], scale: Scale) -> Layers:
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    layers = Layers(len(known), PLACES * len(scale.columns))
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
            given = (*_bags(ids), _given([taught[row] for row in batch], scale, order))
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


def _given(rows: Sequence[Read], scale: Scale, order: np.random.Generator) -> Tensor:
    made = np.zeros((len(rows), PLACES * len(scale.columns)), dtype=np.float32)
    for at, one in enumerate(rows):
        if one.seen is not None and order.random() >= BLIND:
            made[at] = _scaled(one.seen, scale).reshape(-1)
    return torch.from_numpy(made)


def _scaled(seen: np.ndarray, scale: Scale) -> np.ndarray:
    return np.nan_to_num((seen.astype(np.float32) - scale.mean) / scale.spread)


Weights = dict[str, np.ndarray]


def _weights(layers: Layers) -> Weights:
    return {name: value.detach().numpy() for name, value in layers.state_dict().items()}


def _export(every: Sequence[Weights], known: Mapping[str, int], scale: Scale, dev: Sequence[Read], to: Path) -> None:
    """The mean of all seeds as one wider net."""
    share = 1 / len(every)
    up = np.zeros((WIDTH * len(every), LOW * len(every)))
    for at, one in enumerate(every):
        up[at * WIDTH : (at + 1) * WIDTH, at * LOW : (at + 1) * LOW] = one["up.weight"]
    joined = {
        "bag": np.concatenate([one["bag.weight"] for one in every], axis=1),
        "single": share * sum(one["single.weight"][:, 0] for one in every),
        "up": up,
        "seen.weight": np.concatenate([one["seen.weight"] for one in every]),
        "seen.bias": np.concatenate([one["seen.bias"] for one in every]),
        "out.weight": share * np.concatenate([one["out.weight"][0] for one in every]),
        "out.bias": share * sum(one["out.bias"][0] for one in every),
        "mean": scale.mean,
        "spread": scale.spread,
    }
    to.mkdir(parents=True, exist_ok=True)
    halved = {name: np.asarray(part, np.float16) for name, part in joined.items()}
    np.savez_compressed(to / "beside.npz", columns=scale.columns.astype(np.int16), **halved)
    encoder = Encoder.load().card.row["files"]["reader.onnx"]["sha256"]
    card = {"encoder": encoder, "known": {"feature": list(known)}}
    (to / "card.json").write_text(json.dumps(card, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(json.dumps(_figures(to, dev, scale)))


def _figures(folder: Path, dev: Sequence[Read], scale: Scale) -> dict[str, float]:
    from avowed.annotate.certainty.sureness.beside import Beside  # noqa: PLC0415  # what was just written

    layers = Beside.load(folder)
    told = []
    for one in dev:
        ids = [layers.known[name] for name in one.names if name in layers.known]
        second = None if one.seen is None else layers.of_ids(ids, _scaled(one.seen, scale))
        told.append(one.first if second is None else FIRST * one.first + (1 - FIRST) * second)
    said, true = np.array(told), np.array([one.sure for one in dev])
    r, error = float(np.corrcoef(said, true)[0, 1]), float(np.abs(said - true).mean())
    return {"r": round(r, 4), "mae": round(error, 4), "sign": round(float(((said > 0) == (true > 0)).mean()), 4)}


if __name__ == "__main__":
    main()
