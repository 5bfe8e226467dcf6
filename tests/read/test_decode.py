"""Bytes into storable text, once, with a record of how."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avowed.read.clean import clean, unstorable
from avowed.read.decode import decode

WORDS = "The café at Dol – “closed”."


@pytest.mark.parametrize(
    ("content", "how"),
    [
        (WORDS.encode(), "utf-8"),
        (WORDS.encode("utf-8-sig"), "utf-8"),
        (WORDS.encode("utf-16"), "utf-16"),
        (WORDS.encode("utf-16-le") * 4, "utf-16-le"),
        (WORDS.encode("utf-16-be") * 4, "utf-16-be"),
        (WORDS.encode("cp1252"), "cp1252"),
    ],
)
def test_an_encoding_is_told_and_recorded(content: bytes, how: str) -> None:
    decoded = decode(content)
    assert decoded.text.startswith(WORDS)
    assert how in decoded.note


def test_a_declared_charset_is_obeyed() -> None:
    page = '<meta charset="windows-1251"><p>Мост взят</p>'.encode("cp1251")
    assert "Мост взят" in decode(page, declared=True).text


def test_latin_1_is_read_as_browsers_read_it() -> None:
    page = b'<meta charset="iso-8859-1"><p>\x93closed\x94</p>'
    assert "“closed”" in decode(page, declared=True).text


@pytest.mark.parametrize("name", ["zip", "idna", "undefined", "punycode", "no-such", "unicode_escape", "rot13"])
def test_a_declared_codec_that_is_no_charset_is_not_obeyed(name: str) -> None:
    assert "Dol fell" in decode(f'<meta charset="{name}">Dol fell'.encode(), declared=True).text


def test_a_few_damaged_bytes_do_not_change_the_encoding() -> None:
    decoded = decode(WORDS.encode() * 3 + b"\xff")
    assert decoded.text.startswith(WORDS)
    assert "1 characters could not be read" in decoded.note


def test_hidden_characters_are_dropped_and_spaces_made_plain() -> None:
    assert clean("Hal\u00admar\u200b \u202eFront\u2069\u00a0left\x00\r\nDol\ufeff") == "Halmar Front left\nDol"


def test_accents_are_composed() -> None:
    assert clean("Cafe\u0301") == "Café"


@given(st.binary(max_size=400))
def test_any_bytes_give_text_that_can_be_stored(content: bytes) -> None:
    text = decode(content, declared=True).text
    assert unstorable(text) is None
    assert text.encode("utf-8").decode("utf-8") == text
    assert unicodedata.is_normalized("NFC", text)


@given(st.text(alphabet=st.characters(), max_size=200))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
