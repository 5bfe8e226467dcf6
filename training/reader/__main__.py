"""The reader's commands: train, evaluate and export, each from data and a run's folder alone."""

import argparse
import json
from dataclasses import replace
from pathlib import Path

import torch

from avowed.annotate.pieces import Tokenise
from training.reader import measure
from training.reader.config import Schedule, Shape
from training.reader.encoder import published_folder
from training.reader.evaluate import Development, figures
from training.reader.examples import prepare
from training.reader.export import export
from training.reader.model import Reader
from training.reader.reading import Trained
from training.reader.ship import finish
from training.reader.sources import everything
from training.reader.sources.files import data_folder
from training.reader.train import Run, fresh_reader, pools, tokeniser


def main() -> None:
    """Parses the command and runs it."""
    options = arguments()
    torch.set_num_threads(options.threads)
    if options.command == "train":
        train(options)
    elif options.command == "evaluate":
        evaluate(options)
    else:
        ship(options)


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="training.reader", description=__doc__)
    parser.add_argument("command", choices=("train", "evaluate", "export"))
    parser.add_argument("--run", type=Path, required=True, help="the folder of the run: log, checkpoint, weights")
    parser.add_argument("--data", type=Path, help="the folder of development data; else AVOWED_DATA")
    parser.add_argument("--start", type=Path, help="a checkpoint whose weights to start from")
    parser.add_argument("--to", type=Path, help="the folder to export to; else `model` in the run's")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="a number of the schedule")
    return parser.parse_args()


def schedule(options: argparse.Namespace) -> Schedule:
    """The schedule with the numbers that were set."""
    given = dict(one.split("=", 1) for one in options.set)
    typed = {name: type(getattr(Schedule(), name))(float(value)) for name, value in given.items()}
    return replace(Schedule(), **typed)


def train(options: argparse.Namespace) -> None:
    """Trains, or goes on with, the run."""
    chosen, tokenise = schedule(options), tokeniser(published_folder() / "tokenizer.json")
    corpora = everything.load(data_folder(options.data))
    parts = development(corpora, tokenise, few=25)
    run = Run(options.run, Shape(), chosen)
    model = fresh_reader(Shape(), chosen.seed)
    if options.start:
        model.load_state_dict(torch.load(options.start, weights_only=True)["model"])
    run.train(model, pools(corpora, tokenise), lambda one: figures(Trained(one), parts, chosen))


def development(corpora: everything.Corpora, tokenise: Tokenise, few: int | None = None) -> Development:
    """The development parts in word pieces; of the large ones only a few texts while training."""
    marked = corpora.factuality_dev[: few * 8 if few else None]
    groups = (corpora.re3d_dev, corpora.own_dev, corpora.muc_dev[:few], marked)
    return Development(*(tuple(prepare(one, tokenise) for one in group) for group in groups))


def evaluate(options: argparse.Namespace) -> None:
    """Prints the run's figures as one JSON object."""
    model = trained(options.run)
    tokenise = tokeniser(published_folder() / "tokenizer.json")
    parts = development(everything.load(data_folder(options.data)), tokenise)
    print(json.dumps(figures(Trained(model), parts, schedule(options)), indent=1))


def ship(options: argparse.Namespace) -> None:
    """Exports the run's weights, fits temperatures, measures the exported files, and writes the card."""
    chosen, folder = schedule(options), options.to or options.run / "model"
    tokenizer = published_folder() / "tokenizer.json"
    export(trained(options.run), chosen, tokenizer, folder)
    corpora = everything.load(data_folder(options.data))
    unseen = development(corpora, tokeniser(tokenizer), few=40)
    finish(
        folder, chosen, unseen, lambda encoder: measure.everything(encoder, data_folder(options.data), corpora.re3d_dev)
    )


def trained(run: Path) -> Reader:
    """The model of a run's last checkpoint."""
    model = Reader(Shape())
    model.load_state_dict(torch.load(run / "checkpoint.pt", weights_only=True)["model"])
    return model


if __name__ == "__main__":
    main()
