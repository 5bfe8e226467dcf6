from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from avowed.annotate.certainty.judge import judge
from avowed.annotate.certainty.sureness import remember, sure_of, surer_than
from avowed.annotate.certainty.sureness.beside import Beside, shipped_beside
from avowed.annotate.certainty.sureness.features import features
from avowed.annotate.certainty.sureness.neighbours import seen_around
from avowed.errors import ModelError
from avowed.model.vocabulary import Factuality
from tests.annotate.marked import parser


def sure(text: str, word: str) -> float:
    doc = next(iter(parser().parse([text])))
    return sure_of(next(token for token in doc if token.text == word))


def test_what_is_told_as_done_is_surer_than_what_is_wished_for_or_denied() -> None:
    done = sure("The army burned the mill.", "burned")
    assert sure("I hope that the army leaves.", "leaves") < done - 0.3
    assert sure("The army did not burn the mill.", "burn") < done - 0.3


def test_plain_fact_stays_certain() -> None:
    doc = next(iter(parser().parse(["The army burned the mill."])))
    assert judge(doc[2]).factuality is Factuality.CERTAIN


def test_features_name_the_helpers_and_the_words_above() -> None:
    doc = next(iter(parser().parse(["Omar hopes that the army has not burned the mill."])))
    seen = set(features(next(token for token in doc if token.text == "burned")))
    assert {"l=burn", "c=neg:not", "up0=>ccomp", "bef=not"} <= seen


def test_a_vector_counts_only_from_the_encoder_that_the_layers_learned_beside() -> None:
    doc = next(iter(parser().parse(["The army burned the mill."])))
    alone = sure_of(doc[2])
    remember(doc, (window("another"),))
    assert sure_of(doc[2]) == alone
    remember(doc, (window(shipped_beside().encoder),))
    assert sure_of(doc[2]) != alone


def test_whether_a_word_is_surer_than_a_bound_is_what_its_number_says() -> None:
    text = "Omar hopes that the army has not burned the mill. Perhaps it left, he said; it would have come back."
    for known in ((), (window(shipped_beside().encoder),)):
        doc = next(iter(parser().parse([text])))
        remember(doc, known)
        for bound in (-2.9, -1.0, 0.0, 1.0, 2.0):
            assert [surer_than(token, bound) for token in doc] == [sure_of(token) > bound for token in doc]


def test_the_layers_look_at_the_words_around_a_predicate() -> None:
    doc = next(iter(parser().parse(["The army burned the mill."])))
    burned, told = doc[2], {1: 3.0, 2: 5.0, 3: 7.0, 4: 9.0}
    seen = seen_around(burned, lambda one: np.full(2, told[one.i], np.float32) if one.i in told else None, 2)
    assert seen[:, 0].tolist() == [5.0, 0.0, 3.0, 7.0, 6.0]


def test_a_folder_without_the_layers_is_told_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        Beside.load(tmp_path)


def window(encoder: str) -> Any:
    """A window of an encoder with this hash, whose every vector is all ones."""
    card = SimpleNamespace(row={"files": {"reader.onnx": {"sha256": encoder}}})
    size = int(shipped_beside().columns.max()) + 1
    return SimpleNamespace(card=card, vector_at=lambda _start: np.ones(size, np.float32))
