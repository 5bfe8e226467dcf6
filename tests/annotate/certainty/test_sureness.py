from avowed.annotate.certainty.judge import judge
from avowed.annotate.certainty.sureness import sure_of
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
