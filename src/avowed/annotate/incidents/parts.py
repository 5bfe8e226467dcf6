"""Mentions for those who are hurt and for what is hit where no other finder marked them; mentions are only ever added."""

from collections.abc import Iterator

from avowed.annotate.actors.phrases import left_edge
from avowed.annotate.grammar.slots import Grammar
from avowed.annotate.incidents.happenings import with_happenings
from avowed.annotate.incidents.nouns import Nouns, Sort
from avowed.annotate.incidents.tellings import Teller, Telling
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.model.evidence import Mention, Span
from avowed.model.vocabulary import Form, MentionType

_TYPES = {
    Sort.PEOPLE: MentionType.PERSON,
    Sort.BODY: MentionType.ORGANISATION,
    Sort.THING: MentionType.FACILITY,
    Sort.WEAPON: MentionType.WEAPON,
    Sort.PLACE: MentionType.LOCATION,
}


def mark_parts(page: Page) -> Page:
    """The page with a mention for every noun that takes part in an incident."""
    page = with_happenings(page)
    nouns = Nouns(page)
    teller = Teller(nouns, Grammar.kept(page.doc))
    missing = {
        token.i: token
        for telling in teller.tellings()
        for token in participants(telling)
        if nouns.mention(token) is None
    }
    start = len(page.mentions) + 1
    added = (_mention(f"m{number}", missing[at], nouns) for number, at in enumerate(sorted(missing), start))
    return page.with_(mentions=(*page.mentions, *added))


def participants(telling: Telling) -> Iterator[Token]:
    """Every noun that a telling gives a part."""
    yield from telling.doers
    yield from telling.victims
    yield from telling.targets
    yield from telling.means
    yield from telling.parties


def _mention(key: str, token: Token, nouns: Nouns) -> Mention:
    first = token.doc[left_edge(token)]
    head = Span(token.idx, token.idx + len(token.text))
    form = Form.PRONOUN if token.pos_ == "PRON" else Form.NAME if token.pos_ == "PROPN" else Form.NOMINAL
    return Mention(key, Span(first.idx, head.end), _TYPES.get(nouns.sort(token), MentionType.OTHER), head, form)
