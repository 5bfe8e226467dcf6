"""Words that deny: by a table of words, and by their beginnings and ends."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from avowed.annotate.grammar.tables import Row, read_lexicon, rows, text, words
from avowed.annotate.parsing.parsed import Token

TOGETHER = (("by", "no", "means"), ("on", "the", "contrary"), ("nothing", "at", "all"))
_PRONOUNS = frozenset({"i", "you", "he", "she", "it", "we", "they"})
_AFFIXED = frozenset({"JJ", "JJR", "JJS", "RB", "VBN", "VBD"})


@dataclass(frozen=True, slots=True)
class CueRow:
    """One group of words that deny, and the neighbours that take the denial away."""

    name: str
    words: tuple[str, ...]
    tags: frozenset[str]
    never_before: frozenset[str]
    match: str
    miss: str


@cache
def cue_rows() -> Mapping[str, CueRow]:
    """Word -> its row."""
    return MappingProxyType({word: row for row in map(_row, rows("negation_cues")) for word in row.words})


def cues_of(tokens: Iterable[Token]) -> Iterator[tuple[Token, ...]]:
    """The cues of a run of words in order; `neither ... nor` and a few phrases are one cue of several words."""
    taken: set[int] = set()
    for token in tokens:
        if token.i in taken or not denies(token):
            continue
        cue = _whole(token)
        taken.update(part.i for part in cue)
        yield cue


def denies(token: Token) -> bool:
    """True for a word that denies where it stands."""
    row = cue_rows().get(token.lower_)
    if row is None:
        return _phrase_at(token) is not None or (token.tag_ in _AFFIXED and affixed(token.lower_))
    ahead = [word.lower_ for word in token.doc[token.i + 1 : token.i + 3]]
    if row.name == "not" and (_asks_back(ahead) or _either_way(token)):
        return False
    return not set(ahead[:1]) & row.never_before and (not row.tags or token.tag_ in row.tags)


def _asks_back(ahead: Sequence[str]) -> bool:
    """`..., is it not?`, `..., did they not?` ask for a yes."""
    return ahead[:1] in (["?"], ["!"]) or (ahead[-1:] == ["?"] and ahead[0] in _PRONOUNS)


def _either_way(token: Token) -> bool:
    """`whether or not`, `in the village or not`."""
    return token.i > 0 and token.nbor(-1).lower_ == "or" and not any(token.children)


@cache
def affixed(word: str) -> bool:
    """True for a word whose beginning or end denies the rest: `unhappy`, `irregular`, `helpless`."""
    affixes = _affixes()
    if word in affixes["never"] or len(word) < 6:
        return False
    if word.startswith("un") and not word.startswith("under") and not word.startswith("uni"):
        return True
    begun = any(
        word.removeprefix(prefix) in affixes["stems"] for prefix in affixes["prefixes"] if word.startswith(prefix)
    )
    return begun or any(word.endswith(end) and len(word) - len(end) > 2 for end in affixes["suffixes"])


@cache
def _affixes() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(str(found).split()) for name, found in read_lexicon("negation_affixes").items()}


def _phrase_at(token: Token) -> tuple[str, ...] | None:
    """The phrase of TOGETHER that begins here, if any."""
    for phrase in TOGETHER:
        if token.lower_ == phrase[0]:
            ahead = token.doc[token.i : token.i + len(phrase)]
            if tuple(part.lower_ for part in ahead) == phrase:
                return phrase
    return None


def _whole(token: Token) -> tuple[Token, ...]:
    phrase = _phrase_at(token)
    if phrase is not None:
        return tuple(token.doc[token.i : token.i + len(phrase)])
    if token.lower_ != "neither":
        return (token,)
    partner = next((other for other in token.doc[token.i + 1 : token.sent.end] if other.lower_ == "nor"), None)
    return (token,) if partner is None else (token, partner)


def _row(entry: Row) -> CueRow:
    return CueRow(
        name=text(entry, "name"),
        words=words(entry, "words"),
        tags=frozenset(words(entry, "tags")),
        never_before=frozenset(words(entry, "never_before")),
        match=text(entry, "match"),
        miss=text(entry, "miss"),
    )
