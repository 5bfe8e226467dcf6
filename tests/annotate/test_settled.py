from dataclasses import replace

from avowed.annotate.settled import Settled
from avowed.model.evidence import Mention, Span
from avowed.model.vocabulary import MentionType


def mention(identity: str, start: int, end: int, actor: str | None = None) -> Mention:
    return Mention(identity, Span(start, end), MentionType.ORGANISATION, Span(start, end), actor=actor)


GROUP, AGAIN, OTHER = mention("m1", 4, 20, "a1"), mention("m2", 30, 38, "a1"), mention("m3", 50, 60)


def test_a_doubtful_mention_is_left_out() -> None:
    assert Settled(doubtful=frozenset({"m3"})).mentions((GROUP, OTHER), frozenset()) == (GROUP,)


def test_a_doubtful_mention_that_a_line_names_stays() -> None:
    assert Settled(doubtful=frozenset({"m3"})).mentions((GROUP, OTHER), frozenset({"m3"})) == (GROUP, OTHER)


def test_no_actor_loses_its_last_mention() -> None:
    doubtful = frozenset({"m1", "m2"})
    assert Settled(doubtful=doubtful).mentions((GROUP, AGAIN), frozenset({"m2"})) == (AGAIN,)
    assert Settled(doubtful=doubtful).mentions((GROUP, AGAIN), frozenset()) == (GROUP, AGAIN)


def test_a_mention_is_shown_where_it_was_settled_and_keeps_its_actor() -> None:
    wider = replace(GROUP, span=Span(0, 20))
    assert Settled(shown={"m1": wider}).mentions((GROUP,), frozenset()) == (wider,)


def test_mentions_stand_in_the_order_of_the_text() -> None:
    found = Settled(added=(mention("m9", 22, 28),)).mentions((GROUP, AGAIN), frozenset())
    assert [one.id for one in found] == ["m1", "m9", "m2"]


def test_without_a_model_every_mention_is_shown_as_the_rules_have_it() -> None:
    assert Settled().mentions((GROUP, AGAIN, OTHER), frozenset()) == (GROUP, AGAIN, OTHER)
