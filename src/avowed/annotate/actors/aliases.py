"""Statements in the text that two names are one actor's: brackets, `also known as`, `formerly`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.lexicon import wordset
from avowed.annotate.actors.sheet import Sheet
from avowed.model.vocabulary import MentionType

_CUES = re.compile(
    r"""^[\s,;("“'‘]{0,12}(?:(?:also|better|more\s+commonly|commonly|otherwise|formerly|previously|widely|locally|
    sometimes)\s+(?:known|called|referred\s+to|named|styled)(?:\s+(?:as|in\s+Arabic\s+as|by\s+its\s+\w+\s+acronym(?:\s+as)?))?
    |known\s+(?:as|by\s+its\s+(?:\w+\s+){0,3}(?:acronyms?|initials)(?:\s+as)?)|a\.?k\.?a\.?|alias|formerly|previously|née
    |or\s{1,8}(?:simply\s{1,8})?)[\s,:"“'‘]{0,12}(?:the\s{1,8})?["“'‘]?$""",
    re.VERBOSE | re.IGNORECASE,
)
_BRACKET = re.compile(r"^(?:\s+\w+){0,1}\s*[(\[]\s*[\"“'‘]?(?:the\s+|or\s+)?[\"“'‘]?$")
_WORD = re.compile(r"[^\W\d_]+")
_FARTHEST = 60
_SAME_SORT = frozenset({MentionType.ORGANISATION, MentionType.NATIONALITY})


def alias_pairs(sheet: Sheet, names: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Pairs of neighbouring names that the text says are one actor's."""
    outer = [draft for draft in names if not draft.inner]
    for one, other in pairwise(sorted(outer, key=lambda draft: draft.first)):
        start, end = one.span(sheet).end, sheet.starts[(other.name or (other.first,))[0]]
        between = sheet.text[start:end]
        if len(between) > _FARTHEST or "\n\n" in between or not _same_sort(one, other):
            continue
        if _CUES.match(between) or (_BRACKET.match(between) and _fits(sheet, one, other)):
            yield one, other


def _same_sort(one: Draft, other: Draft) -> bool:
    return one.type is other.type or {one.type, other.type} <= _SAME_SORT


def _fits(sheet: Sheet, one: Draft, other: Draft) -> bool:
    """A bracket after a name holds its other name: initials, or a name that the bracket holds alone."""
    end = other.span(sheet).end
    closed = sheet.text[end : end + 2].lstrip("\"”'’")[:1] in (")", "]", ",", ";")
    short = sheet.said(other.first, other.last)
    return closed and (is_acronym_of(short, one.called(sheet)) or _looks_short(short))


def _looks_short(name: str) -> bool:
    letters = [char for char in name if char.isalpha()]
    return 2 <= len(letters) <= 8 and " " not in name and sum(map(str.isupper, letters)) * 2 >= len(letters)


def is_acronym_of(short: str, name: str) -> bool:
    """True when the capitals of the short name are initials of the long one, in order, the first one first."""
    letters = [char.lower() for char in short if char.isalpha()]
    words = [word.lower() for word in _WORD.findall(name)]
    if not 2 <= len(letters) <= 8 or len(words) < 2 or letters[0] != words[0][0]:
        return False
    for chosen in (words, [word for word in words if word not in wordset("small")]):
        if [word[0] for word in chosen] == letters:
            return True
    return _in_order(letters, words)


def _in_order(letters: list[str], words: list[str]) -> bool:
    """Every big word gives its initial, small words and inner letters may help: LeT, AQIM, MRTA."""
    at = 0
    for word in words:
        if at < len(letters) and word[0] == letters[at]:
            at += 1
        elif word not in wordset("small") and len(word) > 3:
            return False
    return at == len(letters)
