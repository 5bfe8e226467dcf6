"""A text made legible to the parser, letter for letter: what comes out is exactly as long as what went in."""

import re
from collections.abc import Iterator
from functools import partial

from avowed.annotate.parsing.headlines import without_title_case

# Longer texts are parsed in pieces, so that memory stays flat: a parse takes four kilobytes a character while it is made.
PIECE = 30_000
_LINE_END = re.compile(r"(?<=\S)[ \t]*\n(?=[ \t]*\S)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?:][\"'”’)\]]*\s*$")
_STARTS = re.compile(r"(?:^|[.!?][\"'”’)\]]{0,8}\s{1,8}|\n\s{0,8}\n\s{0,8})[\"'“‘(\[]{0,8}$")
_IN_BRACKETS = re.compile(r"[(\[]([A-Z][A-Z0-9-]{1,11})[)\]]")
_ENDINGS = (
    ("", ""),
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("er", ""),
    ("men", "man"),
)
_UNITS = frozenset({"kg", "km", "cm", "mm", "lb", "lbs", "ft"})
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "msgr", "sr", "jr", "lt", "sgt", "st"})
_SMALL = frozenset({"up", "us", "it", "in", "or", "so", "an", "as", "at", "on", "no", "do", "go", "he", "has", "mas"})
_INITIAL = re.compile(r"(?:^|[^A-Za-z])[A-Za-z]\.\s+[\"“(]*$")
# Wire text is wrapped at some 60-90 columns; set on MUC-4, whose lines end at 75.
_WRAP_MIN, _WRAP_MAX = 45, 100
_WRAPPED_SHARE = 0.6
# `Citing Omar Belo, the paper said`: with its capital the parser takes the first word for a part of the name.
_CITING = re.compile(r"(?:(?<=[.!?\"”’] )|(?<=\n)|\A)(?:Citing|Quoting)(?= [A-Z])")


def pieces(text: str) -> Iterator[str]:
    """The text in pieces of at most PIECE characters, cut after paragraphs where there are any."""
    start = 0
    while len(text) - start > PIECE:
        end = start + PIECE
        edges = (text.rfind(edge, start + PIECE // 2, end) + len(edge) for edge in ("\n\n", "\n", ". ", " "))
        end = next((edge for edge in edges if edge > start + PIECE // 2), end)
        yield text[start:end]
        start = end
    yield text[start:]


def legible(text: str, english: frozenset[str], names: frozenset[str], acronyms: frozenset[str]) -> str:
    """The text with wrapped lines joined and, where it or a headline of it is in capitals, with ordinary words in lower case.

    `english` are words of the language, lower case; `names` those of them that are names; `acronyms` stay capitals.
    """
    joined = _join_lines(text)
    if not is_shouted(joined):
        plain = _CITING.sub(lambda found: found.group().lower(), joined)
        return without_title_case(plain, lambda word: word not in names and _is_english(word, english))
    spoken = frozenset(found.lower() for found in _IN_BRACKETS.findall(joined))
    return _WORD.sub(partial(_cased, english=english, names=names, acronyms=acronyms | spoken), joined)


def is_shouted(text: str) -> bool:
    """True for a text set in capitals throughout."""
    letters = [char for char in text[:20_000] if char.isalpha()]
    return len(letters) > 20 and sum(map(str.isupper, letters)) > 0.9 * len(letters)


def _join_lines(text: str) -> str:
    """Line ends inside wrapped paragraphs become spaces."""
    lines = [line for line in text.split("\n") if line.strip()]
    inner = [line for line in lines[:-1] if not _SENTENCE_END.search(line)]
    wrapped = [line for line in inner if _WRAP_MIN <= len(line) <= _WRAP_MAX]
    if len(inner) < 2 or len(wrapped) < _WRAPPED_SHARE * len(inner):
        return text
    return _LINE_END.sub(lambda found: " " * len(found.group()), text)


def _cased(found: re.Match[str], english: frozenset[str], names: frozenset[str], acronyms: frozenset[str]) -> str:
    word, text = found.group(), found.string
    lower = word.lower()
    stem = lower.partition("'")[0]
    if len(lower) != len(word) or (len(word) == 1 and text[found.end() : found.end() + 1] == "."):
        return word
    if lower in _UNITS:
        return lower
    if lower in _TITLES:
        return word[0] + lower[1:]
    if (stem in acronyms and _named(found, stem)) or not any(letter in "aeiouy" for letter in lower):
        return word
    if stem not in names and not _opens(found) and _is_english(stem, english):
        return lower
    return word[0] + lower[1:]


def _named(found: re.Match[str], stem: str) -> bool:
    """Initials that are small words too (`UP`) are a name only in brackets or after `the`."""
    before = found.string[max(0, found.start() - 4) : found.start()].lower()
    return stem not in _SMALL or before.endswith(("(", "[", "the ", '"'))


def _opens(found: re.Match[str]) -> bool:
    """True where a sentence or a quotation begins; the stop of `U.S.` ends none, that of `Dr.` precedes a name."""
    start = _STARTS.search(found.string, max(0, found.start() - 8), found.start())
    return start is not None and _INITIAL.search(found.string, max(0, found.start() - 8), found.start()) is None


def _is_english(word: str, english: frozenset[str]) -> bool:
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)] + instead
            if stem in english or (len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in english):
                return True
    return False
