"""Who speaks, from the word that stands as the source: a document's author where one is named, else the subject itself."""

from collections.abc import Iterator

from avowed.annotate.grammar.clauses import antecedent, children
from avowed.annotate.grammar.parties import Parties
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.cues import roles
from avowed.model.evidence import Mention, Span
from avowed.model.vocabulary import ActorKind, Form, SpeakerRole

_BY = frozenset({"by", "from", "of", "in"})


def source_of(parties: Parties, word: Token | None) -> tuple[Token | None, Mention | None]:
    """The word and the mention of the speaker; None for a speaker that no mention names."""
    if word is None:
        return None, None
    if roles().get(word.lemma_.lower()) is SpeakerRole.DOCUMENT:
        for author in _authors(word):
            named = parties.of(author)
            if named:
                return author, named[0]
    mentions = parties.of(word)
    return word, mentions[0] if mentions else _by_last_name(parties, word)


def persons(page: Page) -> tuple[Mention, ...]:
    """The persons of a page by their names, in order."""
    actors = page.actor
    return tuple(
        one
        for one in page.mentions
        if one.form is Form.NAME and one.actor in actors and actors[one.actor].kind is ActorKind.PERSON
    )


def _by_last_name(parties: Parties, word: Token) -> Mention | None:
    """The one person named in full before, where the parser sees no name in `Belo said`."""
    if word.pos_ != "PROPN" or children(word, "compound", "poss", "nmod", "amod"):
        return None
    text = parties.page.report.text
    before = (one for one in persons(parties.page) if one.span.end <= word.idx and " " in one.span.of(text))
    named = [one for one in before if one.span.of(text).split()[-1] == word.text]
    return named[-1] if len({one.actor for one in named}) == 1 else None


def _authors(document: Token) -> Iterator[Token]:
    for prep in children(document, "prep", "agent"):
        if prep.lower_ in _BY:
            yield from children(prep, "pobj")
    for clause in children(document, "acl"):
        for agent in children(clause, "agent"):
            yield from children(agent, "pobj")
    yield from (antecedent(owner) for owner in children(document, "poss", "compound"))


def source_span(word: Token | None, mention: Mention | None) -> Span | None:
    """Where the speaker is named; with no mention, or one that stands elsewhere, the source's words up to its head."""
    if mention is not None and not _before(word, mention):
        return mention.span
    if word is None:
        return None
    first = min((token for token in word.subtree if token.i <= word.i), key=lambda token: token.i)
    return Span(first.idx, word.idx + len(word.text))


def _before(word: Token | None, mention: Mention) -> bool:
    """True for a name that stands in a sentence before its bearer's last name."""
    return word is not None and word.pos_ == "PROPN" and mention.span.end <= word.sent.start_char
