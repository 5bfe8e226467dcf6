"""The language of a text, offline."""

import pytest

from avowed.read.language import language

ENGLISH = "The garrison of Dol left the bridge on Friday, and the Northern Front took the town without a shot. " * 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (ENGLISH.upper(), "en"),
        (
            "Die Besatzung hat am Freitag die Brücke verlassen, und die Front nahm die Stadt ohne einen Schuss.",
            "de",
        ),
        ("La garnison a quitté le pont vendredi et le Front du Nord a pris la ville sans un coup de feu.", "fr"),
        ("غادرت الحامية الجسر يوم الجمعة واستولت الجبهة على المدينة دون إطلاق رصاصة واحدة", "ar"),
    ],
)
def test_a_language_is_told(text: str, code: str) -> None:
    assert language(text) == (code, "")


@pytest.mark.parametrize("text", ["Dol", "12 345", ""])
def test_a_text_too_short_to_tell_is_taken_for_english_and_that_is_said(text: str) -> None:
    code, note = language(text)
    assert code == "en"
    assert "taken for English" in note
