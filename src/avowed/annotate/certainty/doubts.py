"""Turns that doubt a word where it stands: `in all likelihood`, `so-called`, `it seems`, marks around a single noun."""

from collections.abc import Iterator

from avowed.annotate.certainty.words import Hedge, hedge_at
from avowed.annotate.grammar.slots import governors
from avowed.annotate.grammar.support import phrase_of
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.saying import Saying

_DOUBT = frozenset({"doubt", "question"})
_HARDLY, _BEYOND = frozenset({"no", "little", "any"}), frozenset({"beyond", "without"})
_OPENS, _CLOSES = frozenset('“"‘'), frozenset('”"’')


def doubts(word: Token) -> Iterator[tuple[Hedge, Token]]:
    """Every row of the table that a phrase beside this word falls under, with the word that shows it."""
    for child in word.children:
        if child.dep_ == "prep" and (hedge := hedge_at("phrase", _words(child), "")) is not None:
            yield hedge, child
        if child.dep_ == "amod" and (hedge := hedge_at("modifier", _joined(child), "")) is not None:
            yield hedge, child


def examined(noun: Token) -> Iterator[tuple[Hedge, Token]]:
    """A bond that somebody looks into or is asked about: `investigates ties between X and Y` says of none that it is."""
    if hedge_at("bond", noun.lemma_.lower(), "") is None:
        return
    for governor, position in governors(noun):
        word = phrase_of(governor) if governor.pos_ == "VERB" else governor.lemma_.lower()
        if (hedge := hedge_at("examined", word if position == "patient" else f"{word} {position}", "")) is not None:
            yield hedge, governor


def put_in(verb: Token) -> Iterator[tuple[Hedge, Token]]:
    """A doubt that is put into a clause: `X was, it seems, trained by Y`."""
    for child in verb.children:
        impersonal = any(part.lower_ == "it" for part in child.children if part.dep_ == "nsubj")
        if child.dep_ == "parataxis" and impersonal and (hedge := hedge_at("governor", child.lemma_, "")) is not None:
            yield hedge, child


def of_source(saying: Saying, word: Token) -> Iterator[tuple[Hedge, Token]]:
    """`unconfirmed reports say`, `rumours have it`: a source that is itself no more than a doubt, by the words that name it."""
    span = saying.described or saying.source_span
    for at in word.sent if span is not None else ():
        hedge = hedge_at("source", at.lower_, at.tag_) if span is not None and span.start <= at.idx < span.end else None
        if hedge is not None:
            yield hedge, at


def beyond(noun: Token) -> Token | None:
    """The `no` of `no doubt that X did it`, or the `beyond` of `beyond question`: together they doubt nothing."""
    if noun.lemma_.lower() not in _DOUBT:
        return None
    if noun.head.dep_ == "prep" and noun.head.lower_ in _BEYOND:
        return noun.head
    return next((child for child in noun.children if child.lower_ in _HARDLY), None)


def in_marks(word: Token) -> Iterator[tuple[Hedge, Token]]:
    """A single noun in quotation marks: the deed itself, or what a whole clause is called (`“proof” that ...`)."""
    doc = word.doc
    marked = 0 < word.i < len(doc) - 1 and doc[word.i - 1].text in _OPENS and doc[word.i + 1].text in _CLOSES
    if marked and word.pos_ == "NOUN" and (hedge := hedge_at("quoted", "*", "")) is not None:
        yield hedge, word


def _words(prep: Token) -> str:
    """A short phrase as written, `in all likelihood`; nothing for a long one."""
    last = prep.right_edge.i
    return " ".join(token.lower_ for token in prep.doc[prep.i : last + 1]) if last - prep.i <= 3 else ""


def _joined(word: Token) -> str:
    """`so-called`, which the parser takes apart."""
    doc = word.doc
    hyphened = word.i >= 2 and doc[word.i - 1].text == "-"
    return f"{doc[word.i - 2].lower_}-{word.lower_}" if hyphened else ""
