"""Which word tells of two parties that are given, and what it tells."""

from collections.abc import Iterable, Iterator, Sequence

from avowed.annotate.bearing.alone import alone
from avowed.annotate.bearing.tell import is_verb, told
from avowed.annotate.bearing.words import Bearing
from avowed.annotate.grammar.clauses import VERBAL, children
from avowed.annotate.parsing.parsed import Doc, Token

Ends = tuple[int, int]


def bearing(doc: Doc, source: Iterable[Ends], target: Iterable[Ends]) -> Bearing | None:
    """How the source bears on the target by the words of their sentences; None where no word shows it.

    Either may be left unsaid: then the sentences are those of the other, or all.
    """
    sources, targets = _tokens(doc, source), _tokens(doc, target)
    for word in _predicates(sources, targets):
        found = told(word)
        if found is not None:
            return found
    return _by_words(doc, sources, targets)


def _tokens(doc: Doc, spans: Iterable[Ends]) -> list[Token]:
    return [token for start, end in spans for token in doc if start <= token.idx < end and not token.is_space]


def _head(tokens: Sequence[Token]) -> Token | None:
    inside = set(tokens)
    return next((token for token in tokens if token.head not in inside or token.head is token), None)


def _predicates(sources: Sequence[Token], targets: Sequence[Token]) -> Iterator[Token]:
    """The predicates to ask in turn: those joined to the one above the source that hold the target, then it, then those above."""
    head = _head(sources) or _head(targets)
    if head is None:
        return
    named, held = set(sources), set(targets)
    for word in (head, *head.ancestors):
        if word not in named and is_verb(word):
            joined = [other for other in _joined(word) if held & set(other.subtree)]
            yield from reversed(joined)
            yield word


def _joined(word: Token) -> Iterator[Token]:
    """Clauses of the same doer under a predicate: joined to it without a subject, or told of `he` or `they`."""
    for clause in word.subtree:
        if clause is word or clause.pos_ not in VERBAL:
            continue
        subjects = children(clause, "nsubj", "nsubjpass")
        shared = clause.dep_ == "conj" and clause.head.pos_ in VERBAL and not subjects
        pronoun = any(one.tag_ == "PRP" for one in subjects) and clause.dep_ in ("relcl", "advcl", "conj")
        if shared or pronoun:
            yield clause


def _by_words(doc: Doc, sources: Sequence[Token], targets: Sequence[Token]) -> Bearing | None:
    """What most words of the sentences tell by themselves; those between the parties count twice."""
    parties = (*sources, *targets)
    sentences = {token.sent.start: token.sent for token in parties}.values() or doc.sents
    low, high = min((token.i for token in parties), default=0), max((token.i for token in parties), default=0)
    total = deeds = 0
    for token in (token for sentence in sentences for token in sentence if token not in sources):
        found = alone(token)
        weight = 2 if low <= token.i <= high else 1
        if found is not None:
            total += weight * found.sign
            deeds += weight if found.deed else -weight
    return Bearing(1 if total > 0 else -1, deed=deeds > 0) if total else None
