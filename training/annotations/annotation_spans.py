"""Turns quoted words into offsets; words that are absent, or found more than once without a mark, are refused."""

import re
from typing import NamedTuple


class Fault(Exception):
    """Something in a draft that cannot be taken as it stands; the message says how to mend it."""


class Span(NamedTuple):
    """[start, end) in code points of the text."""

    start: int
    end: int


Words = str | dict


def find(text: str, within: Span, words: Words) -> Span:
    """The one place of the words inside a quote.

    Words are plain ('the rebels'), marked with their occurrence ('the rebels#2'), run from first to last words
    ('opened fire ... on the post'), or {"words": ..., "after": ..., "occurrence": ...}.
    """
    plain, occurrence, after = taken_apart(words)
    places = [place for place in occurrences(text, within, plain) if place.start >= after_end(text, within, after)]
    if not places:
        raise Fault(f"{plain!r} is not in the quote {start_of(text, within)!r}: copy its words, or widen the quote")
    if after and occurrence is None:
        return places[0]
    if occurrence is None and len(places) > 1:
        raise Fault(
            f"{plain!r} occurs {len(places)} times in {start_of(text, within)!r}: mark which, as in {plain + '#2'!r}"
        )
    if (occurrence or 1) > len(places):
        raise Fault(f"{plain!r} occurs only {len(places)} times in {start_of(text, within)!r}")
    return places[(occurrence or 1) - 1]


def taken_apart(words: Words) -> tuple[str, int | None, str | None]:
    """(words, occurrence, after) of words in any of their forms."""
    if isinstance(words, dict):
        return words["words"], words.get("occurrence"), words.get("after")
    marked = re.fullmatch(r"(.+)#(\d+)", words, re.DOTALL)
    return (marked[1], int(marked[2]), None) if marked else (words, None, None)


def after_end(text: str, within: Span, after: str | None) -> int:
    """Where the search may begin."""
    return find(text, within, after).end if after else within.start


def occurrences(text: str, within: Span, words: str) -> list[Span]:
    """Every place of whole words inside a quote; any white space matches any other."""
    first, run, last = words.partition(" ... ")
    places = [Span(*found.span()) for found in re.compile(pattern(first)).finditer(text, within.start, within.end)]
    if not run:
        return places
    ends = [re.compile(pattern(last)).search(text, place.end, within.end) for place in places]
    return [Span(place.start, end.end()) for place, end in zip(places, ends, strict=True) if end]


def pattern(words: str) -> str:
    """A pattern for whole words with any white space between them."""
    if not words.strip():
        raise Fault("empty words: copy them from the text")
    inside = r"\s+".join(map(re.escape, words.split()))
    left = r"(?<!\w)" if re.match(r"\w", words.strip()) else ""
    right = r"(?!\w)" if re.search(r"\w$", words.strip()) else ""
    return left + inside + right


def start_of(text: str, within: Span) -> str:
    """The first words of a quote, to name it in a message."""
    return " ".join(text[within.start : within.end].split()[:5]) + " ..."
