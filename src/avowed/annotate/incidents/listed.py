"""Counts that stand right before what became of the people: `left two dead and one injured`, `2 killed, 14 hurt`."""

from avowed.annotate.incidents.quantities import is_count, words_of_count
from avowed.annotate.parsing.parsed import Token

# What became of people -> the part of speech and the lemma of the rows that tell it.
HARMED = {
    "dead": ("adj", "dead"),
    "killed": ("verb", "kill"),
    "injured": ("adj", "injured"),
    "wounded": ("adj", "wounded"),
    "hurt": ("adj", "hurt"),
}
_PASSED_OVER = frozenset({"others", "more", "other"})
_OPENING = frozenset({",", "and", ";", ":", "-", "--", "–", "—", "with", "but"})
_GOING_ON = frozenset({"DET", "NUM", "PRON", "NOUN", "PROPN", "ADJ"})
_LONGEST = 2  # words between a number and the noun that it counts


def counted_so(word: Token) -> Token | None:
    """Whom a word says to be dead or hurt, where a count stands right before it; None for any other word.

    `five people dead` gives `people`, `one injured` gives `one`; a word that goes on (`12 wounded soldiers`, `12 killed
    two guards`) is none.
    """
    if word.lower_ not in HARMED or _goes_on(word):
        return None
    doc, start, at = word.doc, word.sent.start, word.i - 1
    while at > start and (doc[at].lower_ in _PASSED_OVER or doc[at].pos_ == "ADV") and not is_count(doc[at]):
        at -= 1
    noun = doc[at] if at >= start else word
    if noun == word:
        return None
    counted = noun if is_count(noun) else _noun_after_count(noun)
    if counted is None:
        return None
    first, _ = words_of_count(counted)
    return counted if first == start or _opens(doc[first - 1]) else None


def _goes_on(word: Token) -> bool:
    if word.i + 1 >= word.sent.end:
        return False
    after = word.nbor(1)
    return after.pos_ in _GOING_ON and after.ent_type_ not in ("DATE", "TIME")


def _noun_after_count(noun: Token) -> Token | None:
    """`people` of `at least 12 people`."""
    if noun.pos_ != "NOUN":
        return None
    before = noun.doc[max(noun.sent.start, noun.i - _LONGEST) : noun.i]
    return noun if any(map(is_count, before)) and words_of_count(noun)[0] < noun.i else None


def _opens(before: Token) -> bool:
    return before.lower_ in _OPENING or before.lemma_.lower() == "leave"
