"""The quote of an incident covers those who take part in it."""

from avowed.annotate.incidents.build import LONGEST_QUOTE
from avowed.annotate.incidents.shown import shown
from avowed.model.evidence import Assertion, IncidentContent, Participant, Span
from avowed.model.vocabulary import Basis, IncidentType, ParticipantRole, Stage
from tests.annotate.marked import marked_page

FAR = "The harvest was late. " * (LONGEST_QUOTE // 20)


def told(text, mention, basis=Basis.REPORTED, quoted="It struck at dawn."):
    page = marked_page(text)
    start = page.report.text.index(quoted)
    part = Participant(mention, ParticipantRole.PERPETRATOR_ORGANISATION, basis)
    content = IncidentContent(IncidentType.ATTACK, Stage.ACCOMPLISHED, Span(start + 3, start + 9), (part,))
    found = shown(page, Assertion("i1", Span(start, start + len(quoted)), content))
    return found.quote.of(page.report.text), [one.mention for one in found.content.participants]


def test_a_quote_is_widened_to_the_sentence_that_names_a_participant():
    quote, parts = told("<The Karsh Front> came. It struck at dawn.", "m1")
    assert (quote, parts) == ("The Karsh Front came. It struck at dawn.", ["m1"])


def test_a_mention_of_the_same_actor_within_the_quote_is_taken():
    text = f"<The Karsh Front> came. {FAR}<The Karsh Front> struck at dawn."
    assert told(text, "m1", quoted="The Karsh Front struck at dawn.")[1] == ["m2"]


def test_a_plain_participant_whom_no_quote_reaches_is_left_out():
    assert told(f"<The Karsh Front> came. {FAR}It struck at dawn.", "m1")[1] == []


def test_one_whom_words_blame_stays_wherever_they_stand():
    assert told(f"<The Karsh Front> came. {FAR}It struck at dawn.", "m1", Basis.CLAIMED)[1] == ["m1"]
