"""Whom pronouns mean, and whom they cannot."""

from avowed.model.evidence import Report, report_id
from tests.annotate.one_reader import one_reader


def meant(text: str, word: str) -> str | None:
    """Whom the report's one use of this pronoun is taken for."""
    ((page, _),) = one_reader().pages([Report(report_id(text), "made up", text, language="en")])
    found = [one for one in page.mentions if one.span.of(text).lower() == word]
    return page.actor[str(found[0].actor)].name if found and found[0].actor is not None else None


def test_he_in_a_speakers_own_words_is_somebody_else() -> None:
    text = "Idris Marn denied it. “Because he was there, he is blamed,” Idris Marn said."
    assert meant(text, "he") is None


def test_himself_is_the_subject_of_its_own_clause() -> None:
    text = "Idris Marn testified that Omar Belo had shot himself in the foot."
    assert meant(text, "himself") == "Omar Belo"


def test_a_given_name_that_is_no_town_is_the_persons() -> None:
    text = "Police said the gunman killed Kathrina Belo in May. The trial began when Kathrina was a year dead."
    ((page, _),) = one_reader().pages([Report(report_id(text), "made up", text, language="en")])
    assert not page.places


def test_what_somebody_is_praised_for_is_his_own() -> None:
    text = "Officials praised the Karsh Front for their raids. The Karsh Front came in spring."
    assert meant(text, "their") == "Karsh Front"
