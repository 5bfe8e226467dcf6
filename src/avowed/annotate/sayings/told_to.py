"""The paper to which somebody speaks: `X told the Post that ...` reaches the report through the Post."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from avowed.annotate.grammar.clauses import children, is_passive
from avowed.annotate.grammar.parties import Parties
from avowed.annotate.grammar.tables import word_set
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.cues import roles
from avowed.annotate.sayings.saying import Saying
from avowed.model.evidence import Mention
from avowed.model.vocabulary import ActorKind, Form, SpeakerRole

_TALKS = word_set("talks", "sayings_words")
_AT = frozenset({"with", "to", "by", "for", "in"})
_NO_PAPERS = frozenset({"agency", "media", "press", "correspondent", "editor", "reporter", "journalist", "network"})


def told_to(page: Page, parties: Parties, said: Sequence[Saying]) -> list[Saying]:
    """The sayings, each with the named paper that was told."""
    return [replace(saying, through=_paper(page, parties, saying)) for saying in said]


def _paper(page: Page, parties: Parties, saying: Saying) -> Mention | None:
    cue = page.token_at(saying.cue.start) if saying.cue is not None else None
    if cue is None or cue.pos_ != "VERB" or is_passive(cue) or not saying.reported or saying.cited_by is not None:
        return None
    heard = (mention for word in _hearers(cue) for mention in parties.of(word, lists=False))
    return next((one for one in heard if one != saying.source and _is_paper(page, one)), None)


def _hearers(cue: Token) -> Iterator[Token]:
    """Whom one tells, says it to, or gives the interview in which it is said."""
    if cue.lemma_ == "tell":
        yield from children(cue, "dobj", "dative")
    for prep in children(cue, "prep", "dative"):
        if prep.lower_ == "to":
            yield from children(prep, "pobj")
        if prep.lower_ == "in":
            talks = (one for one in children(prep, "pobj") if one.lemma_.lower() in _TALKS)
            yield from (
                word
                for talk in talks
                for at in children(talk, "prep")
                if at.lower_ in _AT
                for word in children(at, "pobj")
            )


def _is_paper(page: Page, mention: Mention) -> bool:
    """True for a paper, an agency or a station by its name."""
    actor = page.actor.get(mention.actor or "")
    if actor is None or actor.kind is not ActorKind.ORGANISATION or mention.form is not Form.NAME:
        return False
    words = set(mention.span.of(page.report.text).lower().replace("-", " ").split()) - _NO_PAPERS
    return any(roles().get(word) is SpeakerRole.JOURNALIST for word in words)
