"""Those whom a speaker cites: `the paper said, citing officials, that ...` has the officials behind the paper."""

from collections.abc import Iterator, Sequence

from avowed.annotate.grammar.clauses import children
from avowed.annotate.grammar.parties import Parties
from avowed.annotate.page import Page, span_of
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.roles import role_of
from avowed.annotate.sayings.saying import Saying
from avowed.annotate.sayings.sources import source_of, source_span

_CITES = frozenset({"cite", "quote"})


def cited(page: Page, parties: Parties, said: Sequence[Saying]) -> Iterator[Saying]:
    """A saying for everybody who is cited beside the verb of another saying, with that saying's words."""
    by_cue = {saying.cue: saying for saying in said if saying.cue is not None and saying.reported}
    for token in page.doc:
        outer = by_cue.get(span_of(_told_beside(token))) if token.lemma_ in _CITES and token.tag_ == "VBG" else None
        objects = children(token, "dobj") if outer is not None else ()
        if outer is None or not objects:
            continue
        word, mention = source_of(parties, objects[0])
        yield Saying(
            source=mention,
            source_span=source_span(word, mention),
            cue=span_of(token),
            role=role_of(page, word, mention),
            tone=outer.tone,
            stance=outer.stance,
            manner=outer.manner,
            contents=outer.contents,
            cited_by=outer.cue,
        )


def _told_beside(citing: Token) -> Token:
    """The verb beside which somebody is cited, also where the parser hangs `quoting X` on the speaker."""
    above = citing.head
    return above.head if citing.dep_ == "acl" and above.dep_ == "nsubj" else above if citing.dep_ == "advcl" else citing
