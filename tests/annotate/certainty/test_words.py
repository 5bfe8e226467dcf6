"""Every row of hedges and denials does to its example what it says, and nothing to its counter-example."""

import re

import pytest

from avowed.annotate.certainty.judge import Certainty, judge
from avowed.annotate.certainty.words import Hedge, hedges
from avowed.annotate.sayings.find import find_sayings
from avowed.annotate.sayings.saying import innermost, line_of
from avowed.model.vocabulary import Mode
from tests.annotate.marked import asked_in_order, marked_page

ROWS = tuple({hedge.name: hedge for found in hedges().values() for hedge in found}.values())
asked_in_order(re.sub(r"[{}]", "", one) for one in (*(row.match for row in ROWS), *(row.miss for row in ROWS)))


def judged(sentence: str) -> Certainty:
    found = re.search(r"\{(.*?)\}", sentence)
    assert found is not None
    page = marked_page(sentence.replace("{", "").replace("}", ""))
    token = page.token_at(found.start())
    assert token is not None
    sayings = find_sayings(page)
    line = tuple(sayings[index] for index in line_of(sayings, innermost(sayings, token.idx)))
    return judge(token, line)


@pytest.mark.parametrize("hedge", ROWS, ids=lambda hedge: hedge.name)
def test_a_hedge_does_what_its_row_says(hedge: Hedge) -> None:
    certainty = judged(hedge.match)
    assert certainty.negated == hedge.negates
    if hedge.factuality is not None:
        assert certainty.factuality is hedge.factuality
        assert certainty.hedges
    if hedge.mode is not None or hedge.conditional:
        assert certainty.mode is not Mode.ACTUAL


@pytest.mark.parametrize("hedge", ROWS, ids=lambda hedge: hedge.name)
def test_its_counter_example_stays_plain_fact(hedge: Hedge) -> None:
    assert judged(hedge.miss) == Certainty()
