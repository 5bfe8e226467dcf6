"""Words find the same reports on either engine."""

import pytest

from avowed.settings import default_text
from avowed.store import create, find, open_case, write
from tests.building import Told, reading, report
from tests.team.server import BLANK

AT = "2024-01-01T00:00:00+00:00"
TEXTS = (
    "Ash backs Birch. The convoy left Vélm at 5:30, forty-two lorries in all.",
    "Ash backs Birch. THE CONVOY came back to Velm without its e-mail officer.",
    "Ash backs Birch. A convoy is no army; the army's convoys are another matter.",
    "Ash backs Birch. جيش الفجر said nothing, nor did O'Brien's 3rd brigade (see AK-47).",
    "Ash backs Birch. Ёлка and Straße, naïve and CO₂, 1,500 men, 1500 more, snow_man.",
    "Ash backs Birch. " + "Filler words go on and on. " * 2500 + "The needle is at the very end, behind the haystack.",
)
ASKED = (
    "convoy", "CONVOY", "velm", "Vélm", '"the convoy"', '"convoy left"', "convoy army", '"forty two"', "forty-two", "e-mail",
    '"army s"', "army's", "جيش", '"جيش الفجر"', "O'Brien", "AK-47", "47", "елка", "Ёлка", "strasse", "straße", "naive", "co2",
    "1500", "1,500", "snow_man", "snow man", "needle haystack", '"very end"', "needle filler", "backs needle", "nothing here",
    '"" * ^', "5:30", "3rd", "brigade 3rd", '"3rd brigade see"', "Ash", "herald",
)  # fmt: skip


@pytest.fixture(scope="module")
def both(server, tmp_path_factory):
    with (
        create(tmp_path_factory.mktemp("words") / "case", default_text()) as here,
        open_case(server.database(BLANK)) as there,
    ):
        for store in (here, there):
            for text in TEXTS:
                write.add_reading(store, reading(report(text), Told("Ash", "Birch")), AT)
        yield here, there


@pytest.mark.parametrize("words", ASKED)
def test_a_question_has_the_same_hits(both, words):
    here, there = (sorted(identity for identity, _, _ in find.search(store, words)) for store in both)
    assert here == there


def test_most_questions_find_something(both):
    assert sum(bool(find.search(both[1], words)) for words in ASKED) > 25


def test_the_words_around_a_hit_are_shown_with_the_hit_marked(both):
    ((_, _, around),) = find.search(both[1], '"very end"')
    assert "is at the «very end», behind" in around
    assert around.startswith(" … ")


def test_a_report_that_was_removed_is_not_found(both):
    gone = report("Ash backs Birch. Quicksilver.")
    for store in both:
        write.add_reading(store, reading(gone, Told("Ash", "Birch")), AT)
        assert len(find.search(store, "quicksilver")) == 1
        write.remove_report(store, gone.id)
        assert find.search(store, "quicksilver") == ()
