"""The words that two spellings of one name share: persons' in order, those of bodies in any order."""

from functools import lru_cache

from avowed.model.names import fold
from avowed.resolve.names.form import NameForm, Word
from avowed.resolve.names.letters import mixes_scripts, scripts

_LONGEST_PLAIN = 4  # letters of an English word whose last s is kept


@lru_cache(maxsize=262144)
def words_of(form: NameForm) -> str:
    """Equal for spellings of one name by our rules; names in other alphabets are compared letter for letter."""
    if form.acronym:
        return form.acronym
    if not form.text.isascii() and _foreign(form.text):
        return fold(form.text)
    if form.person:
        return " ".join(form.keys)
    return " ".join(sorted(map(_singular, form.core)))


def _foreign(name: str) -> bool:
    return mixes_scripts(name) or any(scripts(word) - {"LATIN", "MODIFIER"} for word in name.split())


def _singular(word: Word) -> str:
    plural = word.key.endswith("s") and not word.text.endswith(("ss", "us", "is")) and len(word.text) > _LONGEST_PLAIN
    return word.key[:-1] if plural else word.key
