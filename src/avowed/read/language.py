"""The language of a text, told offline; a text too short to tell is taken for English, and that is said."""

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from avowed.errors import CannotWrite

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]  # it ships no types

_SAMPLE = 6000
_WORDS = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    {
        *("the", "of", "and", "to", "in", "a", "is", "that", "for", "was", "on", "with", "as", "by", "at", "it"),
        *("from", "his", "he", "be", "are", "which", "were", "had", "not", "this", "have", "an", "or", "has"),
        *("their", "its", "they", "but", "who", "been", "said", "after", "would", "will", "one", "all"),
    }
)
# Of 1,569 re3d and MUC-4 development texts of 30 words or more, the lowest share of these words is 0.21.
_ENOUGH_WORDS = 30
_ENOUGH_SHARE = 0.2
_SURE = 0.5


def language(text: str) -> tuple[str, str]:
    """The ISO 639-1 code, and a note where it had to be assumed."""
    sample = text[:_SAMPLE]
    words = [word.casefold() for word in _WORDS.findall(sample)]
    if len(words) >= _ENOUGH_WORDS and sum(word in _ENGLISH for word in words) >= _ENOUGH_SHARE * len(words):
        return "en", ""
    if not words:
        return "en", "language: no words to tell it by, taken for English"
    code, sure = _identifier().classify(sample)
    if sure < _SURE:
        return "en", "language: too little text to tell, taken for English"
    return str(code), ""


@cache
def _identifier() -> "LanguageIdentifier":
    """py3langid's model, loaded when first a text is not plainly English (0.8 s)."""
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # 0.3 s, seldom needed

    try:
        loaded: Any = LanguageIdentifier.from_modelpath(MODEL_DIR / MODEL_FILE, norm_probs=True)
    except OSError as error:  # it unpacks itself into a temporary file
        raise CannotWrite(
            f"No temporary file could be written, which telling a text's language needs: {error.strerror}. Make room in "
            "the folder for temporary files, then add the reports again; what was added stays."
        ) from error
    return loaded
