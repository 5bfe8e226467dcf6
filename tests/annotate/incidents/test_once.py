"""Of one actor named twice in one incident, the footing that says more is told."""

import pytest

from avowed.annotate.incidents.once import once
from avowed.annotate.page import Page
from avowed.model.evidence import Mention, Participant, Span
from avowed.model.vocabulary import Basis, Form, MentionType, ParticipantRole
from tests.annotate.marked import marked_page

ONE_SENTENCE = "The Pine League, allegedly behind the raid, is what the Pine League of Orsk calls itself."
TWO_SENTENCES = "Officials accused the Pine League. A court found the Pine League of Orsk guilty."


def footings(text: str, first: Basis, second: Basis) -> list[Basis]:
    """What is left where the league's first naming has one footing and its second the other."""
    places = [text.index("Pine League"), text.rindex("Pine League")]
    spans = [Span(places[0], places[0] + 11), Span(places[1], places[1] + 19)]
    mentions = tuple(
        Mention(f"m{number}", span, MentionType.ORGANISATION, span, Form.NAME, "a1")
        for number, span in enumerate(spans, 1)
    )
    page: Page = marked_page(text).with_(mentions=mentions)
    role = ParticipantRole.PERPETRATOR_ORGANISATION
    return [one.basis for one in once(page, [Participant("m1", role, first), Participant("m2", role, second)])]


@pytest.mark.parametrize("text", [ONE_SENTENCE, TWO_SENTENCES])
def test_a_conviction_outdoes_an_accusation_wherever_it_is_told(text: str) -> None:
    assert footings(text, Basis.ACCUSED_BY_AUTHORITIES, Basis.CONVICTED) == [Basis.CONVICTED]


@pytest.mark.parametrize(
    ("less", "more"), [(Basis.REPORTED, Basis.SUSPECTED), (Basis.ACCUSED_BY_AUTHORITIES, Basis.CLAIMED)]
)
def test_a_suspicion_or_a_claim_outdoes_what_its_own_sentence_says_besides(less: Basis, more: Basis) -> None:
    assert footings(ONE_SENTENCE, less, more) == [more]
    assert footings(TWO_SENTENCES, less, more) == [less, more]
