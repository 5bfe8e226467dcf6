"""A model file that is missing or damaged is one clear error."""

import hashlib
import json

import pytest

from avowed.annotate.encoder import Encoder
from avowed.errors import ModelError


def card(folder, **hashes):
    folder.joinpath("card.json").write_text(
        json.dumps({"files": {name: {"sha256": sha} for name, sha in hashes.items()}})
    )


def test_a_missing_card_names_the_file_and_the_command_that_restores_it(tmp_path):
    with pytest.raises(ModelError, match=r"card\.json.*pip install --force-reinstall avowed"):
        Encoder.load(tmp_path)


def test_a_card_that_is_no_json_is_named(tmp_path):
    (tmp_path / "card.json").write_text("{")
    with pytest.raises(ModelError, match=r"card\.json: .* cannot be read"):
        Encoder.load(tmp_path)


def test_a_missing_model_file_is_named(tmp_path):
    card(tmp_path, **{"reader.onnx": "0" * 64})
    with pytest.raises(ModelError, match=r"reader\.onnx: .*missing; restore it with `pip install"):
        Encoder.load(tmp_path)


def test_one_flipped_bit_is_damage(tmp_path):
    card(tmp_path, **{"reader.onnx": hashlib.sha256(b"model").hexdigest()})
    (tmp_path / "reader.onnx").write_bytes(b"modem")
    with pytest.raises(ModelError, match=r"reader\.onnx: .*damaged; restore it with `pip install"):
        Encoder.load(tmp_path)
