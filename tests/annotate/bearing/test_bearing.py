"""How one given party bears on another, by the words of a sentence in which both are marked, the source first."""

from collections import Counter

import pytest

from avowed.annotate.bearing.between import bearing
from avowed.annotate.bearing.words import LEXICON, Bearing
from avowed.annotate.grammar.tables import read_lexicon, table, text
from tests.annotate.marked import marked_page


def told(marked: str) -> str | None:
    page = marked_page(marked)
    source, *targets = [(one.span.start, one.span.end) for one in page.mentions]
    found: Bearing | None = bearing(page.doc, [source], targets)
    return None if found is None else f"{'+' if found.sign > 0 else '-'}{'deed' if found.deed else 'word'}"


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("<Velm> praised <Halmar>.", "+word"),
        ("<Velm> sent food to <Halmar>.", "+deed"),
        ("<Velm> accused <Halmar> of lying.", "-word"),
        ("<Velm> shelled <Halmar> for an hour.", "-deed"),
        ("<Velm> held talks with <Halmar>.", "+word"),
        ("<Velm> imposed a curfew on <Halmar>.", "-deed"),
    ],
)
def test_a_verb_or_the_noun_it_carries_tells_the_bearing(marked: str, wanted: str) -> None:
    assert told(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("<Velm> lifted the ban on <Halmar>.", "+deed"),
        ("<Velm> suspended aid to <Halmar>.", "-deed"),
        ("<Velm> ended its war against <Halmar>.", "+word"),
        ("<Velm> cancelled the talks with <Halmar>.", "-deed"),
    ],
)
def test_what_ends_is_turned_round(marked: str, wanted: str) -> None:
    assert told(marked) == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "<Velm> refused to lift the ban on <Halmar>.",
        "<Velm> will not meet <Halmar>.",
        "<Velm> rejected an offer of help from <Halmar>.",
        "<Velm> will not accept refugees from <Halmar>.",
    ],
)
def test_a_refusal_is_against_somebody_whatever_is_refused(marked: str) -> None:
    assert told(marked) == "-word"


def test_consent_to_a_kindness_is_a_word_for_somebody_and_to_a_blow_against() -> None:
    assert told("<Velm> agreed to release prisoners of <Halmar>.") == "+word"
    assert told("<Velm> agreed to bomb <Halmar>.") == "-word"


def test_a_demand_is_against_somebody_even_where_it_is_for_peace() -> None:
    assert told("<Velm> said that <Halmar> must end its offensive.") == "-word"


def test_a_deed_to_come_is_words_so_far() -> None:
    assert told("<Velm> will attack <Halmar>.") == "-word"


def test_who_is_praised_for_blows_is_praised_against_somebody() -> None:
    assert told("<Velm> welcomed the strikes on <Halmar>.") == "-word"


def test_a_force_that_keeps_peace_is_a_help() -> None:
    assert told("<Velm> sent a peacekeeping force to <Halmar>.") == "+deed"
    assert told("<Velm> sent troops to <Halmar>.") == "-deed"


def test_what_somebody_is_sent_for_counts_before_the_sending() -> None:
    assert told("<Velm> sent a team to investigate <Halmar>.") == "-word"


def test_of_two_deeds_the_one_that_reaches_the_target_counts() -> None:
    assert told("<Velm> met the press and bombed <Halmar>.") == "-deed"


def test_the_passive_and_the_noun_tell_the_same() -> None:
    assert told("Halmar received support from <Velm> against <the rebels>.") == "+word"
    assert told("<Velm>'s condemnation of <Halmar> was loud.") == "-word"


def test_words_that_show_nothing_give_no_bearing() -> None:
    assert told("<Velm> lies to the north of <Halmar>.") is None


def test_no_word_has_two_bearings() -> None:
    for section in ("verbs", "nouns", "adjectives", "objects", "operators"):
        rows = table(read_lexicon(LEXICON), section)
        counts = Counter(word for mark in rows for word in text(rows, mark).split())
        assert [word for word, times in counts.items() if times > 1] == []
