from avowed.annotate.neighbours import load_neighbours, neighbours
from avowed.model.evidence import Mention, Span
from avowed.model.vocabulary import MentionType


def told(text: str, *kinds: tuple[str, MentionType]) -> set[tuple[str, str, str]]:
    mentions = []
    for number, (words, kind) in enumerate(kinds):
        span = Span(text.index(words), text.index(words) + len(words))
        mentions.append(Mention(f"m{number}", span, kind, span))
    return {(one.span.of(text), other.span.of(text), row.relation) for one, other, row in neighbours(text, mentions)}


BRIGADE, VELM = ("the Harbour Brigade", MentionType.ORGANISATION), ("Velm", MentionType.LOCATION)


def test_a_body_right_before_in_and_a_place_is_there() -> None:
    assert told("the Harbour Brigade in Velm", BRIGADE, VELM) == {("the Harbour Brigade", "Velm", "CoLocated")}


def test_a_number_right_before_what_it_counts_is_a_property_of_that() -> None:
    rockets = ("rockets", MentionType.WEAPON)
    assert told("forty rockets", ("forty", MentionType.QUANTITY), rockets) == {("rockets", "forty", "HasAttrOf")}


def test_words_that_no_row_has_tell_nothing() -> None:
    assert told("the Harbour Brigade and Velm", BRIGADE, VELM) == set()
    assert told("the Harbour Brigade sailed in Velm", BRIGADE, VELM) == set()


def test_a_place_has_no_body_in_it_the_other_way_round() -> None:
    assert told("Velm in the Harbour Brigade", BRIGADE, VELM) == set()


def test_every_row_was_right_more_often_than_not_where_it_was_counted() -> None:
    assert all(row.share > 0.5 for row in load_neighbours())


def test_a_number_counts_the_whole_of_what_follows_it() -> None:
    front, guards = ("Karsh", MentionType.ORGANISATION), ("Karsh guards", MentionType.ORGANISATION)
    assert told("five Karsh guards", ("five", MentionType.QUANTITY), front, guards) == {
        ("Karsh guards", "five", "HasAttrOf")
    }
