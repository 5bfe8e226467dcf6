"""The reader's commands, from training to the files that ship, each from data and a run's folder alone."""

import argparse
import json
from dataclasses import replace
from pathlib import Path

import torch

from avowed.annotate.encoder import SHIPPED, Encoder
from avowed.annotate.encoder.pieces import Tokenise
from benchmarks.sets import muc4
from training.reader import measure
from training.reader.assembly import cases, fit
from training.reader.bystanders import with_bystanders
from training.reader.config import Schedule, Shape
from training.reader.documents import part_of
from training.reader.encoder import published_folder
from training.reader.evaluate import Development, figures
from training.reader.examples import Prepared, prepare
from training.reader.export import export, write_upper
from training.reader.join import join
from training.reader.mix import mix_in_shipped
from training.reader.model import Reader
from training.reader.predict import write
from training.reader.reading import Trained
from training.reader.ship import finish, heat, heat_as
from training.reader.sources import everything
from training.reader.sources.files import data_folder
from training.reader.train import Run, fresh_reader, pools, tokeniser
from training.reader.upper import examples, teach, upper_reader

PARTS = 3  # of MUC-4's training part, for predictions on reports that a model was not taught
ASSEMBLY = "assembly.json"
UPPER, UNTOLD = "upper", 400  # the upper layers' folder; passages that tell of no incident, to learn from too
COMMANDS = ("train", "evaluate", "predict", "assemble", "mix", "export", "upper", "join")


def main() -> None:
    """Parses the command and runs it."""
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.set_float32_matmul_precision("medium" if options.brief else "highest")
    commands = {
        "train": train,
        "evaluate": evaluate,
        "predict": predict,
        "assemble": assemble,
        "mix": mixed,
        "upper": upper,
        "join": joined,
        "export": ship,
    }
    commands[options.command](options)


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="training.reader", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("--run", type=Path, required=True, help="the folder of the run: log, checkpoint, weights")
    parser.add_argument("--data", type=Path, help="the folder of development data; else AVOWED_DATA")
    parser.add_argument("--start", type=Path, help="a checkpoint whose weights to start from")
    parser.add_argument("--start-from-shipped", action="store_true", help="start from the weights that ship")
    parser.add_argument("--device", default="cpu", help="where to compute: cpu, cuda")
    parser.add_argument("--leave-out", type=int, help="the third of MUC-4 (0, 1 or 2) to leave out, or to predict")
    parser.add_argument(
        "--without-fold", type=int, help="the fold of documents to leave out, by the hash of their names"
    )
    parser.add_argument("--folds", type=int, default=3, help="how many folds there are")
    parser.add_argument("--brief", action="store_true", help="multiply with 16 bits: half as long on newer processors")
    parser.add_argument("--temperatures", type=Path, nargs="+", help="exported models to take the mean temperatures of")
    parser.add_argument("--predictions", type=Path, nargs="+", help="files of `predict`, to fit the assembly on")
    parser.add_argument("--shipped-share", type=float, default=0.5, help="how much of the shipped weights to mix in")
    parser.add_argument("--to", type=Path, help="where to write: a folder to export to, else a file")
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
    if options.leave_out is not None:
        corpora = everything.without_part(corpora, options.leave_out, PARTS)
    if options.without_fold is not None:
        corpora = everything.without_fold(corpora, options.without_fold, options.folds)
    parts = development(corpora, tokenise, few=5)
    run = Run(options.run, Shape(), chosen, options.device)
    model = fresh_reader(Shape(), chosen.seed, options.start_from_shipped)
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


def predict(options: argparse.Namespace) -> None:
    """Writes what the run's model tells of incidents in the third that it was not taught, or in the dev part."""
    corpora = everything.load(data_folder(options.data))
    tokenise = tokeniser(published_folder() / "tokenizer.json")
    left = [one for one in corpora.muc if part_of(one.id, PARTS) == options.leave_out]
    texts = (prepare(one, tokenise) for one in (corpora.muc_dev if options.leave_out is None else left))
    write(Trained(trained(options.run)), texts, schedule(options), Shape().longest, options.to)


