"""How well the network judges cooperation or conflict, over five folds of PLOVER's pairs.

`python -m training.looks.plover` teaches it the signs of our own ties, then four fifths of the pairs; what it says of the
fifth part is kept for the benchmark. PLOVER's pairs may be tuned and measured on, so none of these weights are kept.
"""

import copy
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch

from avowed.annotate.encoder import Encoder, Ends
from avowed.annotate.encoder.pieces import Tokenise, Window, join, sentence_pieces
from benchmarks.plover_quads import CROSSED
from benchmarks.sets import plv
from training.looks.asked import asked
from training.looks.examples import IGNORE, Example, example
from training.looks.learn import Course, learn, tensors
from training.looks.marks import Marked, marked
from training.looks.model import SEED, Looks, fresh
from training.reader.bystanders import with_bystanders
from training.reader.config import Shape
from training.reader.encoder import published_folder
from training.reader.sources import everything
from training.reader.sources.files import data_folder
from training.reader.train import tokeniser

FOLDS = 5
OWN = Course(epochs=3, losses={"tie": 1.0, "sign": 1.0})
PAIRS = Course(epochs=6, pieces=700, encoder_rate=1e-4, losses={"quad": 1.0, "sign": 0.7})


def main() -> None:
    """Teaches, asks, and keeps what was said of each pair."""
    torch.set_float32_matmul_precision("medium")
    data = data_folder(None)
    pairs = plv.load(data)
    first = learn(fresh(Shape(), SEED), list(_own(data)), OWN)
    told = list(_examples(pairs))
    said = [""] * len(pairs)
    for fold in range(FOLDS):
        model = copy.deepcopy(first)
        learn(model, [one for one, pair in zip(told, pairs, strict=True) if fold_of(pair) != fold], PAIRS)
        left = [at for at, pair in enumerate(pairs) if fold_of(pair) == fold]
        for at, quad in zip(left, _asked(model, [told[at] for at in left]), strict=True):
            said[at] = quad
    CROSSED.write_text(json.dumps(said, indent=0) + "\n", encoding="utf-8")


def fold_of(pair: plv.Pair) -> int:
    """The part that a pair is left out with: all pairs of a sentence together."""
    return int(hashlib.sha1(pair.text.encode()).hexdigest(), 16) % FOLDS  # noqa: S324  # no secret


def _own(data: Path) -> Iterator[Example]:
    """Our own ties with their signs, the subject marked as the first party."""
    reader = Encoder.load()
    for document in with_bystanders(everything.load(data).annotated):
        for one in asked(document, reader):
            tie = max((label for label in one.labels if label.tie), key=lambda label: label.weight, default=None)
            if tie is not None and example(one).sign != IGNORE:
                told = marked(one.window, ([tie.subject], [tie.object]), (0, 0))
                yield Example(told, tie=example(one).tie, sign=example(one).sign, weight=tie.weight)


def _examples(pairs: Sequence[plv.Pair]) -> Iterator[Example]:
    tokenise = tokeniser(published_folder() / "tokenizer.json")
    for pair in pairs:
        quad = plv.QUADS.index(pair.quad)
        yield Example(_marked(pair, tokenise), sign=quad // 2, quad=quad)


def _marked(pair: plv.Pair, tokenise: Tokenise) -> Marked:
    """The sentence with source and target marked; one that is left unsaid is marked nowhere."""
    window: Window = join([sentence_pieces(pair.text, 0, len(pair.text), tokenise)])
    parties: tuple[Sequence[Ends], Sequence[Ends]] = (pair.source, pair.target)
    return marked(window, parties, (0, 0))


@torch.no_grad()
def _asked(model: Looks, told: Sequence[Example]) -> Iterator[str]:
    model.eval()
    for one in told:
        yield plv.QUADS[int(model(*tensors([one]))["quad"][0].argmax())]


if __name__ == "__main__":
    main()
