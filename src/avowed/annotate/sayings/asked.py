"""Who speaks behind a tag of a conversation: whom the words before show as asked, or whose initials or last name it is."""

import re

from avowed.annotate.grammar.clauses import children, is_passive
from avowed.annotate.grammar.tables import word_set
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.cues import roles
from avowed.annotate.sayings.sources import persons
from avowed.model.evidence import Mention, Span
from avowed.model.vocabulary import SpeakerRole

_SPEAKS = word_set("speaks", "sayings_words")
_ASKED = word_set("asks", "sayings_words")
_ASKING = word_set("conversations", "sayings_words")
_GIVES = word_set("gives", "sayings_words")
_WRITES = word_set("writers", "sayings_words")
_INITIALS = re.compile(r"[A-Z](?:\.?[A-Z]){1,2}\.?")
_CERTAIN, _LIKELY = 3, 2


def last_names(page: Page) -> frozenset[str]:
    """Last names, in small letters, of the persons whom a page names in full."""
    words = (one.span.of(page.report.text).split() for one in persons(page))
    return frozenset(parts[-1].lower() for parts in words if len(parts) > 1)


def answerer(page: Page, start: int) -> Mention | None:
    """Whom the answers of a conversation that begins here are: the one person named before, or whom the words show as asked."""
    before = [one for one in persons(page) if one.span.end <= start]
    named = {one.actor for one in before}
    points = {actor: max(_points(page, one) for one in before if one.actor == actor) for actor in named}
    asked = [actor for actor in named if points[actor] >= 0]
    best = max((points[actor] for actor in asked), default=0)
    if len(asked) > 1:
        asked = [actor for actor in asked if points[actor] == best and best > 0]
    return next(one for one in before if one.actor == asked[0]) if len(asked) == 1 else None


def behind_tag(page: Page, tag: Span) -> Mention | None:
    """The person whose initials a tag is, or whose last name: none where two would fit."""
    text = page.report.text
    words = tag.of(text)
    named = [one for one in persons(page) if not one.span.overlaps(tag) and _full(one, text)]
    if _INITIALS.fullmatch(words):
        fits = [one for one in named if _initials(one.span.of(text)).endswith(words.replace(".", ""))]
    else:
        fits = [one for one in named if one.span.of(text).split()[-1].lower() == words.split()[-1].lower()]
    return fits[0] if len({one.actor for one in fits}) == 1 else None


def _full(mention: Mention, text: str) -> bool:
    return " " in mention.span.of(text)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _points(page: Page, mention: Mention) -> int:
    """How much the words around a name show that he is asked; below nothing for who asks."""
    name = page.token_at(mention.head.end - 1)
    if name is None:
        return 0
    if _writes(name):
        return -1
    head = name.head
    if name.dep_ == "appos":
        return 0
    if name.dep_ in ("nsubj", "nsubjpass"):
        return _of_subject(name, head)
    if name.dep_ == "dobj" and head.lemma_ in _ASKED:
        return _CERTAIN
    with_him = name.dep_ == "pobj" and head.lower_ in ("with", "of") and head.head.lower_ in _ASKING
    return _CERTAIN if with_him else 0


def _of_subject(name: Token, verb: Token) -> int:
    if is_passive(verb):
        return _CERTAIN if verb.lemma_ in _ASKED and name.dep_ == "nsubjpass" else 0
    if verb.lemma_ in _ASKED:
        return -1
    given = {child.lemma_.lower() for child in children(verb, "dobj")}
    if verb.lemma_ in _GIVES and given & {"interview", "question", "interviews"}:
        return _CERTAIN
    return _LIKELY if verb.lemma_ in _SPEAKS else 0


def _writes(name: Token) -> bool:
    """True for `reporter X`, `X of the Herald`, `X, a correspondent`."""
    beside = [*children(name, "compound", "nmod", "appos", "amod")]
    if name.dep_ == "appos":
        beside.append(name.head)
    if any(word.lower_ in _WRITES for word in beside):
        return True
    papers = [
        one for prep in children(name, "prep") if prep.lower_ in ("of", "from", "for") for one in children(prep, "pobj")
    ]
    return any(roles().get(word.lower_) is SpeakerRole.JOURNALIST for word in papers)
