"""Trains the layers that tell how sure a text is: `python -m training.factuality --to src/avowed/data/model-sureness`."""

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from avowed.annotate.certainty.sureness.sureness import Sureness
from avowed.annotate.layers.sheet import COLUMNS, OTHER, Sheet, columns, sheet
from avowed.annotate.layers.trunk import Trunk as Run
from avowed.annotate.parsing.parser import Parser
from benchmarks.sets import data_root
from benchmarks.sets.factuality import Predicate, load
from training.layers.trunk import GAP, VECTOR, WIDTH, Trunk

SEED, DROPOUT, RATE, BATCH, EPOCHS = 7, 0.4, 2e-3, 48, 12
DEEP, RARE = 64, 3


@dataclass(frozen=True)
class Example:
    """One sentence: its sheet, which tokens are predicates, and how sure each is."""

    page: Sheet
    at: tuple[int, ...]
    sure: tuple[float, ...]


class Layers(Trunk):
    """The trunk, and a number for each word from itself, the two words above it and those that hang on it."""

    def __init__(self, known: Mapping[str, Sequence[str]], dropout: float) -> None:
        super().__init__(known, dropout)
        self.deep, self.sure = nn.Linear(4 * WIDTH, DEEP), nn.Linear(DEEP, 1)

    def forward(self, batch: Sequence[Example]) -> Tensor:
        """How sure the predicates of a batch are, in order."""
        total = sum(len(one.page.heads) + GAP for one in batch)
        words, vectors = torch.zeros(total, len(COLUMNS), dtype=torch.long), torch.zeros(total, VECTOR)
        mask, heads, at, start = torch.zeros(total, 1), torch.arange(total), [], 0
        for one in batch:
            end = start + len(one.page.heads)
            words[start:end], vectors[start:end] = torch.from_numpy(one.page.words), torch.tensor(one.page.vectors)
            mask[start:end], heads[start:end] = 1, torch.from_numpy(one.page.heads) + start
            at += [start + place for place in one.at]
            start = end + GAP
        hidden = self.hidden(words, vectors, mask)
        hanging = torch.nonzero(heads != torch.arange(total))[:, 0]
        places = heads[hanging][:, None].expand(-1, WIDTH)
        below = torch.full_like(hidden, -torch.inf).scatter_reduce(0, places, hidden[hanging], "amax")
        below = torch.where(torch.isfinite(below), below, 0.0)
        seen = torch.cat([hidden, hidden[heads], hidden[heads[heads]], below], dim=1)[at]
        told: Tensor = self.sure(self.drop(functional.relu(self.deep(self.drop(seen)))))[:, 0]
        return told


def main() -> None:
    """Train and export."""
    asked = _asked()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    data = data_root(asked.data)
    parser = Parser.load()
    taught, known = _examples(parser, load(data, "train"), None)
    dev, _ = _examples(parser, load(data, "dev"), known)
    layers = Layers(known, DROPOUT)
    steps = asked.epochs * (len(taught) // BATCH + 1)
    optimizer = torch.optim.AdamW(layers.parameters(), lr=RATE, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.1)
    told: dict[str, float] = {}
    for epoch in range(asked.epochs):
        layers.train()
        order = random.Random(SEED + epoch).sample(range(len(taught)), len(taught))  # noqa: S311  # an order
        for start in range(0, len(order), BATCH):
            batch = [taught[at] for at in order[start : start + BATCH]]
            optimizer.zero_grad()
            wanted = torch.tensor([sure for one in batch for sure in one.sure])
            functional.smooth_l1_loss(layers(batch), wanted).backward()
            torch.nn.utils.clip_grad_norm_(layers.parameters(), 5.0)
            optimizer.step()
            schedule.step()
        told = _figures(_sureness(layers, known), dev)
        print(json.dumps({"epoch": epoch, **told}), flush=True)
    _export(layers, known, told, asked.to)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=Path("src/avowed/data/model-sureness"))
    parser.add_argument("--data", type=Path, help="folder of the development sets (AVOWED_DATA)")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    return parser.parse_args()


def _examples(
    parser: Parser, predicates: Sequence[Predicate], known: Mapping[str, Sequence[str]] | None
) -> tuple[list[Example], Mapping[str, Sequence[str]]]:
    """The sentences with their predicates, and the words of every column that are common enough."""
    by_text: dict[str, list[Predicate]] = defaultdict(list)
    for one in predicates:
        by_text[one.text].append(one)
    docs = list(parser.parse(by_text))
    if known is None:
        counts: dict[str, Counter[str]] = {name: Counter() for name in COLUMNS}
        for doc in docs:
            for name, told in columns(doc).items():
                counts[name].update(told)
        counts["quote"].update({"0": 99, "1": 99, "2": 99, "3": 99})
        known = {
            name: [OTHER, *sorted(word for word in found if found[word] >= RARE)] for name, found in counts.items()
        }
    numbers = {name: {word: at for at, word in enumerate(words)} for name, words in known.items()}
    made = []
    for doc, found in zip(docs, by_text.values(), strict=True):
        words = {at: token.i for token in doc for at in range(token.idx, token.idx + len(token.text))}
        placed = [(words[one.span[0]], one.factuality) for one in found if one.span[0] in words]
        if placed:
            made.append(Example(sheet(doc, numbers), tuple(at for at, _ in placed), tuple(sure for _, sure in placed)))
    return made, known


def _figures(sureness: Sureness, examples: Sequence[Example]) -> dict[str, float]:
    said = np.concatenate([sureness.of_sheet(one.page)[list(one.at)] for one in examples])
    true = np.array([sure for one in examples for sure in one.sure])
    right = (said > 0) == (true > 0)
    return {
        "r": round(float(np.corrcoef(said, true)[0, 1]), 4),
        "mae": round(float(np.abs(said - true).mean()), 4),
        "sign": round(float(right.mean()), 4),
    }


def _sureness(layers: Layers, known: Mapping[str, Sequence[str]]) -> Sureness:
    layers.eval()
    weights = {name: value.detach().numpy() for name, value in layers.exported().items()}
    return Sureness(Run(weights), {name: {word: at for at, word in enumerate(words)} for name, words in known.items()})


def _export(layers: Layers, known: Mapping[str, Sequence[str]], told: Mapping[str, float], to: Path) -> None:
    to.mkdir(parents=True, exist_ok=True)
    weights = {name: value.detach().numpy().astype(np.float16) for name, value in layers.exported().items()}
    np.savez_compressed(to / "sureness.npz", **weights)
    card = {"figures": {"UDS-IH2 dev": told}, "known": known}
    (to / "card.json").write_text(json.dumps(card, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
