"""Who vouches for a deed: an officer for the army, a rebel for the rebels, a witness for what he saw, a claimer for his own."""

from collections.abc import Mapping

import pytest

from avowed.annotate.sayings.find import find_sayings
from avowed.annotate.ties.find import find_ties
from avowed.model.evidence import TieContent
from avowed.model.vocabulary import Dimension, Factuality, Voice
from tests.annotate.marked import marked_page

KINDS = {
    "the army": "state_agency",
    "The army": "state_agency",
    "the armed forces": "state_agency",
    "the rebels": "armed_group",
    "the guerrillas": "armed_group",
    "villagers": "community",
    "witnesses": "community",
    "Witnesses": "community",
    "Residents": "community",
    "An eyewitness": "person",
    "the camp guards": "community",
}


def voices(marked: str, kinds: Mapping[str, str]) -> set[Voice]:
    page = marked_page(marked, {**KINDS, **kinds})
    found = find_ties(page, find_sayings(page))
    wanted = (Dimension.ATTACK, Dimension.CLASH)
    return {one.voice for one in found if isinstance(one.content, TieContent) and one.content.dimension in wanted}


OFFICERS = (
    ("<Colonel Omar Belo> reported that <the army> had attacked <the Karsh Front> near Dasmir.", "Colonel Omar Belo"),
    ("<General Sana Idris> said <the army> attacked <the Karsh Front> at dawn.", "General Sana Idris"),
    ("<Major Idris Belo> announced that <the armed forces> had attacked <the Karsh Front>.", "Major Idris Belo"),
    ("<Captain Belo>, who commands the post, said <the Karsh Front> attacked <the army>.", "Captain Belo"),
    ("According to <Lieutenant Belo>, <the army> attacked <the Karsh Front>.", "Lieutenant Belo"),
)
REBELS = (
    ("<Rebel leader Omar Belo> said <the rebels> had attacked <the Ardan Army>.", "Rebel leader Omar Belo"),
    ("<Guerrilla commander Belo> said <the guerrillas> attacked <the Ardan Army>.", "Guerrilla commander Belo"),
    ("<A rebel spokesman> said <the rebels> attacked <the Ardan Army>.", "A rebel spokesman"),
    ("<A guerrilla officer> told reporters that <the guerrillas> attacked <the Ardan Army>.", "A guerrilla officer"),
    ("<The rebel chief> said <the Ardan Army> attacked <the rebels>.", "The rebel chief"),
)
WITNESSES = (
    "<Witnesses> said <the Karsh Front> attacked <the camp guards>.",
    "<Residents> said <the Karsh Front> attacked <the Velm League>.",
    "According to <witnesses>, <the Karsh Front> attacked <the Velm League>.",
    "<An eyewitness> said that <the Karsh Front> attacked <the camp guards> at dawn.",
    "<The Karsh Front> attacked <the Velm League>, <witnesses> said.",
)
CLAIMS = (
    "<The Karsh Front> claimed responsibility for a raid, killing ten <villagers>.",
    "<The Karsh Front> claimed responsibility for the bombing which killed five <villagers>.",
    "<The Karsh Front> took responsibility for a raid that killed <villagers>.",
    "<The Karsh Front> claimed responsibility for an attack on <the Ardan Army>.",
    "<The Karsh Front> admitted responsibility for a blast that wounded <villagers>.",
)


@pytest.mark.parametrize(("marked", "speaker"), [*OFFICERS, *REBELS])
def test_whom_rank_alone_puts_on_a_side_speaks_for_it(marked: str, speaker: str) -> None:
    assert voices(marked, {speaker: "person"}) == {Voice.STATED}


MOUTHPIECES = (
    "<A spokesman> for <the Karsh Front> said <the Karsh Front> attacked <the Velm League>.",
    "<The leader> of <the Karsh Front> said that <the Velm League> attacked <the Karsh Front>.",
    "<Officials> of <the Karsh Front> told reporters that <the Karsh Front> attacked <the Velm League>.",
)


@pytest.mark.parametrize("marked", MOUTHPIECES)
def test_who_is_told_by_his_office_in_a_body_speaks_for_it(marked: str) -> None:
    assert voices(marked, {"A spokesman": "person", "The leader": "person", "Officials": "community"}) == {Voice.STATED}


@pytest.mark.parametrize("marked", WITNESSES)
def test_what_a_witness_tells_plainly_is_conduct(marked: str) -> None:
    assert voices(marked, {}) == {Voice.OBSERVED}


@pytest.mark.parametrize("marked", CLAIMS)
def test_a_deed_under_a_claim_of_responsibility_is_the_claimers_word(marked: str) -> None:
    assert voices(marked, {}) == {Voice.STATED}


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("<Colonel Omar Belo> said <the Karsh Front> attacked <the Velm League>.", "Colonel Omar Belo"),
        ("<Analyst Omar Belo> said <the army> attacked <the Karsh Front>.", "Analyst Omar Belo"),
    ],
)
def test_a_third_party_stays_one(marked: str, speaker: str) -> None:
    assert voices(marked, {speaker: "person"}) == {Voice.ASSESSED}


def factualities(marked: str) -> set[Factuality]:
    page = marked_page(marked, KINDS)
    return {one.factuality for one in find_ties(page, find_sayings(page)) if isinstance(one.content, TieContent)}


def test_what_somebody_claims_of_others_is_no_more_than_probable() -> None:
    assert factualities("<The army> claims that <the Karsh Front> attacked <the Velm League>.") == {Factuality.PROBABLE}


def test_what_a_party_claims_of_its_own_deed_is_certain() -> None:
    assert factualities("<The Karsh Front> claims that <the Karsh Front> attacked <the army>.") == {Factuality.CERTAIN}


@pytest.mark.parametrize(
    "text",
    [
        "“<Our soldiers> attacked <the Karsh Front>,” <Omar Belo> said.",
        "“<The Karsh Front> attacked <our men>,” <Omar Belo> said.",
    ],
)
def test_what_is_said_of_ones_own_people_is_stated(text: str) -> None:
    assert voices(text, {"Our soldiers": "community", "our men": "community"}) == {Voice.STATED}


def test_our_people_outside_quotation_marks_are_the_writers() -> None:
    text = "<Omar Belo> said that <our soldiers> had attacked <the Karsh Front>."
    assert voices(text, {"our soldiers": "community"}) == {Voice.ASSESSED}


def test_what_is_said_of_ones_enemies_is_not() -> None:
    text = "“<Our neighbours> attacked <the Karsh Front>,” <Omar Belo> said."
    assert voices(text, {"Our neighbours": "community"}) == {Voice.ASSESSED}
