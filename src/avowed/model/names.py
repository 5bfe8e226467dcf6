"""How names are folded for look-up: equal after folding means written alike, never that two actors are one."""

import re
import unicodedata
from functools import lru_cache

_DASHES = str.maketrans({"‐": "-", "‑": "-", "–": "-", "—": "-", "’": "'", "‘": "'", "ʼ": "'", "`": "'"})
_APART = re.compile(r"[^\w]+", re.UNICODE)
_ARTICLE = re.compile(r"^(?:The|An?)\s+(?=\S)")


@lru_cache(maxsize=131072)
def fold(name: str) -> str:
    """Lower-case letters and digits in single spaces: no accents, dashes, dots, quotes or leading article."""
    plain = unicodedata.normalize("NFKD", name.translate(_DASHES))
    letters = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    letters = letters.replace("'s ", " ").removesuffix("'s").replace("'", "").replace(".", "")
    words = _APART.sub(" ", letters).strip()
    return words.removeprefix("the ") if words != "the" else words


def is_named(name: str) -> bool:
    """Whether this is a name and no description in common words (`civilians`, `the terror group`, `pro-Karsh groups`)."""
    words = _ARTICLE.sub("", name).split()
    letters = (next((char for char in word if char.isalnum()), "") for word in words)
    return any(not letter.islower() for letter in letters if letter)
