"""Who `I`, `we` and `you` are: the speaker of the words they stand in, for `we` the body spoken for, for `you` who is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from avowed.annotate.grammar.clauses import children
from avowed.annotate.grammar.parties import Parties
from avowed.annotate.page import Page, span_of
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.saying import Manner, Saying, innermost
from avowed.model.evidence import Mention
from avowed.model.vocabulary import ActorKind, Form, MentionType

SINGULAR = frozenset({"i", "me", "my", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
ADDRESSED = frozenset({"you", "your", "yours", "yourself"})
_OFFICES = frozenset({"of", "for", "at", "in"})


def with_first_person(page: Page, sayings: Sequence[Saying]) -> Page:
    """The page with a mention for every `I` and `we` whose speaker is known; other mentions stay as they are."""
    taken = {mention.span: mention for mention in page.mentions}
    bodies: dict[str, str] = {}
    parties = Parties(page)
    for token in page.doc:
        addressed = token.lower_ in ADDRESSED
        if token.lower_ not in SINGULAR | PLURAL | ADDRESSED or token.text == "US":
            continue
        index = innermost(sayings, token.idx)
        source = None if index is None else sayings[index].source
        if addressed:
            source = None if index is None else _addressee(page, parties, sayings[index])
        if source is None or source.actor is None:
            continue
        actor = source.actor
        if token.lower_ in PLURAL:
            actor = bodies.setdefault(actor, _body(page, parties, actor))
        span = span_of(token)
        made = Mention(f"m{len(page.mentions) + len(taken)}", span, _type(page, actor), span, Form.PRONOUN, actor)
        taken[span] = replace(taken[span], actor=actor) if span in taken else made
    return page.with_(
        mentions=tuple(sorted(taken.values(), key=lambda mention: (mention.span.start, -mention.span.end)))
    )


def _addressee(page: Page, parties: Parties, saying: Saying) -> Mention | None:
    """Who is asked or told words in quotation marks: `the judge asked X: “Did you ...?”`."""
    cue = page.token_at(saying.cue.start) if saying.cue is not None and saying.manner is Manner.DIRECT else None
    if cue is None or cue.pos_ not in ("VERB", "AUX"):
        return None
    asked = [mention for word in children(cue, "dobj", "dative") for mention in parties.of(word)]
    return asked[0] if len(asked) == 1 else None


def _type(page: Page, actor: str) -> MentionType:
    return MentionType.PERSON if page.actor[actor].kind is ActorKind.PERSON else MentionType.ORGANISATION


def _body(page: Page, parties: Parties, actor: str) -> str:
    """The body whose officer a person is, by the words around the person's name; the person where none is named."""
    if page.actor[actor].kind is not ActorKind.PERSON:
        return actor
    for mention in page.mentions:
        if mention.actor != actor or mention.form is Form.PRONOUN:
            continue
        head = page.token_at(mention.head.end - 1)
        for described in _bodies(head) if head is not None else ():
            for body in parties.of(described):
                if body.actor is not None and page.actor[body.actor].kind not in (
                    ActorKind.PERSON,
                    ActorKind.COMMUNITY,
                ):
                    return body.actor
    return actor


def _bodies(name: Token) -> Iterator[Token]:
    """Words that may name the body: before the name, or in its apposition (`a spokesman for X`)."""
    yield from children(name, "compound", "nmod", "poss", "amod")
    for title in (name, *children(name, "appos", "compound")):
        yield from children(title, "compound", "nmod", "poss", "amod")
        for prep in children(title, "prep"):
            if prep.lower_ in _OFFICES:
                yield from children(prep, "pobj")
    if name.dep_ == "appos":
        yield from children(name.head, "compound", "nmod", "poss", "amod")
