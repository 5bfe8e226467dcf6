"""The training loop: seeded, logged, and resumed from its last checkpoint when it was cut off."""

import json
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from avowed.annotate.encoder.pieces import Tokenise
from training.reader.batches import Pools, epoch, tensors
from training.reader.bystanders import with_bystanders
from training.reader.config import Schedule, Shape
from training.reader.dropout import BankedDropout
from training.reader.encoder import published_folder, start_weights
from training.reader.examples import prepare
from training.reader.losses import losses, weighted
from training.reader.model import Reader
from training.reader.shipped import start_from_shipped
from training.reader.sources.everything import Corpora

Measure = Callable[[Reader], dict[str, float]]


def tokeniser(path: Path) -> Tokenise:
    """Text -> (ids, offsets), with the file's own normalisation and no frame."""
    loaded = Tokenizer.from_file(str(path))
    loaded.no_truncation()
    loaded.no_padding()

    def tokenise(text: str) -> tuple[list[int], list[tuple[int, int]]]:
        found = loaded.encode(text, add_special_tokens=False)
        return found.ids, found.offsets

    return tokenise


def pools(corpora: Corpora, tokenise: Tokenise) -> Pools:
    """The training sources in word pieces."""
    annotated = with_bystanders(corpora.annotated)
    parts = (annotated, corpora.muc, corpora.knowledge, corpora.factuality)
    return Pools(*(tuple(prepare(one, tokenise) for one in part) for part in parts))


def fresh_reader(shape: Shape, seed: int, shipped: bool = False) -> Reader:
    """A reader with the published encoder and new heads; or with all that the shipped model has."""
    torch.manual_seed(seed)
    model = Reader(shape)
    start_weights(model.encoder, published_folder() / "model.safetensors")
    if shipped:
        start_from_shipped(model)
    return model


def optimiser(model: Reader, schedule: Schedule, steps: int) -> tuple[AdamW, LambdaLR]:
    """AdamW with one rate for the encoder and one for the heads, both rising, then falling to nothing."""
    model.encoder.freeze(schedule.frozen_layers)
    learning = [(name, weight) for name, weight in model.named_parameters() if weight.requires_grad]
    old = [weight for name, weight in learning if name.startswith("encoder.")]
    new = [weight for name, weight in learning if not name.startswith("encoder.")]
    groups = [{"params": old, "lr": schedule.encoder_rate}, {"params": new, "lr": schedule.head_rate}]
    made = AdamW(groups, weight_decay=schedule.decay)
    rise = max(1, int(steps * schedule.warmup))
    return made, LambdaLR(made, lambda step: min((step + 1) / rise, max(0.0, (steps - step) / max(1, steps - rise))))


class Run:
    """One training in one folder: its log, its checkpoint and its weights."""

    def __init__(self, folder: Path, shape: Shape, schedule: Schedule, device: str = "cpu") -> None:
        self.device = device
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.shape, self.schedule = folder, shape, schedule
        (folder / "config.json").write_text(
            json.dumps({"shape": asdict(shape), "schedule": asdict(schedule)}, indent=1)
        )

    def log(self, **row: object) -> None:
        """Appends one line to the log."""
        line = json.dumps({key: round(value, 4) if isinstance(value, float) else value for key, value in row.items()})
        print(line, flush=True)
        with (self.folder / "log.jsonl").open("a") as log:
            log.write(line + "\n")

    def train(self, model: Reader, sources: Pools, measure: Measure) -> Reader:
        """Trains to the schedule's end, measuring and saving after every epoch."""
        schedule = self.schedule
        model.to(self.device)
        steps = schedule.epochs * len(epoch(sources, schedule, 0))
        chosen, falling = optimiser(model, schedule, steps)
        for number in range(self._resumed(model, chosen, falling), schedule.epochs):
            torch.manual_seed(schedule.seed + number)
            for layer in (one for one in model.modules() if isinstance(one, BankedDropout)):
                layer.renew()
            started = time.monotonic()
            means = self._epoch(model, epoch(sources, schedule, number), chosen, falling)
            self._save(model, chosen, falling, number + 1)
            seconds = time.monotonic() - started
            self.log(epoch=number + 1, seconds=seconds, losses=means, figures=measure(model))
        return model

    def _epoch(self, model: Reader, batches: list, chosen: AdamW, falling: LambdaLR) -> dict[str, float]:
        model.train()
        sums: dict[str, float] = defaultdict(float)
        counts: dict[str, int] = defaultdict(int)
        for step, batch in enumerate(batches):
            parts = losses(model, model(*tensors(batch, self.device)), batch)
            weighted(parts, self.schedule).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), self.schedule.clip)
            chosen.step()
            falling.step()
            chosen.zero_grad(set_to_none=True)
            for name, loss in parts.items():
                sums[name] += float(loss.detach())
                counts[name] += 1
            if step % 100 == 99:
                print(f"  step {step + 1} of {len(batches)}", flush=True)
        return {name: round(total / counts[name], 4) for name, total in sums.items()}

    @property
    def checkpoint(self) -> Path:
        """The file that a cut-off training goes on from."""
        return self.folder / "checkpoint.pt"

    def _save(self, model: Reader, chosen: AdamW, falling: LambdaLR, done: int) -> None:
        state = {
            "model": model.state_dict(),
            "optimiser": chosen.state_dict(),
            "rates": falling.state_dict(),
            "done": done,
        }
        torch.save(state, self.checkpoint.with_suffix(".new"))
        self.checkpoint.with_suffix(".new").replace(self.checkpoint)

    def _resumed(self, model: Reader, chosen: AdamW, falling: LambdaLR) -> int:
        if not self.checkpoint.exists():
            return 0
        state = torch.load(self.checkpoint, weights_only=True, map_location=self.device)
        model.load_state_dict(state["model"])
        chosen.load_state_dict(state["optimiser"])
        falling.load_state_dict(state["rates"])
        return int(state["done"])
