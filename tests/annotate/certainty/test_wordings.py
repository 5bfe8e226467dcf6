"""Denials, hedges and suppositions in many wordings: what is judged stands in {..}."""

import pytest

from avowed.model.vocabulary import Factuality, Mode
from tests.annotate.certainty.test_words import judged

DENIED = (
    "It is a lie that the army {burned} the mill.",
    "It would be a falsehood that <Omar Belo> {armed} the army.",
    "The story that <Omar Belo> {financed} the army is a myth.",
    "Claims that the army {shelled} the camp are untrue.",
    "The rumour that the army {attacked} the town was baseless.",
    "Reports that <the Karsh Front> {seized} the bridge were false.",
    "The army has yet to {attack} the camp.",
    "<The Karsh Front> had yet to {train} anybody in the valley.",
    "They have yet to {arm} a single village.",
    "The police have yet to {arrest} <Omar Belo>.",
    "<Omar Belo> has yet to {join} the army.",
    "Far from {attacking} the camp, the army guarded it.",
    "Instead of {arming} the villagers, the army went home.",
    "Rather than {attack} the camp, the army withdrew.",
    "The army, far from {supporting} the truce, laughed at it.",
    "Instead of {burning} the mill, the men repaired it.",
    "At no time did the army {enter} the valley.",
    "At no point has <the Karsh Front> {trained} the villagers.",
    "In no way did <Omar Belo> {support} the army.",
    "At no stage did the police {arrest} <Omar Belo>.",
    "On no occasion did the army {arm} the camp.",
)
UNLIKELY = (
    "It is unlikely that the army {burned} the mill.",
    "It seems improbable that <Omar Belo> {armed} the camp.",
    "It was unlikely that the police had {arrested} <Omar Belo>.",
    "An {alliance} of the army with <the Karsh Front> is unlikely.",
    "Another {attack} on the camp is improbable.",
)
HEDGED = (
    "Evidence suggests that the army {burned} the mill.",
    "The marks indicate that the army {shelled} the camp.",
    "<Omar Belo> hinted that the army had {armed} the villagers.",
    "The files imply that the army {financed} <Omar Belo>.",
    "A letter suggests that <the Karsh Front> {trained} the guards.",
    "The army, it seems, {burned} the mill.",
    "<The Karsh Front> has, it appears, {armed} the villagers.",
)
SUPPOSED = (
    "Once the army {burns} the mill, the village will starve.",
    "When <the Karsh Front> {attacks} the camp, the army will leave.",
    "The truce will end as soon as the army {enters} the valley.",
    "Once <Omar Belo> {joins} the army, his brother will follow.",
    "The road will stay shut until the army {arms} the villagers.",
)
PLAIN = (
    "When the army {burned} the mill, the village starved.",
    "Once the army had {entered} the valley, the truce was over.",
    "The army {burned} the mill, yet it left the bridge.",
    "The army {attacked} the camp instead of the mill.",
    "At that time the army {entered} the valley.",
    "It is true that the army {burned} the mill.",
)


@pytest.mark.parametrize("sentence", DENIED)
def test_a_denial_is_seen_in_other_words(sentence: str) -> None:
    assert judged(sentence).negated


@pytest.mark.parametrize("sentence", UNLIKELY)
def test_what_is_unlikely_is_denied_without_certainty(sentence: str) -> None:
    certainty = judged(sentence)
    assert certainty.negated
    assert certainty.factuality is not Factuality.CERTAIN


@pytest.mark.parametrize("sentence", HEDGED)
def test_a_hint_is_no_plain_fact(sentence: str) -> None:
    certainty = judged(sentence)
    assert certainty.factuality is not Factuality.CERTAIN
    assert certainty.hedges


@pytest.mark.parametrize("sentence", SUPPOSED)
def test_what_a_future_waits_for_has_not_happened(sentence: str) -> None:
    assert judged(sentence).mode is Mode.HYPOTHETICAL


@pytest.mark.parametrize("sentence", PLAIN)
def test_words_that_look_alike_leave_plain_fact(sentence: str) -> None:
    certainty = judged(sentence)
    assert not certainty.negated
    assert certainty.factuality is Factuality.CERTAIN
    assert certainty.mode is Mode.ACTUAL
