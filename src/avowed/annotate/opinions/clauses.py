"""The clause around a word: its verb, the span it fills, and whether it fits a row."""

from collections.abc import Callable

from avowed.annotate.actors.lexicon import heads
from avowed.annotate.grammar.clauses import EVENTS, SUBJECTS, VERBAL, children, surface_subjects
from avowed.annotate.grammar.tables import word_set
from avowed.annotate.opinions.rows import OpinionRow
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.cues import roles
from avowed.model.evidence import Span

VIOLENCE = word_set("violence")


def clause_verb(token: Token) -> Token:
    """The verb of the clause that a word stands in; the word itself in a clause without one."""
    word = token
    while word.pos_ not in VERBAL and word.head != word:
        word = word.head
    return word


def clause_span(verb: Token) -> Span:
    """All that a clause says, without clauses that only stand beside it and without its connective."""
    beside = {part.i for child in verb.children if _apart(child) for part in child.subtree}
    tokens = [
        token for token in verb.subtree if token.i not in beside and not _edge(token, verb) and not token.is_space
    ]
    first, last = (tokens[0], tokens[-1]) if tokens else (verb, verb)
    return Span(first.idx, last.idx + len(last.text))


def _apart(child: Token) -> bool:
    if child.dep_ == "parataxis":
        return True
    return child.dep_ in ("conj", "ccomp") and bool(children(child, *SUBJECTS)) and child.dep_ == "conj"


def _edge(token: Token, verb: Token) -> bool:
    return token.head == verb and token.dep_ in ("cc", "mark", "punct")


_SAID = frozenset({"say", "add", "write", "tell", "comment", "ask", "state", "remark", "reply", "note"})


def fits(token: Token, row: OpinionRow) -> bool:
    """True when all that a row asks for stands around its word."""
    checks: dict[str, Callable[[Token], bool]] = {
        "copular": _copular,
        "superlative": _superlative,
        "infinitive": _infinitive,
        "violent": _to_violence,
        "clause": lambda word: bool(children(word, "ccomp")),
        "things": _of_things,
        "object": lambda word: bool(word.dep_ == "dobj"),
    }
    if not all(checks[need](token) for need in row.needs):
        return False
    if row.before and not (token.dep_ == "pobj" and token.head.lower_ == row.before):
        return False
    if row.before and token.head.head.lemma_ in _SAID:  # `said in response to the raid that ...`
        return False
    return not row.after or _followed(token, row.after)


def _followed(token: Token, words: frozenset[str]) -> bool:
    by_preposition = any(prep.lower_ in words for prep in children(token, "prep"))
    return by_preposition or ("that" in words and bool(children(token, "acl", "ccomp")))


def _expletive(verb: Token) -> bool:
    return any(child.lower_ == "it" and child.dep_ == "nsubj" for child in verb.children)


def _holds_clause(token: Token) -> bool:
    return bool(children(token, "xcomp", "ccomp", "advcl"))


def _copular(token: Token) -> bool:
    if token.dep_ == "pobj" and token.head.head.lower_ == "one":
        return _copular(token.head.head)
    if token.pos_ == "ADJ" and _expletive(token.head) and (_holds_clause(token) or _holds_clause(token.head)):
        return False
    if token.dep_ == "conj" and token.head.pos_ == token.pos_:
        return _copular(token.head)
    if token.dep_ == "nsubj" and token.pos_ != "ADJ":
        return token.head.lemma_ in ("be", "remain", "become")
    return token.dep_ in ("attr", "acomp", "ccomp") and token.head.lemma_ in ("be", "remain", "become", "seem", "look")


def _superlative(token: Token) -> bool:
    noun = token
    if noun.dep_ == "pobj" and noun.head.head.lower_ in ("one", "some"):
        return _describes(noun) and noun.head.head.dep_ in ("attr", "appos")
    return _describes(noun)


def _describes(noun: Token) -> bool:
    return any(part.tag_ in ("JJS", "RBS") for part in noun.subtree if part.i < noun.i)


def _infinitive(token: Token) -> bool:
    return any(child.dep_ in ("xcomp", "ccomp", "advcl") and _to(child) for child in token.children)


def _to_violence(token: Token) -> bool:
    """True where the infinitive under a word is a deed of violence, by its verb or by what is carried out."""
    deeds = (child for child in token.children if child.dep_ in ("xcomp", "ccomp", "advcl") and _to(child))
    return any(
        part.lemma_.lower() in VIOLENCE | EVENTS for deed in deeds for part in (deed, *children(deed, "dobj", "conj"))
    )


def _to(clause: Token) -> bool:
    return any(child.tag_ == "TO" for child in clause.children)


def _of_things(verb: Token) -> bool:
    """True when an event or a state of things, not somebody and not a document, is the subject."""
    subjects = surface_subjects(verb)
    return bool(subjects) and all(token.pos_ == "NOUN" and not _acts(token.lemma_.lower()) for token in subjects)


def _acts(noun: str) -> bool:
    return noun in roles() or heads().stands(noun)
