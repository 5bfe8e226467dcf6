from avowed.annotate.uses import covering, used
from avowed.model.evidence import Assertion, Mention, Span, Speaker, TieContent
from avowed.model.vocabulary import CueTone, Dimension, MentionType, SpeakerRole

SPEAKER = Speaker("Omar Belo", Span(30, 39), "m3", SpeakerRole.OFFICIAL, None, CueTone.NEUTRAL)
TIE = Assertion("t1", Span(4, 24), TieContent("m1", "m2", Dimension.ATTACK, -1, Span(9, 12)), attribution=(SPEAKER,))


def mention(identity: str, start: int, end: int) -> Mention:
    return Mention(identity, Span(start, end), MentionType.ORGANISATION, Span(start, end))


def test_parties_and_speakers_are_used() -> None:
    assert used([TIE], []) == {"m1", "m2", "m3"}


def test_a_quote_is_widened_to_a_party_as_it_is_shown() -> None:
    (wider,) = covering([TIE], (mention("m1", 0, 8), mention("m2", 14, 24)))
    assert wider.quote == Span(0, 24)


def test_a_quote_that_covers_both_parties_stays() -> None:
    assert covering([TIE], (mention("m1", 4, 8), mention("m2", 14, 24))) == (TIE,)
