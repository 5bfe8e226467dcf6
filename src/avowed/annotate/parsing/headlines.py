"""Headlines In Title Case, made legible to the parser, to which a verb or a noun with a capital is part of a name.

Those with a colon are left: who speaks before it must neither be lost nor pass for the doer.
"""

import re
from collections.abc import Callable

FEWEST, MOST = 4, 22  # words of a headline
LONG = 4  # letters from which a word has a capital in title case
SHARE = 0.8  # of these words that have one
COMMON = 2  # ordinary words with a capital that a headline has at least
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_STOP = re.compile(r":\s|[.;,?!][\"'”’)\]]*\s*$")
_SPEAKER = re.compile(
    r"^([^:.]{3,40}):(?= )"
)  # `Officials: Bomb Kills Two`: two sentences, so that officials kill nobody
_AMIDST = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]+")

Ordinary = Callable[[str], bool]  # whether a word in lower case is one of the language and no name


def without_title_case(text: str, ordinary: Ordinary) -> str:
    """The text, letter for letter as long, with ordinary words of headlines in lower case.

    A word that has its capital within a sentence elsewhere in the text keeps it: there it is part of a name.
    """
    lines = [found for found in _LINE.finditer(text) if is_headline(found.group(), ordinary)]
    if not lines:
        return text
    named = _named(text, [found.span() for found in lines])
    parts, done = [], 0
    for line in lines:
        parts += [text[done : line.start()], _plain(line.group(), ordinary, named)]
        done = line.end()
    return "".join((*parts, text[done:]))


def is_headline(line: str, ordinary: Ordinary) -> bool:
    """Whether a line by itself is set in title case."""
    words = _WORD.findall(line)
    long = [word for word in words[1:] if len(word) >= LONG]
    if not FEWEST <= len(words) <= MOST or len(long) < COMMON or _STOP.search(line):
        return False
    raised = [word for word in long if word[0].isupper()]
    common = [word for word in raised if word[1:].islower() and ordinary(word.lower())]
    return len(raised) >= SHARE * len(long) and len(common) >= COMMON


def _named(text: str, headlines: list[tuple[int, int]]) -> frozenset[str]:
    """Words that have a capital within a sentence outside the headlines."""
    return frozenset(
        found.group()
        for found in _AMIDST.finditer(text)
        if not any(start <= found.start() < end for start, end in headlines)
    )


def _plain(line: str, ordinary: Ordinary, named: frozenset[str]) -> str:
    first = _WORD.search(line)

    def cased(found: re.Match[str]) -> str:
        word = found.group()
        opens = first is not None and found.start() == first.start()
        lower = word.lower()
        keeps = opens or word in named or not word[1:].islower() or len(lower) != len(word) or not ordinary(lower)
        return word if keeps else lower

    return _WORD.sub(cased, line)
