"""The words of a saying from another source: who quotes, and who is quoted, tell the same."""

from dataclasses import replace

from avowed.annotate.grammar.parties import Parties
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.roles import role_of
from avowed.annotate.sayings.saying import Saying
from avowed.annotate.sayings.sources import source_of, source_span


def told_by(page: Page, parties: Parties, saying: Saying, named: Token) -> Saying:
    """The saying as that of whom this word names; its cue is still the other's."""
    word, mention = source_of(parties, named)
    return replace(
        saying,
        source=mention,
        source_span=source_span(word, mention),
        described=None,
        role=role_of(page, word, mention),
    )
