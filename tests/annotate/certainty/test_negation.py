import re

import pytest

from avowed.annotate.certainty.negation import cues_of, negations
from avowed.annotate.certainty.negation.cues import CueRow, affixed, cue_rows
from tests.annotate.marked import parser

ROWS = tuple(dict.fromkeys(cue_rows().values()))


def denied(text: str) -> list[tuple[str, str]]:
    doc = next(iter(parser().parse([text])))
    return [
        (" ".join(part.text for part in one.cue), " ".join(part.text for part in one.scope))
        for one in negations(list(doc))
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_row_finds_its_match_and_passes_over_its_miss(row: CueRow) -> None:
    wanted = re.findall(r"\{(.+?)\}", row.match)
    matched = next(iter(parser().parse([re.sub(r"[{}]", "", row.match)])))
    missed = next(iter(parser().parse([row.miss])))
    assert [cue[0].text for cue in cues_of(matched)] == wanted
    assert not list(cues_of(missed))


def test_a_denial_reaches_its_clause_and_not_the_next() -> None:
    ((cue, scope),) = denied("The army did not attack the mill, but the rebels burned the bridge.")
    assert cue == "not"
    assert {"attack", "mill", "army"} <= set(scope.split())
    assert not {"rebels", "burned", "bridge"} & set(scope.split())


def test_no_before_a_noun_denies_the_clause() -> None:
    ((cue, scope),) = denied("No soldier left the camp.")
    assert (cue, scope) == ("No", "soldier left the camp")


def test_neither_and_nor_are_one_cue() -> None:
    ((cue, _),) = denied("Neither the army nor the rebels left.")
    assert cue == "Neither nor"


def test_a_question_that_asks_for_a_yes_denies_nothing() -> None:
    assert not denied("The army left, did it not?")


@pytest.mark.parametrize("word", ["unhappy", "irregular", "helpless", "disloyal", "unarmed"])
def test_a_beginning_or_an_end_may_deny(word: str) -> None:
    assert affixed(word)


@pytest.mark.parametrize("word", ["united", "under", "interested", "regardless", "important", "universe", "invited"])
def test_a_word_that_only_looks_so_denies_nothing(word: str) -> None:
    assert not affixed(word)
