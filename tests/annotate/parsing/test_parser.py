import numpy as np
import pytest

from avowed.annotate.parsing.parser import Parser

pytestmark = pytest.mark.slow
TEXTS = (
    "The Harbour Brigade said on Monday that its men had left Velm.",
    "Nobody answered. A spokesman for the port authority of Velm, Ann Ash, said that three guards were missing.",
    "Karsh.",
)


def test_what_stands_beside_a_text_changes_no_bit_of_its_parse():
    parser = Parser.load()
    beside = list(parser.parse(TEXTS))
    for text, one in zip(TEXTS, beside, strict=True):
        (alone,) = parser.parse([text])
        assert np.array_equal(one.tensor, alone.tensor)
        assert [(word.dep_, word.head.i, word.ent_type_) for word in one] == [
            (word.dep_, word.head.i, word.ent_type_) for word in alone
        ]
