"""A name taken to pieces: words with their keys, what each word is to the name, its initials; nothing is thrown away."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from avowed.resolve.names import lists
from avowed.resolve.names.letters import romanised
from avowed.resolve.names.spelling import key, skeleton
from avowed.resolve.once import once


class Part(StrEnum):
    """What a word is to its name."""

    NAME = "name"
    SOFT_TITLE = "soft_title"
    BODY = "body"
    NUMBER = "number"
    INITIAL = "initial"
    FORM = "form"
    TITLE = "title"
    PARTICLE = "particle"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name: small Latin letters, its key and its part."""

    text: str
    key: str
    part: Part


@dataclass(frozen=True, eq=False)
class NameForm:
    """A name of a person or of a body, taken to pieces; `analysed` gives one and the same for one name."""

    text: str
    person: bool
    words: tuple[Word, ...]
    short: str = ""

    @once
    def core(self) -> tuple[Word, ...]:
        """The words that name: without titles, particles and forms, unless there are no others."""
        kept = tuple(word for word in self.words if word.part not in _DROPPED)
        if not self.person and all(word.text in lists.NATIONS for word in kept):
            kept = tuple(word for word in self.words if word.part is not Part.PARTICLE)
        if self.person and len(kept) == 1 and kept[0].part is Part.SOFT_TITLE:
            return kept
        return kept or tuple(word for word in self.words if word.part is not Part.PARTICLE) or self.words

    @once
    def keys(self) -> tuple[str, ...]:
        """Keys of the naming words, in order."""
        return tuple(word.key for word in self.core)

    @once
    def joined(self) -> str:
        """The naming words' letters without spaces."""
        return "".join(word.text for word in self.core)

    @once
    def joined_key(self) -> str:
        """The naming words' keys without spaces."""
        return "".join(self.keys)

    @once
    def skeletons(self) -> tuple[str, ...]:
        """Skeletons of the naming words, in order."""
        return tuple(skeleton(word.text) for word in self.core)

    @once
    def acronym(self) -> str:
        """The letters of a name that is written as an acronym, small; empty for any other name."""
        return _acronym(self.text)

    @once
    def numbers(self) -> frozenset[str]:
        """The numbers in the name, as figures."""
        return frozenset(word.key for word in self.words if word.part is Part.NUMBER)


_DROPPED = frozenset({Part.TITLE, Part.PARTICLE, Part.FORM})
_BRACKET = re.compile(r"^(?P<before>.{1,300}?)\s{0,8}\((?P<inside>[^()]{1,300})\)\s*(?P<after>.*)$")
_APOSTROPHES = re.compile(r"['’‘ʼ`´ʿʾ\"“”«»]")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_SPLIT = re.compile(r"[^\w]+")
_LEGAL = re.compile(
    r"\b(?:(?:open |public |closed )?joint[- ]stock company|limited liability company|public limited company|"
    r"gesellschaft mit beschränkter haftung|aktiengesellschaft|societatea cu răspundere limitată|"
    r"общество с ограниченной ответственностью|(?:открытое )?акционерное общество|sp\. ?z ?o\.? ?o)\b\.?",
    re.IGNORECASE,
)
_HUMP = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z]{2})")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,2}(?:[-/.&]?[A-Z0-9]){1,7}[a-z]?\.?")
_FIGURES = re.compile(r"0*(\d+)(?:st|nd|rd|th)?")
_SERVANT = re.compile(r"abd(?:[aeiou]{0,2}[lrsnzdt]?)?")
_ARTICLES = frozenset(
    ["al", "el", "ul", "ur", "ud", "us", "un", "ar", "as", "at", "az", "ad", "an", "il", "ed", "es", "er", "en"]
)
_ASSIMILATED = frozenset(["as", "ash", "ar", "at", "az", "ad", "us", "ur", "ud"])
"""Articles that take on the sound of the word behind them: `ash-Shabaab`, but never `Ash Front` or `US Army`."""
_SHORT_STATES = re.compile(r"\bUnited (?:States(?: of America)?|Kingdom)\b", re.IGNORECASE)
_FAITH = frozenset(["din", "deen", "dine", "eddine", "uddin", "eddin", "addin", "aldin", "uldin"])
_OF_GOD = frozenset(["allah", "ullah", "ollah", "ulla", "alla", "lah"])


