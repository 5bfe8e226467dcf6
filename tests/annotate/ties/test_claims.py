"""Whom a claim of responsibility ties its claimer to."""

from avowed.annotate.ties.claims import others
from avowed.model.evidence import Mention, Span
from avowed.model.vocabulary import Form, MentionType


def mention(key: str, actor: str, form: Form = Form.NAME) -> Mention:
    return Mention(key, Span(0, 1), MentionType.PERSON, Span(0, 1), form, actor)


def test_a_claimer_struck_others_and_not_itself() -> None:
    front, mayor = mention("m1", "a1"), mention("m2", "a2")
    assert others((front, mayor), (front,)) == (mayor,)


def test_a_gunman_who_killed_himself_was_not_struck_by_who_claims_it() -> None:
    himself = mention("m3", "a3", Form.PRONOUN)
    assert not others((himself,), (mention("m1", "a1"),))
