"""What kind of actor a name tells it is, by the words it is made of; a name that tells nothing is an organisation."""

import re
from functools import cache

from avowed.annotate.actors.lexicon import nations, read_table
from avowed.model.vocabulary import ActorKind, MentionType

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@cache
def _name_words() -> dict[str, ActorKind]:
    """Word in a name -> the kind of actor it tells; earlier sections win."""
    table = read_table("actors_kinds")["kinds"]
    found: dict[str, ActorKind] = {}
    for kind, words in table.items():
        for word in words.split():
            found.setdefault(word, ActorKind(kind))
    return found


def kind_of_name(name: str, type_: MentionType) -> ActorKind | None:
    """The kind of actor behind a name; None for names of things."""
    if type_ is MentionType.PERSON:
        return ActorKind.PERSON
    if type_ is MentionType.NATIONALITY:
        return ActorKind.COMMUNITY
    if type_ is MentionType.LOCATION:
        return ActorKind.GOVERNMENT if name.lower() in nations().countries else None
    if type_ is not MentionType.ORGANISATION:
        return None
    return kind_by_words(name) or ActorKind.ORGANISATION


def kind_by_words(name: str) -> ActorKind | None:
    """The kind that a word of the name tells, the last such word first."""
    table = _name_words()
    words = [word.lower() for word in _WORD.findall(name)]
    if words[:2] == ["government", "of"]:
        return ActorKind.GOVERNMENT
    before = words[: words.index("of")] if "of" in words[1:] else words
    for word in (*reversed(before), *reversed(words)):
        if word in table:
            return table[word]
    return None
