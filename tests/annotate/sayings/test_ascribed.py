"""What somebody is called keeps who called him so."""

import pytest

from avowed.annotate.sayings.find import find_sayings
from avowed.annotate.ties.cueless import cueless, of_namer
from avowed.annotate.ties.find import find_ties
from avowed.model.evidence import TieContent
from avowed.model.vocabulary import Dimension, Factuality, Voice
from tests.annotate.marked import marked_page

KINDS = {"Police": "state_agency", "police": "state_agency", "Officials": "community", "The minister": "person"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("<Police> identified <Omar Belo> as a member of <the Karsh Front>.", "Police"),
        ("<Omar Belo> was identified by <police> as a member of <the Karsh Front>.", "police"),
        ("<The minister> described <Omar Belo> as the commander of <the Karsh Front>.", "The minister"),
        ("<Officials> named <Omar Belo> as the leader of <the Karsh Front>.", "Officials"),
        ("<Sana Idris> called <Omar Belo> the leader of <the Karsh Front>.", "Sana Idris"),
        ("<Sana Idris> accused <Omar Belo> of being a member of <the Karsh Front>.", "Sana Idris"),
    ],
)
def test_who_calls_another_something_is_the_speaker_of_it(text: str, speaker: str) -> None:
    page = marked_page(text, KINDS)
    (told,) = [
        one
        for one in find_ties(page, find_sayings(page))
        if isinstance(one.content, TieContent) and one.content.dimension in (Dimension.COMMAND, Dimension.MEMBERSHIP)
    ]
    assert [link.text for link in told.attribution] == [speaker]
    assert told.voice is Voice.ASSESSED


def test_what_somebody_is_never_called_is_told_by_nobody() -> None:
    page = marked_page("<Police> never described <Omar Belo> as a member of <the Karsh Front>.", KINDS)
    (told,) = find_ties(page, find_sayings(page))
    assert ([link.text for link in told.attribution], told.factuality) == (["Police"], Factuality.UNKNOWN)


def test_to_name_somebody_as_ones_own_officer_is_no_saying() -> None:
    page = marked_page("<The Karsh Front> has named <Omar Belo> as its commander.")
    assert not [one for one in find_sayings(page) if one.reported]


def test_who_calls_another_a_leader_is_not_the_leader() -> None:
    page = marked_page("<Sana Idris> called <Omar Belo> the leader of <the Karsh Front>.")
    namer, named, body = page.mentions
    trigger = page.token_at(page.report.text.index("leader"))
    assert trigger is not None
    assert of_namer(trigger, (namer, body))
    assert not of_namer(trigger, (named, body))


def test_a_bond_in_a_headline_needs_a_word_for_it() -> None:
    page = marked_page("Belo Is Now Calling Norland the Best Friend of Halmar\n\nBelo met the queen.")
    calling, met = (page.token_at(page.report.text.index(word)) for word in ("Calling", "met"))
    assert calling is not None
    assert met is not None
    assert cueless(page, calling, Dimension.ACCORD)
    assert not cueless(page, met, Dimension.ACCORD)
    signs = marked_page("Norland Signs Truce With Karsh Front After Talks\n\nIt rained.")
    word = signs.token_at(signs.report.text.index("Truce"))
    assert word is not None
    assert not cueless(signs, word, Dimension.ACCORD)


def test_a_line_of_a_wire_in_capitals_is_no_headline() -> None:
    page = marked_page("THE ARMY IS NOW CALLING NORLAND THE BEST FRIEND OF HALMAR\n\nIT RAINED.")
    calling = page.token_at(page.report.text.index("CALLING"))
    assert calling is not None
    assert not cueless(page, calling, Dimension.ACCORD)
