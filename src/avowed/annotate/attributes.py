"""Properties of one actor: other names, office, doctrine, base, income and size, each with the words that give it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from avowed.annotate.certainty.judge import judge
from avowed.annotate.grammar.clauses import children, surface_subjects
from avowed.annotate.grammar.parties import Parties
from avowed.annotate.grammar.tables import Row, number, rows, text, words
from avowed.annotate.page import Page, span_of
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.quoting import quote_of
from avowed.annotate.sayings.saying import Saying, innermost, line_of, speakers_of
from avowed.model.evidence import Assertion, AttributeContent, Mention, Span
from avowed.model.vocabulary import ActorKind, AttributeName, Factuality, Form, MentionType, Voice

# A name after `also known as` or in brackets: capitalised words, joined by small particles, at most eight of them.
_NAME = re.compile(
    r"[“\"‘']?(?:the |The )?((?:[A-Z][\w’'.-]*|[A-Z]{2,})(?: (?:(?:al|el|bin|ibn|abu|of|the|and|de|fi|wa|ul)[ -])?"
    r"(?:[A-Z0-9][\w’'.-]*)){0,7})"
)
_ACRONYM = re.compile(r"\s?\((?:or |the )?([A-Z][A-Za-z-]{1,11})\)")
_GAP = re.compile(r"\s*[,(]?\s*(?:who is |which is |is |was |are |is also )?")
_BODIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.FACTION, ActorKind.UMBRELLA, ActorKind.ORGANISATION})


@dataclass(frozen=True, slots=True)
class AttributeRow:
    """One way of giving a property: its form and the words that mark it."""

    name: str
    attribute: AttributeName
    form: str
    words: tuple[str, ...]
    nouns: frozenset[str]
    score: float
    match: str
    miss: str


@dataclass(frozen=True, slots=True)
class _Found:
    row: AttributeRow
    subject: Mention
    value: Span
    word: Token


@cache
def attribute_rows() -> tuple[AttributeRow, ...]:
    """The rows that ship with the package."""
    return tuple(map(_row, rows("opinions_attributes")))


def _row(entry: Row) -> AttributeRow:
    return AttributeRow(
        name=text(entry, "name"),
        attribute=AttributeName(text(entry, "attribute")),
        form=text(entry, "form"),
        words=words(entry, "words"),
        nouns=frozenset(words(entry, "nouns")),
        score=number(entry, "score", 0.7),
        match=text(entry, "match"),
        miss=text(entry, "miss"),
    )


def find_attributes(page: Page, sayings: Sequence[Saying]) -> tuple[Assertion, ...]:
    """Every property that the rows find; the same property of the same actor once, where it is first told."""
    parties = Parties(page)
    kept: dict[tuple[str | None, AttributeName, str], _Found] = {}
    for row in attribute_rows():
        for found in _FORMS[row.form](page, parties, row):
            key = (found.subject.actor, row.attribute, found.value.of(page.report.text).casefold())
            kept.setdefault(key, found)
    ordered = sorted(kept.values(), key=lambda found: (found.value.start, found.row.name))
    return tuple(_assertion(page, sayings, found, number_) for number_, found in enumerate(ordered, start=1))


def _assertion(page: Page, sayings: Sequence[Saying], found: _Found, place: int) -> Assertion:
    line = tuple(sayings[index] for index in line_of(sayings, innermost(sayings, found.word.idx)))
    certainty = judge(found.word, line, clause=found.row.form not in ("after", "brackets"))
    speakers = speakers_of(line, page.report.text)
    named = next((mention for mention in page.mentions if mention.span == found.value), None)
    plain = not line and certainty.factuality is Factuality.CERTAIN
    return Assertion(
        id=f"b{place}",
        quote=quote_of(page, found.word, (found.subject.span, found.value, *(one.span for one in speakers))),
        content=AttributeContent(found.subject.id, found.row.attribute, found.value, named.id if named else None),
        negated=certainty.negated,
        factuality=certainty.factuality,
        hedges=certainty.hedges,
        mode=certainty.mode,
        voice=Voice.OBSERVED if plain else Voice.ASSESSED,
        attribution=speakers,
        score=found.row.score,
        rule=found.row.name,
    )


def _named(page: Page) -> Iterator[Mention]:
    yield from (mention for mention in page.mentions if mention.actor is not None and mention.form is Form.NAME)


def _after(page: Page, _parties: Parties, row: AttributeRow) -> Iterator[_Found]:
    """`X, also known as Y`: the marking words stand right behind the name of the actor."""
    written = page.report.text
    for mention in _named(page):
        gap = _GAP.match(written, mention.span.end)
        start = gap.end() if gap else mention.span.end
        for phrase in sorted(row.words, key=len, reverse=True):
            if written[start : start + len(phrase) + 1].lower() == f"{phrase} ":
                name = _NAME.match(written, start + len(phrase) + 1)
                word = page.token_at(start)
                if name and word is not None:
                    yield _Found(row, mention, _trimmed(name), word)
                break


def _trimmed(name: re.Match[str]) -> Span:
    return Span(name.start(1), name.start(1) + len(name.group(1).rstrip(".'’,")))


def _brackets(page: Page, _parties: Parties, row: AttributeRow) -> Iterator[_Found]:
    """`Full Name (FN)`: capitals in brackets that begin with a letter the name has."""
    written = page.report.text
    for mention in _named(page):
        found = _ACRONYM.match(written, mention.span.end)
        if found is None or page.actor[mention.actor or ""].kind is ActorKind.PERSON:
            continue
        letters = [part[0].upper() for part in re.split(r"[\s-]+", mention.span.of(written)) if part]
        capitals = [letter for letter in found.group(1) if letter.isupper()]
        word = page.token_at(found.start(1))
        if (
            len(capitals) > 1
            and sum(letter in letters for letter in capitals) >= len(capitals) - 1
            and word is not None
        ):
            yield _Found(row, mention, Span(*found.span(1)), word)


def _place(page: Page, parties: Parties, row: AttributeRow) -> Iterator[_Found]:
    """`X is based in PLACE`: the place is a mention of a location right behind the marking words."""
    written = page.report.text.lower()
    for phrase in row.words:
        for match in re.finditer(rf"\b{re.escape(phrase)} ", written):
            word = page.token_at(match.start())
            place = _location_at(page, match.end())
            if word is None or place is None:
                continue
            for subject in parties.of_all(_bearers(word))[:1]:
                if page.actor[subject.actor or ""].kind in _BODIES:
                    yield _Found(row, subject, place.span, word)


def _location_at(page: Page, offset: int) -> Mention | None:
    near = (MentionType.LOCATION, MentionType.FACILITY)
    found = [m for m in page.mentions if m.type in near and offset <= m.span.start <= offset + 30]
    between = [m for m in found if "." not in page.report.text[offset : m.span.start]]
    return max(between, key=lambda m: (-m.span.start, m.span.end), default=None)


def _bearers(word: Token) -> tuple[Token, ...]:
    """Whom a participle, verb or noun of place is said of."""
    if word.pos_ == "NOUN":
        owners = children(word, "poss")
        return owners or surface_subjects(word.head)
    return surface_subjects(word) or ((word.head,) if word.dep_ in ("acl", "amod") else ())


def _adjective(page: Page, parties: Parties, row: AttributeRow) -> Iterator[_Found]:
    """`X is a Maoist group`, `X, a Maoist group`: a doctrine before the noun that describes a body."""
    doctrines = {word.lower() for word in row.words}
    for token in page.doc:
        if token.lower_ not in doctrines or token.dep_ not in ("amod", "compound", "nmod", "conj"):
            continue
        noun = token.head if token.dep_ != "conj" else token.head.head
        if noun.dep_ not in ("attr", "appos") or noun.lemma_.lower() not in parties.people | {
            "organization",
            "network",
            "movement",
        }:
            continue
        subjects = surface_subjects(noun.head) if noun.dep_ == "attr" else (noun.head,)
        for subject in parties.of_all(subjects, lists=False)[:1]:
            if page.actor[subject.actor or ""].kind in _BODIES:
                yield _Found(row, subject, span_of(token), token)


def _object(page: Page, parties: Parties, row: AttributeRow) -> Iterator[_Found]:
    """`X funds itself through extortion`: a way of earning under a verb of earning."""
    verbs = frozenset(row.words)
    for token in page.doc:
        if token.lemma_.lower() not in row.nouns or token.pos_ not in ("NOUN", "PROPN"):
            continue
        verb = next((above for above in token.ancestors if above.pos_ == "VERB"), None)
        if verb is None or verb.lemma_ not in verbs or token.dep_ not in ("pobj", "conj", "dobj", "pcomp"):
            continue
        for subject in parties.of_all(surface_subjects(verb))[:1]:
            left = min((part for part in children(token, "compound", "amod")), key=lambda part: part.i, default=token)
            yield _Found(row, subject, Span(left.idx, token.idx + len(token.text)), token)


def _number(page: Page, parties: Parties, row: AttributeRow) -> Iterator[_Found]:
    """`X has some 3,000 fighters`: a count of its own people as what a body has, numbers or fields."""
    for token in page.doc:
        if token.lemma_.lower() not in row.words or not children(token, "nummod"):
            continue
        verb = token.head if token.dep_ in ("dobj", "pobj") else None
        if verb is not None and verb.pos_ == "ADP":
            verb = verb.head
        if verb is None or verb.lemma_ not in (
            "have",
            "number",
            "field",
            "command",
            "comprise",
            "boast",
            "consist",
            "muster",
        ):
            continue
        for subject in parties.of_all(surface_subjects(verb))[:1]:
            first = min(
                (part for part in token.subtree if part.i <= token.i and part.dep_ != "det"), key=lambda part: part.i
            )
            if page.actor[subject.actor or ""].kind is not ActorKind.PERSON:
                yield _Found(row, subject, Span(first.idx, token.idx + len(token.text)), token)


_Form = Callable[[Page, Parties, AttributeRow], Iterator[_Found]]
_FORMS: Mapping[str, _Form] = {
    "after": _after,
    "brackets": _brackets,
    "place": _place,
    "adjective": _adjective,
    "object": _object,
    "number": _number,
}
