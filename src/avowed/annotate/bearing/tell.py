"""What a word tells of how its doer bears on others: the lexicon, composed along the parse.

`agreed to lift the ban` is for somebody, `refused to lift the ban` against: each word turns what its complement tells.
"""

from collections.abc import Iterable, Iterator

from avowed.annotate.bearing.alone import AGAINST_BY_WORDS, FOR_BY_WORDS, SENDS, of_noun, of_pair, phrases, things
from avowed.annotate.bearing.words import Bearing, load_words
from avowed.annotate.grammar.clauses import VERBAL, children
from avowed.annotate.grammar.offices import PRENOMINAL
from avowed.annotate.parsing.parsed import Token

DEEPEST = 7
CLAUSES = ("xcomp", "ccomp", "pcomp")
MEANT = frozenset({"will", "would", "shall", "'ll", "wo", "may", "might", "could"})
BOUND = frozenset({"must", "should", "ought"})
GIVES = frozenset({"give", "grant", "provide", "supply", "share", "deliver"})
NAMES = frozenset({"call", "label", "brand", "describe", "term"})
PASSED_ON = frozenset(
    {"about", "against", "as", "at", "by", "for", "from", "in", "into", "of", "on", "over", "to", "under", "with"}
)


def told(word: Token, depth: int = 0) -> Bearing | None:
    """How whoever does what a word tells bears on others; None where the word and its complements do not show it."""
    if depth > DEEPEST:
        return None
    if is_verb(word):
        return _of_verb(word, depth + 1)
    if word.pos_ in ("ADJ", "ADV"):
        return _of_adjective(word, depth + 1)
    return _of_noun(word, depth + 1)


def is_verb(word: Token) -> bool:
    """True for every form of a verb."""
    return word.pos_ in VERBAL or word.tag_.startswith("VB")


def _first(found: Iterable[Bearing | None]) -> Bearing | None:
    return next((one for one in found if one is not None), None)


def _of_verb(verb: Token, depth: int) -> Bearing | None:
    helpers = {child.lower_ for child in children(verb, "aux")}
    if helpers & BOUND:
        return AGAINST_BY_WORDS
    found = _purpose(verb, depth) or of_pair(verb) or _named(verb, depth) or _by_lexicon(verb, depth)
    if found is not None and children(verb, "neg"):
        found = _denied(verb, found)
    return found.said if found and helpers & MEANT else found


def _denied(verb: Token, found: Bearing) -> Bearing:
    """The other way round; what is not allowed is refused, whatever it was."""
    if load_words().operators.get(verb.lemma_.lower()) == "consent":
        return AGAINST_BY_WORDS
    return Bearing(-found.sign, deed=False)


def _purpose(verb: Token, depth: int) -> Bearing | None:
    """`sent a team to investigate`: what somebody is sent for, where that is told."""
    if verb.lemma_.lower() not in SENDS:
        return None
    clauses = children(verb, "xcomp", "advcl")
    return _first(
        told(clause, depth) for clause in clauses if any(one.lower_ == "to" for one in children(clause, "aux"))
    )


def _named(verb: Token, depth: int) -> Bearing | None:
    """`called him a liar`: who is given a name is seldom praised by it."""
    names = children(verb, "oprd", *CLAUSES) if verb.lemma_.lower() in NAMES else ()
    return _first(told(name, depth) for name in names) or (AGAINST_BY_WORDS if names else None)


def _by_lexicon(verb: Token, depth: int) -> Bearing | None:
    words = load_words()
    for phrase in phrases(verb):
        operator, plain = words.operators.get(phrase), words.verbs.get(phrase)
        if operator is not None:
            inner = _agreed(verb, depth) if operator == "consent" else _complement(verb, depth)
            return _turned(operator, inner, plain)
        if plain is None and children(verb, "dobj", "nsubjpass"):
            plain = words.objects.get(phrase)
        if plain is not None:
            return _with_object(verb, plain)
    return _complement(verb, depth)


def _turned(operator: str, inner: Bearing | None, plain: Bearing | None) -> Bearing | None:
    if operator == "carry":
        return inner or plain
    if operator == "consent":
        return inner.said if inner and inner.sign < 0 else FOR_BY_WORDS
    if operator in ("refuse", "demand"):
        return AGAINST_BY_WORDS
    sign = -inner.sign if inner else 1 if operator == "ease" else -1
    return Bearing(sign, deed=True)


def _agreed(verb: Token, depth: int) -> Bearing | None:
    """What is agreed to: a clause with all it tells, a thing by its own name."""
    clauses = (told(clause, depth) for clause in children(verb, *CLAUSES) if clause.tag_ != "VBG")
    named = (of_noun(thing) for thing in things(verb) if thing.dep_ in ("dobj", "pobj"))
    return _first((*clauses, *named))


def _with_object(verb: Token, plain: Bearing) -> Bearing:
    """`backed sanctions`, `gave a warning`: what is for somebody's blows is against somebody."""
    if plain.sign < 0 or (plain.deed and verb.lemma_.lower() not in GIVES):
        return plain
    objects = (of_noun(thing) for thing in children(verb, "dobj", "nsubjpass"))
    blow = next((one for one in objects if one is not None and one.sign < 0), None)
    return blow.said if blow is not None else plain


def _complement(word: Token, depth: int) -> Bearing | None:
    """The first bearing among what a word governs: clauses, predicates, objects, what follows prepositions, its subject."""
    return _first(told(inner, depth) for inner in _governed(word)) or _first(
        _of_noun(subject, depth) for subject in children(word, "nsubj") if subject.pos_ == "NOUN"
    )


def _governed(word: Token) -> Iterator[Token]:
    yield from children(word, *CLAUSES)
    yield from children(word, "oprd", "acomp", "attr")
    yield from children(word, "dobj", "nsubjpass")
    for prep in children(word, "prep", "dative"):
        yield from children(prep, "pobj", "pcomp")
    yield from children(word, "advcl", "conj")


def _of_adjective(word: Token, depth: int) -> Bearing | None:
    words, lemma = load_words(), word.lemma_.lower()
    operator, plain = words.operators.get(lemma), words.adjectives.get(lemma)
    if operator is not None:
        return _turned(operator, _complement(word, depth), plain)
    return plain or _complement(word, depth)


def _of_noun(noun: Token, depth: int) -> Bearing | None:
    operators, plain = load_words().operators, of_noun(noun)
    if noun.pos_ == "PROPN" and plain is None:
        return None
    operator = operators.get(noun.lower_) or operators.get(noun.lemma_.lower())
    if operator not in (None, "carry"):
        return _turned(str(operator), _under(noun, depth), plain)
    return plain or _under(noun, depth)


def _under(noun: Token, depth: int) -> Bearing | None:
    """What the words before a noun and behind it tell: `travel ban`, `a wave of attacks`, `a letter praising`."""
    adjectives = load_words().adjectives
    before = (of_noun(child) or adjectives.get(child.lower_) for child in children(noun, *PRENOMINAL))
    preps = (prep for prep in children(noun, "prep") if prep.lower_ in PASSED_ON)
    behind = (told(one, depth) for prep in preps for one in children(prep, "pobj", "pcomp"))
    return _first(before) or _first(behind) or _first(told(one, depth) for one in children(noun, "acl", "conj"))
