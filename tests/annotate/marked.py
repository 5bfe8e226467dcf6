"""Pages from sentences in which actors are marked: `<The Karsh Front> attacked <the army>`; equal words are one actor."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Doc
from avowed.annotate.parsing.parser import Parser
from avowed.model.evidence import LocalActor, Mention, Report, Span
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind, Form, MentionType

_MARK = re.compile(r"<([^<>]+)>")
_AT_ONCE = 16
_BESIDE: dict[str, list[str]] = {}  # a text that will be asked for, and those that are parsed with it
_READ: dict[str, Doc] = {}
_PEOPLE = ("Omar Belo", "Idris Belo", "Sana Idris")
_PRONOUNS = frozenset(["he", "she", "it", "they", "we", "i", "his", "her", "its", "their", "our", "us", "them", "him"])


@cache
def parser() -> Parser:
    """The parser, loaded once for all tests."""
    return Parser.load()


def marked_page(marked: str, kinds: Mapping[str, str] | None = None) -> Page:
    """The page of a marked text, its mentions m1, m2 ... in order; `kinds` tells what an actor is where words do not."""
    text, spans = unmarked(marked)
    doc = _parsed(text)
    actors: dict[str, LocalActor] = {}
    mentions = []
    for number, span in enumerate(spans, start=1):
        words = span.of(text)
        key = fold(words)
        kind = ActorKind((kinds or {}).get(words, _kind(words)))
        actors.setdefault(key, LocalActor(f"a{len(actors) + 1}", words, kind))
        person = kind is ActorKind.PERSON
        mentions.append(
            Mention(
                id=f"m{number}",
                span=span,
                type=MentionType.PERSON if person else MentionType.ORGANISATION,
                head=Span(span.end - len(words.split()[-1]), span.end),
                form=_form(words),
                actor=actors[key].id,
            )
        )
    report = Report(id="test", source="test", text=text)
    return Page(report, doc, tuple(mentions), tuple(actors.values()))


def asked_in_order(marked: Iterable[str]) -> None:
    """Sentences that tests ask for one after the other: they are parsed some at a time, at half the cost."""
    texts = list(dict.fromkeys(unmarked(one)[0] for one in marked))
    for at in range(0, len(texts), _AT_ONCE):
        some = texts[at : at + _AT_ONCE]
        _BESIDE.update(dict.fromkeys(some, some))


def _parsed(text: str) -> Doc:
    """A parse that nobody else holds."""
    if text not in _READ:
        some = _BESIDE.pop(text, [text])
        _READ.update(zip(some, parser().parse(some), strict=True))
        for one in some:
            _BESIDE.pop(one, None)
    return _READ.pop(text)


def unmarked(marked: str) -> tuple[str, list[Span]]:
    """The text without its marks, and where the marked words then stand."""
    text, spans, at = "", list[Span](), 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        spans.append(Span(len(text), len(text) + len(match.group(1))))
        text += match.group(1)
        at = match.end()
    return text + marked[at:], spans


def _kind(words: str) -> str:
    if words in _PEOPLE:
        return "person"
    for word, kind in (("government", "government"), ("police", "state_agency"), ("Army", "state_agency")):
        if word in words:
            return kind
    return "community" if words.islower() else "armed_group"


def _form(words: str) -> Form:
    if words.lower() in _PRONOUNS:
        return Form.PRONOUN
    plain = words.removeprefix("the ").removeprefix("The ")
    return Form.NAME if plain[:1].isupper() else Form.NOMINAL
