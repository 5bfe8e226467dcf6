"""Upper layers learn to give what a whole model gives, and go on where they were cut off."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the packages of training/requirements.txt")
pytest.importorskip("onnx", reason="needs the packages of training/requirements.txt")

from training.reader import upper  # noqa: E402
from training.reader.config import Shape  # noqa: E402
from training.reader.encoder import UpperLayers  # noqa: E402
from training.reader.model import Reader  # noqa: E402

SHAPE = Shape(hidden=8, layers=4, attention_heads=2, inner=16, dropout=0.0, span=4, pair=4, query=4, pair_heads=2)


def taught(folder, given):
    torch.manual_seed(3)
    folder.mkdir(exist_ok=True)
    model = Reader(SHAPE, UpperLayers(SHAPE, upper.LAYERS))
    upper.teach(model, given, folder)
    return model.encoder


def loss(layers, rows):
    with torch.no_grad():
        return upper._loss(layers.eval(), rows, torch.eye(8)).item()


@pytest.fixture
def given():
    random = np.random.default_rng(5)
    torch.manual_seed(11)
    whole = UpperLayers(SHAPE, upper.LAYERS).eval()
    rows = [random.standard_normal((pieces, 8)).astype(np.float32) for pieces in (3, 5, 5, 9)]
    last = [whole(torch.from_numpy(row[None]))[0].detach().numpy() for row in rows]
    return [
        upper.Example(row.astype(np.float16), told.astype(np.float16)) for row, told in zip(rows, last, strict=True)
    ]


def test_the_layers_come_nearer_to_the_vectors_that_they_learn_from(given, tmp_path, monkeypatch):
    monkeypatch.setattr(upper, "EPOCHS", 300)
    monkeypatch.setattr(upper, "RATE", 1e-2)
    torch.manual_seed(3)
    before = loss(Reader(SHAPE, UpperLayers(SHAPE, upper.LAYERS)).encoder, given)
    assert loss(taught(tmp_path, given), given) < 0.7 * before


def test_padding_changes_nothing(given):
    layers = UpperLayers(SHAPE, upper.LAYERS).eval()
    alone = [loss(layers, [one]) * len(one.below) for one in given]
    together = loss(layers, given) * sum(len(one.below) for one in given)
    assert sum(alone) == pytest.approx(together, rel=1e-4)


def test_a_teaching_that_was_cut_off_goes_on_to_the_same_weights(given, tmp_path, monkeypatch):
    whole = taught(tmp_path / "whole", given)

    class StopError(Exception):
        pass

    def stop(*_, **__):
        raise StopError

    monkeypatch.setattr(upper, "print", stop, raising=False)  # after the first epoch's checkpoint
    with pytest.raises(StopError):
        taught(tmp_path / "cut", given)
    monkeypatch.delattr(upper, "print")
    for name, weight in taught(tmp_path / "cut", given).state_dict().items():
        torch.testing.assert_close(weight, whole.state_dict()[name])
