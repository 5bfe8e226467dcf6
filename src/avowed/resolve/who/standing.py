"""What an occurrence stands for by itself: equal identities are one actor wherever they occur; weak ones stand for nobody yet.

An identity hangs on the occurrence and on the table of known actors alone, never on the other reports: adding a report
can therefore not part what names hold together.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from avowed.model.decisions import Occurrence
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind
from avowed.resolve.names import lists
from avowed.resolve.names.form import NameForm, Part, analysed
from avowed.resolve.names.likeness import is_common
from avowed.resolve.who.kinds import GROUPS, Group, Strength
from avowed.resolve.who.known import KnownNames
from avowed.resolve.who.words import words_of

_TITLES = lists.TITLES | lists.SOFT_TITLES
_LONGEST_SHORT = 3  # letters; acronyms of up to three letters are borne by many (ISI, PLA, SDF), longer ones seldom


@dataclass(frozen=True, slots=True)
class Standing:
    """One occurrence: what it stands for, how surely, and its name taken to pieces."""

    occurrence: Occurrence
    identity: str
    strength: Strength
    group: Group
    form: NameForm
    known: str | None = None


def standing(occurrence: Occurrence, known: KnownNames) -> Standing:
    """What an occurrence stands for: a known actor, the bearer of a full name, or something weaker."""
    kind = ActorKind(occurrence.kind)
    group = GROUPS[kind]
    form = analysed(occurrence.name, kind is ActorKind.PERSON)
    strength, words = named(form, group)
    key = known.surely(occurrence, form, group) if occurrence.known_as or strength is Strength.FULL else None
    if key:
        return Standing(occurrence, f"known/{key}", Strength.KNOWN, known.group(key), form, key)
    return Standing(occurrence, f"{group}/{words}", strength, group, form)


def every_standing(occurrences: Iterable[Occurrence], known: KnownNames) -> Iterator[Standing]:
    """What each occurrence stands for; what is called and seen alike is looked at once."""
    found: dict[tuple[str, str, str | None], Standing] = {}
    for one in occurrences:
        called = one.name, one.kind, one.known_as
        first = found.get(called)
        if first is None:
            first = found[called] = standing(one, known)
            yield first
        else:
            yield Standing(one, first.identity, first.strength, first.group, first.form, first.known)


@lru_cache(maxsize=262144)
def named(form: NameForm, group: Group) -> tuple[Strength, str]:
    """How much a name tells, and the words that its spellings share."""
    if group is Group.EITHER_OR:
        return Strength.FULL, " / ".join(sorted(fold(side) for side in form.text.split(" or ")))
    words = words_of(form)
    if _describes(form):
        return Strength.NAMELESS, words
    if form.acronym:
        return (Strength.SHORT if len(form.acronym) <= _LONGEST_SHORT else Strength.FULL), words
    if form.person:
        return _person(form), words
    return (Strength.COMMON if _of_office(form) else Strength.FULL), words


def _describes(form: NameForm) -> bool:
    """`the gunmen`, `about 60 fighters`, `A doctor`, `Army`: nothing in it names."""
    first, _, rest = form.text.strip().partition(" ")
    words = [word.text for word in form.words]
    counted = words[:2] == ["at", "least"] or (words and words[0] in lists.DETERMINERS and not _shouts(first))
    if rest and counted:
        return True
    telling = rest if first.lower() == "the" else form.text
    if not any(char.isupper() or _has_no_capitals(char) for char in telling) and any(
        char.islower() for char in telling
    ):
        return True
    return any(all(text in listed or text in lists.PARTICLES for text in words) for listed in (lists.VAGUE, _TITLES))


def _shouts(word: str) -> bool:
    """A word of several capitals: an acronym, or a text all in capitals."""
    return len(word) > 1 and word.isupper()


def _has_no_capitals(char: str) -> bool:
    """A letter of an alphabet without capitals."""
    return char.isalpha() and char.lower() == char.upper()


def _person(form: NameForm) -> Strength:
    words = [word for word in form.core if len(word.text) > 1 or not word.text.isascii()]
    if len(words) < 2:
        return Strength.LONE
    return Strength.COMMON if len(words) == 2 and all(map(is_common, words)) else Strength.FULL


def _of_office(form: NameForm) -> bool:
    """`Ministry of Defence`, `1st Brigade`: every state has one."""
    return all(word.text in lists.OFFICES or word.part is Part.NUMBER for word in form.core)
