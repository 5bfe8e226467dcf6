"""Text made storable once, before it is frozen: NFC, no controls, nothing hidden; cleaning twice changes nothing."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Soft hyphens, zero-width spaces and direction marks split or disguise names and carry no words of their own;
# the two joiners stay, for scripts that are written with them.
_HIDDEN = re.compile("[\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NOT_PLAIN = re.compile(r"[^\n\t -~]")


def clean(text: str) -> str:
    """Text that every store and page can hold, lines ended by a newline only."""
    if not _NOT_PLAIN.search(text):
        return text
    text = _SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    text = _UNSTORABLE.sub("", _HIDDEN.sub("", text))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def unstorable(text: str) -> str | None:
    """The name of the first thing in a text that cannot be stored as it stands; None when all can."""
    if "\x00" in text:
        return "a NUL character"
    return "half of a surrogate pair" if re.search("[\ud800-\udfff]", text) else None