@lru_cache(maxsize=262144)
def analysed(text: str, person: bool) -> NameForm:
    """The name taken to pieces; `person` says whether a person or a body bears it."""
    whole, short = _without_bracket(text)
    split = list(_joined(_split(_turned(whole, person) if person else _SHORT_STATES.sub(_short_state, whole))))
    words = [_word(word, person) for word in split]
    if len(split) > 1 and not person and split[0] in _ASSIMILATED and not split[1].startswith(split[0][1:]):
        words[0] = Word(split[0], key(split[0]), Part.NAME)
    return NameForm(text, person, tuple(_with_tens(words)), short)


def _short_state(found: re.Match[str]) -> str:
    """`United States of America` is `US` in other bodies' names."""
    return "UK" if found.group().lower().endswith("kingdom") else "US"


def _without_bracket(text: str) -> tuple[str, str]:
    """`Lashkar-e-Taiba (LeT)` is the name and its short form; other brackets stay part of the name."""
    found = _BRACKET.match(text)
    if found and _acronym(found["inside"]):
        return f"{found['before']} {found['after']}".strip(), found["inside"]
    return text, ""


def _turned(text: str, person: bool) -> str:
    """`PUTIN, Vladimir` as `Vladimir PUTIN`."""
    parts = [part.strip() for part in text.split(",")]
    return f"{parts[1]} {parts[0]}" if person and len(parts) == 2 and all(parts) else text


def _split(text: str) -> list[str]:
    humps = _HUMP.sub(" ", text) if " " not in text.strip() else text
    humps = _LEGAL.sub(" ltd ", humps) if len(humps) > 12 else humps
    plain = _DOTTED.sub(lambda found: found.group().replace(".", ""), _APOSTROPHES.sub("", humps).replace("&", " and "))
    return [word for word in _SPLIT.split(romanised(plain)) if word]


def _joined(words: list[str]) -> Iterator[str]:
    """Words with compounds written as one: Abd al-Rahman, Abu Bakr, Saif ul-Din, Hibat Ullah."""
    at = 0
    while at < len(words):
        word, used = _compound(words, at)
        yield word
        at += used


def _compound(words: list[str], at: int) -> tuple[str, int]:
    word, rest = words[at], words[at + 1 :]
    article = len(rest) > 1 and rest[0] in _ARTICLES
    follower = rest[1] if article else rest[0] if rest else ""
    used = 3 if article else 2
    if not follower:
        return word, 1
    if _SERVANT.fullmatch(word) and len(follower) > 2:
        return ("abdullah", used) if follower in _OF_GOD else ("abdul" + follower, used)
    if word in {"abu", "abou", "abo"} and len(follower) > 2:
        return "abu" + follower, used
    if follower in _FAITH and len(word) > 2:
        return word + "uddin", used
    if follower in _OF_GOD and len(word) > 3:
        return word + "ullah", used
    return word, 1


def _word(text: str, person: bool) -> Word:
    if text in lists.NUMBERS and not (person and len(text) == 1):
        return Word(text, lists.NUMBERS[text], Part.NUMBER)
    figures = _FIGURES.fullmatch(text)
    if figures:
        return Word(text, figures[1], Part.NUMBER)
    return Word(text, key(text), _part(text, person))


def _with_tens(words: Iterable[Word]) -> Iterator[Word]:
    """Forty, four as 44."""
    tens: Word | None = None
    for word in words:
        if tens and word.part is Part.NUMBER and len(word.key) == 1:
            word, tens = Word(f"{tens.text}-{word.text}", tens.key[0] + word.key, Part.NUMBER), None  # noqa: PLW2901  # two words become one
        if tens:
            yield tens
        tens = word if word.part is Part.NUMBER and word.text in lists.TENS else None
        if not tens:
            yield word
    if tens:
        yield tens


def _part(text: str, person: bool) -> Part:
    if text in lists.PARTICLES:
        return Part.PARTICLE
    if len(text) == 1 and text.isascii():
        return Part.INITIAL
    if person:
        return Part.TITLE if text in lists.TITLES else Part.SOFT_TITLE if text in lists.SOFT_TITLES else Part.NAME
    return Part.FORM if text in lists.FORMS else Part.BODY if text in lists.BODIES else Part.NAME


def _acronym(text: str) -> str:
    """`LeT`, `ISIS-K`, `M-19`, `PKK` and `F.A.R.C.` are acronyms; `Hamas` is not."""
    bare = text.strip()
    return re.sub(r"[^a-z0-9]", "", bare.lower()) if _ACRONYM.fullmatch(bare) else ""


def initials(words: Iterable[Word], *, with_particles: bool = False) -> str:
    """First letters of the words, small, with or without those of articles and small words."""
    return "".join(word.text[0] for word in words if with_particles or word.part is not Part.PARTICLE)
