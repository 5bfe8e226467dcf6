from dataclasses import replace

import pytest

from avowed.model.corrections import Correction, added, as_text, corrected, from_text
from avowed.model.evidence import Span
from avowed.model.vocabulary import Dimension, Factuality
from tests.building import Told, reading, report

READ = reading(report("Alder Front trained Birch Army near Cedar Post."), Told("Alder Front", "Birch Army"))
LINE = READ.assertions[0]
PLACES = {"alder": Span(0, 11), "birch": Span(20, 30)}


def mention_of(key: str, _: Span) -> tuple[str, Span]:
    if key not in PLACES:
        raise ValueError(f"the report does not name {key}")
    return f"m-{key}", PLACES[key]


def test_a_correction_survives_the_log():
    given = Correction(sign=-1, dimension=Dimension.ATTACK, negated=False, speaker="")
    assert from_text(as_text(given)) == given


@pytest.mark.parametrize("text", ["", "[]", "null", '{"dimension": "love"}', '{"sign": '])
def test_what_is_no_correction_is_refused(text):
    with pytest.raises((ValueError, AttributeError)):
        from_text(text)


def test_only_what_a_person_changed_is_other():
    made = corrected(LINE, Correction(factuality=Factuality.POSSIBLE), READ.report, mention_of)
    assert replace(made, factuality=LINE.factuality, score=LINE.score, rule=LINE.rule) == LINE
    assert (made.score, made.rule) == (1.0, "person")


def test_the_words_are_widened_until_they_cover_both_parties():
    given = Correction(start=12, end=19, subject="alder", object="birch", dimension=Dimension.TRAINING, sign=1)
    assert added(given, READ.report, mention_of).quote == Span(0, 30)


def test_a_tie_with_itself_is_no_tie():
    given = Correction(start=0, end=19, subject="alder", object="alder", dimension=Dimension.TRAINING)
    with pytest.raises(ValueError, match="between two"):
        added(given, READ.report, mention_of)


def test_words_outside_the_report_are_none():
    with pytest.raises(ValueError, match="not within"):
        corrected(LINE, Correction(start=0, end=10_000), READ.report, mention_of)
