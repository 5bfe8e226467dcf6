"""The words that introduce what somebody says: a table of named rows, indexed by lemma."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from avowed.annotate.grammar.tables import Row, read_lexicon, rows, text, words
from avowed.annotate.sayings.saying import Stance
from avowed.model.vocabulary import CueTone, SpeakerRole


@dataclass(frozen=True, slots=True)
class Cue:
    """One group of cue words."""

    name: str
    pos: str
    tone: CueTone
    stance: Stance
    objects: bool
    only: frozenset[str]
    lemmas: tuple[str, ...]
    match: str
    miss: str


@cache
def cues() -> Mapping[tuple[str, str], tuple[Cue, ...]]:
    """(kind of word, lemma) -> the rows it belongs to, in the order of the table."""
    found: dict[tuple[str, str], tuple[Cue, ...]] = {}
    for cue in map(_cue, rows("sayings_cues")):
        for lemma in dict.fromkeys(cue.lemmas):
            found[cue.pos, lemma] = (*found.get((cue.pos, lemma), ()), cue)
    return MappingProxyType(found)


def _cue(entry: Row) -> Cue:
    return Cue(
        name=text(entry, "name"),
        pos=text(entry, "pos"),
        tone=CueTone(text(entry, "tone")),
        stance=Stance(text(entry, "stance")),
        objects=bool(entry.get("objects", False)),
        only=frozenset(words(entry, "only")),
        lemmas=words(entry, "lemmas"),
        match=text(entry, "match"),
        miss=text(entry, "miss"),
    )


@cache
def roles() -> Mapping[str, SpeakerRole]:
    """Word -> the role of a speaker described by it; earlier sections win."""
    found: dict[str, SpeakerRole] = {}
    for name, section in read_lexicon("sayings_roles").items():
        for word in str(section).split():
            found.setdefault(word, SpeakerRole(name))
    return MappingProxyType(found)
