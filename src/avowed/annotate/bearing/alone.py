"""What words tell by themselves: a noun, a verb with what it is about, any word whatever stands around it."""

from collections.abc import Iterator, Sequence

from avowed.annotate.bearing.words import Bearing, load_words
from avowed.annotate.grammar.clauses import VERBAL, children
from avowed.annotate.grammar.offices import PRENOMINAL
from avowed.annotate.parsing.parsed import Token

AGAINST_BY_WORDS, FOR_BY_WORDS, HELP = Bearing(-1, deed=False), Bearing(1, deed=False), Bearing(1, deed=True)
SENDS = frozenset({"send", "deploy", "dispatch"})
_AFTER = ("prt", "prep", "agent", "dative", "advmod")
_FOLLOWS = frozenset({"ADP", "PART", "ADV"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def alone(word: Token) -> Bearing | None:
    """What a word tells whatever stands around it."""
    if word.pos_ not in VERBAL:
        return of_noun(word) if word.pos_ in _NOUNS else None
    words = load_words()
    for phrase in phrases(word):
        if words.operators.get(phrase) in ("refuse", "demand"):
            return AGAINST_BY_WORDS
        if phrase in words.operators or phrase in words.verbs:
            return words.verbs.get(phrase)
    return None


def phrases(word: Token) -> Sequence[str]:
    """The word with each particle or preposition that follows it, then alone."""
    lemma = word.lemma_.lower()
    last = word.i + 1 == len(word.doc)
    beside = () if last or word.nbor().pos_ not in _FOLLOWS else (word.nbor(),)
    return (*(f"{lemma} {child.lower_}" for child in (*beside, *children(word, *_AFTER))), lemma)


def of_noun(noun: Token) -> Bearing | None:
    """What a noun tells, or a word before it that makes a force a help: `a peacekeeping force`."""
    words = load_words()
    if any(child.lower_ in words.softening for child in children(noun, *PRENOMINAL)):
        return HELP
    return next((words.nouns[form] for form in _forms(noun) if form in words.nouns), None)


def _forms(noun: Token) -> Sequence[str]:
    """The noun as the lexicon may have it: with the word that a hyphen joins to it, its lemma, as it stands."""
    whole = (f"{noun.hyphened}{noun.lower_}",) if noun.hyphened else ()
    return (*whole, noun.lemma_.lower(), noun.lower_)


def of_pair(verb: Token) -> Bearing | None:
    """What a verb tells together with a thing: `opened its borders` and `opened fire` are no kin."""
    pairs, lemma = load_words().pairs, verb.lemma_.lower()
    for thing in things(verb):
        for word in (thing, *thing.conjuncts):
            if (lemma, word.lemma_.lower()) in pairs:
                return _softened(verb, pairs[lemma, word.lemma_.lower()])
    return None


def _softened(verb: Token, found: Bearing) -> Bearing:
    """`sent troops to the peacekeeping mission` is a help."""
    soft = verb.lemma_.lower() in SENDS and any(word.lower_ in load_words().softening for word in verb.subtree)
    return HELP if soft else found


def things(verb: Token) -> Iterator[Token]:
    """Subjects, objects, predicates and what prepositions govern."""
    yield from children(verb, "dobj", "attr", "oprd", "acomp", "dative", "nsubjpass", "prt", "advmod", "nsubj")
    for prep in children(verb, "prep", "dative", "agent"):
        yield from children(prep, "pobj")
