"""From the word in a slot to the nouns that it stands for: lists are spread, `a group of men` is the men."""

from collections.abc import Iterable, Iterator

from avowed.annotate.grammar.clauses import antecedent, children
from avowed.annotate.grammar.tables import word_set
from avowed.annotate.incidents.nouns import words_of
from avowed.annotate.parsing.parsed import Token

NOUNS = frozenset({"NOUN", "PROPN"})
PRESUMING = frozenset({"presume", "believe", "suspect", "allege", "think", "suppose", "assume"})
DEEPEST = 3
OTHERS = word_set("others")
NOBODY = frozenset({"no", "nobody", "none", "neither", "nor"})


def spread(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Every noun that these words stand for, in the order of the text, each once."""
    found: dict[int, Token] = {}
    for token in tokens:
        for noun in _nouns(antecedent(token), 0):
            found.setdefault(noun.i, noun)
    return tuple(found[index] for index in sorted(found))


def _nouns(token: Token, depth: int) -> Iterator[Token]:
    members = (token, *(other for other in token.conjuncts if other.i > token.i))
    for member in members:
        yield from _one(member, depth)


def _one(token: Token, depth: int) -> Iterator[Token]:
    inner = _inner(token) if depth < DEEPEST else ()
    if inner:
        for part in inner:
            yield from _nouns(part, depth + 1)
        return
    if token.pos_ in NOUNS or token.pos_ in ("PRON", "NUM") or token.tag_ in ("JJ", "CD", "VBN", "VBG", "JJS"):
        yield token
    if depth < DEEPEST:
        for part in _listed(token):
            yield from _nouns(part, depth + 1)


def _listed(token: Token) -> Iterator[Token]:
    """Members that a plural noun goes on to name: `five men, including X`, `the brothers X and Y`, `X along with Y`."""
    for prep in children(token, "prep"):
        if prep.lower_ in ("including", "with") and (prep.lower_ != "with" or _along(prep)):
            yield from children(prep, "pobj")
    if token.pos_ == "NOUN":
        yield from (part for part in children(token, "appos") if part.pos_ == "PROPN")


def examples(event: Token) -> tuple[Token, ...]:
    """Events that a plural goes on to name: `several bombings, including the attack on a bus and the killing of a guard`."""
    preps = (prep for word in (event, *event.subtree) for prep in children(word, "prep") if prep.lower_ == "including")
    return spread(noun for prep in preps for noun in children(prep, "pobj"))


def _along(preposition: Token) -> bool:
    before = preposition.doc[max(0, preposition.i - 1) : preposition.i].text.lower()
    return before in ("along", "together")


def _inner(token: Token) -> tuple[Token, ...]:
    """`a group of guerrillas`, `two of the men`: what the portion is of."""
    portion = token.lemma_.lower() in words_of("portion") or token.lower_ in ("that", "those", "kg", "kilos")
    if not portion and token.pos_ != "NUM" and token.tag_ != "DT":
        return ()
    return tuple(noun for prep in children(token, "prep") if prep.lower_ == "of" for noun in children(prep, "pobj"))


def is_nobody(noun: Token) -> bool:
    """`No group claimed it`, `none of them did it`: the words name nobody."""
    return noun.lower_ in NOBODY or any(child.lower_ in NOBODY for child in children(noun, "det", "neg", "advmod"))


def owners(token: Token) -> Iterator[Token]:
    """Words that say whose people a noun names: `FMLN guerrillas`, `members of the FMLN`; but a rival is none of its own."""
    if token.lemma_.lower() in OTHERS:
        return
    for child in token.children:
        if child.dep_ in ("compound", "amod", "nmod", "poss", "appos"):
            yield child
        if child.dep_ == "prep" and child.lower_ in ("of", "from", "belonging"):
            yield from spread(children(child, "pobj"))
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in (
            "belong",
            "identify",
            "link",
            "call",
            "name",
            "know",
        ):
            for prep in children(child, "prep"):
                yield from spread(children(prep, "pobj"))
            yield from (part for part in child.subtree if part.dep_ in ("dobj", "oprd") and part.pos_ in NOUNS)


def presumed_owners(token: Token) -> Iterator[Token]:
    """Whose people somebody only takes them for: `guerrillas presumed to be members of the FMLN`."""
    for child in children(token, "acl", "relcl"):
        if child.lemma_.lower() in PRESUMING:
            inner = (part for part in child.subtree if part.dep_ == "pobj" and part.head.lower_ in ("of", "to", "from"))
            yield from spread(
                (*inner, *(part for part in child.subtree if part.dep_ == "attr" and part.pos_ == "PROPN"))
            )


def number_modifier(token: Token) -> Token | None:
    """The number that counts a noun."""
    return next(iter(children(token, "nummod")), None)