def assemble(options: argparse.Namespace) -> None:
    """Fits the layers that put incidents together, on predictions for reports that their models were not taught."""
    known = muc4.load(data_folder(options.data), "train")
    section = fit([one for path in options.predictions for one in cases(path, known)])
    (options.to or options.run / ASSEMBLY).write_text(json.dumps(section) + "\n")


def mixed(options: argparse.Namespace) -> None:
    """Mixes the shipped weights into the run's: the mean of two models that began as one is better than either."""
    model = trained(options.run)
    mix_in_shipped(model, options.shipped_share)
    options.to.mkdir(parents=True, exist_ok=True)
    torch.save({"model": model.state_dict()}, options.to / "checkpoint.pt")


def ship(options: argparse.Namespace) -> None:
    """Exports the run's weights, fits temperatures, measures the exported files, and writes the card."""
    chosen, folder = taught(options), options.to or options.run / "model"
    tokenizer = published_folder() / "tokenizer.json"
    section = options.run / ASSEMBLY
    export(trained(options.run), chosen, tokenizer, folder, json.loads(section.read_text()) if section.exists() else {})
    corpora = everything.load(data_folder(options.data))
    if options.temperatures:
        heat_as(folder, options.temperatures)
    else:
        heat(folder, chosen, unseen(corpora, options))
    if options.without_fold is None:
        finish(folder, chosen, lambda encoder: measure.everything(encoder, data_folder(options.data), corpora.re3d_dev))


def taught(options: argparse.Namespace) -> Schedule:
    """The schedule that the run was taught by, for its card; as set, where the run's folder does not tell."""
    told = options.run / "config.json"
    return Schedule(**json.loads(told.read_text())["schedule"]) if told.exists() else schedule(options)


def unseen(corpora: everything.Corpora, options: argparse.Namespace) -> list[Prepared]:
    """Texts that the run was not taught: those of its fold, else the development parts but our own held-out tenth."""
    if options.without_fold is None:
        left = (*corpora.re3d_dev, *corpora.muc_dev[:40], *everything.never_taught(data_folder(options.data)))
    else:
        kept = everything.without_fold(corpora, options.without_fold, options.folds)
        taught = {(one.source, one.id) for one in kept.annotated}
        left = tuple(one for one in corpora.annotated if (one.source, one.id) not in taught)
    tokenise = tokeniser(published_folder() / "tokenizer.json")
    return [prepare(one, tokenise) for one in with_bystanders(left)]


def upper(options: argparse.Namespace) -> None:
    """Teaches upper layers to give what the run's exported model gives, from the lower ones of the reader that ships."""
    tokenise, whole = tokeniser(published_folder() / "tokenizer.json"), options.run / "model"
    corpora = everything.load(data_folder(options.data))
    texts = [one.text for one in (*corpora.muc, *corpora.annotated, *corpora.knowledge[:UNTOLD])]
    given = list(examples(Encoder.load(), whole / "reader.onnx", texts, tokenise))
    model = upper_reader(replace(Shape(), dropout=0.0), whole, ("reader.onnx", "reader.npz"))
    (options.run / UPPER).mkdir(exist_ok=True)
    teach(model, given, options.run / UPPER)
    write_upper(model, options.run / UPPER)


def joined(options: argparse.Namespace) -> None:
    """Joins the run's upper layers to the reader in a folder, as the branch that reads incidents."""
    data, folder = data_folder(options.data), options.to or SHIPPED
    join(options.run / "model", options.run / UPPER, folder, lambda encoder: measure.of_upper(encoder, data))


def trained(run: Path) -> Reader:
    """The model of a run's last checkpoint."""
    model = Reader(Shape())
    model.load_state_dict(torch.load(run / "checkpoint.pt", weights_only=True)["model"])
    return model


if __name__ == "__main__":
    main()
