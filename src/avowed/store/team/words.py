"""Full text on PostgreSQL with the words that SQLite's index has: letters and figures, without case and accents.

The words are cut here, not by the server, so that a question has the same hits on both. A long report lies in parts
that overlap, since the server counts no further than sixteen thousand words; a title is a part of its own.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

PART, OVERLAP = 4000, 100
_LONGEST = 60  # of a word, in characters: words that agree so far count as one
_AROUND = 24  # words shown around a hit

_ACCENTS = frozenset(map(chr, range(0x300, 0x332)))

Word = tuple[str, int, int]


def words_of(text: str) -> Iterator[Word]:
    """Each word with its place in the text."""
    start, held = 0, ""
    for at, char in enumerate(text):
        kind = _folded(char)
        if kind is None:
            if held:
                yield held[:_LONGEST], start, at
            held = ""
            continue
        if not held:
            start = at
        held += kind
    if held:
        yield held[:_LONGEST], start, len(text)


@lru_cache(maxsize=65536)
def _folded(char: str) -> str | None:
    """A letter or figure without case and accents, "" for an accent that stands alone, None for what parts words.

    As SQLite's index has it: accents are taken from Latin letters alone.
    """
    if char in _ACCENTS:
        return ""
    category = unicodedata.category(char)
    if category[0] not in "LN" and category != "Co":
        return None
    base = "".join(one for one in unicodedata.normalize("NFD", char) if one not in _ACCENTS)
    return (base if len(base) == 1 and base.isascii() else char).lower()


def parts(title: str, text: str) -> Iterator[tuple[int, str]]:
    """The parts of a report as the server's own notation of words with their places; part 0 is the title."""
    yield 0, _vector([word for word, _, _ in words_of(title)][:PART])
    words = [word for word, _, _ in words_of(text)]
    step = PART - OVERLAP
    for number, start in enumerate(range(0, max(1, len(words) - OVERLAP), step), start=1):
        yield number, _vector(words[start : start + PART])


def _vector(words: Sequence[str]) -> str:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words, start=1):
        places.setdefault(word, []).append(place)
    return " ".join(f"'{word}':{','.join(map(str, held[:255]))}" for word, held in places.items())


def asked(term: str) -> str:
    """A word or a phrase in the server's own notation; "" where it holds no word."""
    return " <-> ".join(f"'{word}'" for word, _, _ in words_of(term))


def around(text: str, terms: Sequence[str]) -> str:
    """The words around the first place that has most of what was asked for, each hit in guillemets."""
    words = list(words_of(text))
    hits = _hits([word for word, _, _ in words], [[word for word, _, _ in words_of(term)] for term in terms])
    first = _best(sorted(hits))
    last = min(len(words), first + _AROUND)
    if not words:
        return ""
    begin = words[first][1] if first else 0
    end = words[last - 1][2] if last < len(words) else len(text)
    opening = {words[start][1]: words[stop - 1][2] for start, stop, _ in hits if first <= start and stop <= last}
    shown, at = "", begin
    for start in sorted(opening):
        if start >= at:
            shown += f"{text[at:start]}«{text[start : opening[start]]}»"
            at = opening[start]
    shown += text[at:end]
    return f"{' … ' if first else ''}{shown}{' … ' if last < len(words) else ''}"


def _hits(words: Sequence[str], terms: Sequence[Sequence[str]]) -> list[tuple[int, int, int]]:
    """First word, word behind the last, and term, of every place where a term stands."""
    found = []
    for number, term in enumerate(terms):
        size = len(term)
        if size:
            places = (at for at, word in enumerate(words) if word == term[0])
            found += [(at, at + size, number) for at in places if list(words[at : at + size]) == list(term)]
    return found


def _best(hits: Sequence[tuple[int, int, int]]) -> int:
    """The first word of the stretch that holds most terms."""
    best, most = 0, 0
    for start, _, _ in hits:
        count = len({term for first, behind, term in hits if start <= first and behind <= start + _AROUND})
        if count > most:
            best, most = start, count
    return max(0, best - 4) if best + _AROUND > 4 else 0
