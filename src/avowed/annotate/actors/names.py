"""Names in a text: of known actors, by pattern, and as the model sees them; one draft a name, the surest reading first."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Slice

from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.kinds import kind_of_name
from avowed.annotate.actors.lexicon import nations, read_table, things
from avowed.annotate.actors.words import KnownNames
from avowed.annotate.page import text_of
from avowed.model.evidence import Span
from avowed.model.vocabulary import ActorKind, Form, MentionType
from avowed.model.world import KnownActors

_TYPES = {
    "PERSON": MentionType.PERSON,
    "ORG": MentionType.ORGANISATION,
    "GPE": MentionType.LOCATION,
    "LOC": MentionType.LOCATION,
    "FAC": MentionType.FACILITY,
    "NORP": MentionType.NATIONALITY,
    "MONEY": MentionType.MONEY,
    "CARDINAL": MentionType.QUANTITY,
    "QUANTITY": MentionType.QUANTITY,
    "PERCENT": MentionType.QUANTITY,
    "LAW": MentionType.DOCUMENT,
    "WORK_OF_ART": MentionType.DOCUMENT,
}
_ARTICLES = frozenset({"the", "a", "an"})
_TRAILING = frozenset({"'s", "’s", "'", "’", ",", ".", "-", "--", ":", ";", '"', "“", "”", "("})


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], MentionType, ActorKind], ...]:
    rows = read_table("actors_patterns")["pattern"]
    return tuple(
        (row["name"], re.compile(row["regex"]), MentionType(row["type"]), ActorKind(row["kind"])) for row in rows
    )


def known_drafts(doc: Doc, text: str, names: KnownNames, known: KnownActors) -> Iterator[Draft]:
    """Names of known actors; the text is the report's own, so that acronyms keep their capitals."""
    for hit in names.find(text):
        key = (hit.strong or hit.weak)[0]
        kind = known.actors[key].kind
        type_ = MentionType.PERSON if kind is ActorKind.PERSON else MentionType.ORGANISATION
        draft = draft_at(doc, hit.span, type_, kind, "known")
        if draft is not None and not _ordinary(doc, draft, hit.strong):
            yield draft.with_(known=hit.strong, weak=hit.weak)


def _ordinary(doc: Doc, draft: Draft, strong: tuple[str, ...]) -> bool:
    """A weak alias that is an ordinary word here: lower case in the parse, or one that opens a sentence."""
    if strong or draft.first != draft.last:
        return False
    token = doc[draft.first]
    return token.is_lower or (bool(token.is_sent_start) and token.is_stop and not token.is_upper)


def pattern_drafts(doc: Doc, text: str) -> Iterator[Draft]:
    """Names that are built like those of groups, agencies, governments and papers."""
    for name, pattern, type_, kind in _patterns():
        for found in pattern.finditer(text):
            group = 1 if pattern.groups else 0
            draft = draft_at(doc, Span(*found.span(group)), type_, kind, name)
            if draft is not None:
                yield draft


def model_drafts(doc: Doc) -> Iterator[Draft]:
    """The names, amounts and papers that the model finds, trimmed to the words that count."""
    for entity in doc.ents:
        type_ = _TYPES.get(entity.label_)
        tokens = _trimmed(entity)
        if type_ is None or not tokens:
            continue
        draft = _of_tokens(doc, tokens, type_, entity.label_)
        if draft is not None:
            yield draft


def _trimmed(entity: Slice) -> list[Token]:
    tokens = list(entity)
    while tokens and (tokens[-1].lower_ in _TRAILING or tokens[-1].is_space):
        tokens.pop()
    while tokens and (tokens[0].lower_ in _ARTICLES or tokens[0].is_space or tokens[0].is_punct):
        tokens.pop(0)
    return tokens


def _of_tokens(doc: Doc, tokens: list[Token], type_: MentionType, label: str) -> Draft | None:
    first, last = tokens[0], tokens[-1]
    text = text_of(doc)[first.idx : last.idx + len(last.text)]
    if "\n" in text.strip() and "\n" in "".join(token.text for token in tokens if token.is_space):
        return None
    if type_ in (MentionType.PERSON, MentionType.ORGANISATION) and not any(char.isupper() for char in text):
        return None
    type_ = _corrected(text, type_, last)
    kind = kind_of_name(text, type_)
    return Draft(first.i, last.i, _head(doc, first.i, last.i), type_, Form.NAME, kind, _span(first, last), rule=label)


def _corrected(text: str, type_: MentionType, last: Token) -> MentionType:
    """Peoples and states by table; the model calls them by many names."""
    lower = text.lower()
    table = nations()
    if lower in table.countries:
        return MentionType.LOCATION
    if lower in table.adjectives or lower in table.people or lower in table.others:
        return MentionType.NATIONALITY
    if type_ is MentionType.ORGANISATION and last.lemma_.lower() in things():
        return things()[last.lemma_.lower()]
    return type_


def draft_at(doc: Doc, span: Span, type_: MentionType, kind: ActorKind, rule: str) -> Draft | None:
    """A draft over the tokens that a span of text touches."""
    part = doc.char_span(span.start, span.end, alignment_mode="expand")
    if part is None or not len(part):
        return None
    last = part.end - 1
    while last > part.start and (doc[last].lower_ in _TRAILING or doc[last].is_space):
        last -= 1
    return Draft(part.start, last, _head(doc, part.start, last), type_, Form.NAME, kind, span, rule=rule)


def _head(doc: Doc, first: int, last: int) -> int:
    """The token that the others in the run hang on; the last one when the parse is of no help."""
    for index in range(last, first - 1, -1):
        token = doc[index]
        if not first <= token.head.i <= last or token.head is token:
            return index
    return last


def _span(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last.text))


def best_names(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts that do not overlap, in order: longer ones first, then those listed first."""
    taken: dict[int, Draft] = {}
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: (one.first - one.last, not one.known)):
        if not any(index in taken for index in range(draft.first, draft.last + 1)):
            kept.append(draft)
            taken.update(dict.fromkeys(range(draft.first, draft.last + 1), draft))
    return sorted(kept, key=lambda one: one.first)
