"""Versions of one story form a family however they were cut; other reports, quotations and short texts do not."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from avowed.resolve.copies import families, word_runs
from tests.often import often

WORDS = [
    "river",
    "bridge",
    "captain",
    "market",
    "signal",
    "harvest",
    "letter",
    "cellar",
    "tower",
    "garden",
    "window",
    "copper",
    "thread",
    "lantern",
    "valley",
]


def story(seed: int, words: int = 300) -> str:
    random = Random(seed)
    return " ".join(f"{random.choice(WORDS)}{random.randrange(40)}" for _ in range(words))


def together(*texts: str) -> set[frozenset[int]]:
    found = families([(str(number), text) for number, text in enumerate(texts)])
    held: dict[str, set[int]] = {}
    for number in range(len(texts)):
        held.setdefault(found[str(number)], set()).add(number)
    return {frozenset(members) for members in held.values()}


def test_a_reprint_is_a_copy_whatever_its_case_and_signs() -> None:
    assert together(story(1), story(1).upper().replace(" ", ", ")) == {frozenset({0, 1})}


def test_a_story_cut_to_its_first_third_is_a_copy() -> None:
    assert together(story(1), " ".join(story(1).split()[:100])) == {frozenset({0, 1})}


def test_a_story_in_another_order_is_a_copy() -> None:
    words = story(1).split()
    assert together(story(1), " ".join(words[150:] + words[:150])) == {frozenset({0, 1})}


def test_a_short_story_within_a_longer_page_is_a_copy() -> None:
    assert together(story(1, 60), f"{story(2, 90)} {story(1, 60)}") == {frozenset({0, 1})}


def test_other_stories_are_no_copies() -> None:
    assert len(together(story(1), story(2), story(3))) == 3


def test_a_quotation_makes_no_copy() -> None:
    quoted = " ".join(story(1).split()[:40])
    assert len(together(story(1), f"{story(2)} {quoted}")) == 2


def test_two_stories_on_one_long_page_stay_two_families() -> None:
    page = f"{story(1)} {story(2, 280)} {story(3, 900)}"
    assert together(story(1), story(2, 280), page) == {frozenset({0, 2}), frozenset({1})}


def test_a_story_that_sixty_papers_print_is_one_family() -> None:
    assert len(together(*[f"{story(1)} {story(number, 30)}" for number in range(2, 62)])) == 1


def test_texts_of_a_few_words_are_no_copies() -> None:
    assert len(together("two killed in the north", "two killed in the north")) == 2


def test_a_text_without_words_has_no_runs() -> None:
    assert word_runs("... --- ...").size == 0


def test_a_family_is_named_for_its_smallest_report() -> None:
    assert families([("b", story(1)), ("a", story(1))]) == {"a": "a", "b": "a"}


@settings(max_examples=often(25), deadline=None)
@given(st.lists(st.tuples(st.integers(1, 4), st.integers(20, 120)), min_size=1, max_size=8), st.randoms())
def test_the_order_of_reports_is_nothing(drawn: list[tuple[int, int]], random: Random) -> None:
    texts = [(f"{number:02}", story(seed, words)) for number, (seed, words) in enumerate(drawn)]
    assert families(texts) == families(random.sample(texts, len(texts)))


@settings(max_examples=often(25), deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_has_a_family(one: str, other: str) -> None:
    assert families([("1", one), ("2", other)]).keys() == {"1", "2"}


def test_of_a_crowd_of_copies_every_one_is_found() -> None:
    assert len(together(*(f"{story(1)} number {number}" for number in range(30)), story(2))) == 2
