"""Trains the layers that mark sayings: `python -m training.sayings --run FOLDER --to src/avowed/data/model-sayings`."""

import argparse
import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch

from avowed.annotate.sayings.learned.marker import Marker
from avowed.annotate.sayings.learned.network import Network
from benchmarks.sets import data_root
from training.sayings.examples import Example, examples, numbered, parsed
from training.sayings.measure import figures
from training.sayings.model import Layers

SEED, DROPOUT, RATE, BATCH = 7, 0.3, 2e-3, 6
HELD = 70  # articles of the training part that the log of each epoch is measured on
THRESHOLD = 0.55  # on the articles kept apart cues and pairs are best here; contents go on rising to 0.6


def main() -> None:
    """Train or go on training, then export."""
    asked = _asked()
    torch.set_num_threads(asked.threads)
    asked.run.mkdir(parents=True, exist_ok=True)
    pairs = parsed(data_root(asked.data), "train", asked.run)
    words = asked.run / "known.json"
    if not words.exists():
        words.write_text(json.dumps(numbered(pairs)))
    known = json.loads(words.read_text())
    articles = examples(pairs, _numbers(known))
    random.Random(SEED).shuffle(articles)  # noqa: S311  # an order, not a secret
    layers = _trained(asked.run, articles[HELD:], articles[:HELD], known, asked.epochs)
    dev = examples(parsed(data_root(asked.data), "dev", asked.run), _numbers(known))
    told = figures(_marker(layers, known, THRESHOLD), dev)
    print("dev", told)
    if asked.to:
        _export(layers, known, told, asked.to)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="folder of parses and checkpoint")
    parser.add_argument("--to", type=Path, help="where to write the layers and their card")
    parser.add_argument("--data", type=Path, help="folder of the development sets (AVOWED_DATA)")
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def _numbers(known: Mapping[str, Sequence[str]]) -> dict[str, dict[str, int]]:
    return {name: {word: at for at, word in enumerate(words)} for name, words in known.items()}


def _trained(
    run: Path, taught: Sequence[Example], held: Sequence[Example], known: Mapping[str, Sequence[str]], epochs: int
) -> Layers:
    """The layers after all epochs; begun epochs are gone on with from the checkpoint."""
    torch.manual_seed(SEED)
    layers = Layers(known, DROPOUT)
    steps = epochs * (len(taught) // BATCH + 1)
    optimizer = torch.optim.AdamW(layers.parameters(), lr=RATE, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.1)
    kept, begun = run / "checkpoint.pt", 0
    if kept.exists():
        state = torch.load(kept, weights_only=False)
        layers.load_state_dict(state["layers"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        begun = state["epoch"]
    for epoch in range(begun, epochs):
        loss = _epoch(layers, optimizer, schedule, taught, epoch)
        told = figures(_marker(layers, known, THRESHOLD), held)
        print(json.dumps({"epoch": epoch, "loss": round(loss, 4), **told}), flush=True)
        state = {"layers": layers.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict()}
        torch.save({**state, "epoch": epoch + 1}, kept)
    return layers


def _epoch(
    layers: Layers,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
    taught: Sequence[Example],
    epoch: int,
) -> float:
    layers.train()
    order = list(range(len(taught)))
    random.Random(SEED + epoch).shuffle(order)  # noqa: S311  # an order, not a secret
    losses = []
    for start in range(0, len(order), BATCH):
        optimizer.zero_grad()
        loss = layers.loss([taught[at] for at in order[start : start + BATCH]])
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(layers.parameters(), 5.0)
        optimizer.step()
        schedule.step()
        losses.append(float(loss.detach()))
    return float(np.mean(losses))


def _marker(layers: Layers, known: Mapping[str, Sequence[str]], threshold: float) -> Marker:
    layers.eval()
    weights = {name: value.detach().numpy() for name, value in layers.exported().items()}
    return Marker(Network(weights), _numbers(known), threshold)


def _export(layers: Layers, known: Mapping[str, Sequence[str]], told: Mapping[str, float], to: Path) -> None:
    to.mkdir(parents=True, exist_ok=True)
    weights = {name: value.detach().numpy().astype(np.float16) for name, value in layers.exported().items()}
    np.savez_compressed(to / "sayings.npz", **weights)
    card = {"threshold": THRESHOLD, "figures": {"PolNeAR dev F1": told}, "known": known}
    (to / "card.json").write_text(json.dumps(card, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
