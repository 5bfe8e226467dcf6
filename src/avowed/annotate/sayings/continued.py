"""Who goes on speaking: the `he` or `it` of `X said ... He said ...`, where nothing else shows whom it means."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from avowed.annotate.actors.pronouns import MALE
from avowed.annotate.actors.sex import is_female
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.saying import Saying
from avowed.model.vocabulary import ActorKind, Form, SpeakerRole

_PERSONAL = frozenset({"he", "she"})
_PAPERS = frozenset({SpeakerRole.DOCUMENT, SpeakerRole.JOURNALIST})


def going_on(page: Page, said: Sequence[Saying]) -> list[Saying]:
    """The sayings, each that a pronoun tells with the speaker of the saying right before it, where it has none of its own."""
    settled = list(said)
    order = sorted((one.cue.start, at) for at, one in enumerate(said) if one.cue is not None and one.reported)
    for (_, before), (_, at) in pairwise(order):
        settled[at] = _gone_on(page, settled[before], settled[at])
    return settled


def _gone_on(page: Page, before: Saying, saying: Saying) -> Saying:
    word = _pronoun(page, saying)
    if word is None or before.cue is None:
        return saying
    last = page.token_at(max(before.cue.end, before.contents[-1].end) - 1)
    if last is None:
        return saying
    unknown = saying.source is None or saying.source.actor is None
    near = last.sent == word.sent or last.sent.end == word.sent.start
    if word.lower_ in _PERSONAL and unknown and near and _may_be(page, before, word):
        return replace(saying, source=before.source, role=before.role)
    cue = page.token_at(before.cue.start)
    if word.lower_ == "it" and cue is not None and cue.sent == word.sent and before.role in _PAPERS:
        return replace(saying, source=before.source, role=before.role)
    return saying


def _may_be(page: Page, before: Saying, word: Token) -> bool:
    """Whether `he` or `she` may stand for who spoke before: a person who is not known to be of the other sex."""
    actor = page.actor.get(before.source.actor or "") if before.source is not None else None
    if actor is None or actor.kind is not ActorKind.PERSON:
        return False
    names = (one.span.of(page.report.text) for one in page.mentions if one.actor == actor.id and one.form is Form.NAME)
    female = {is_female({part.strip(".") for part in name.lower().split()}) for name in names}
    contrary = word.lower_ in MALE
    return contrary not in female


def _pronoun(page: Page, saying: Saying) -> Token | None:
    """The `he`, `she` or `it` that a saying names as its speaker, as the subject of its cue."""
    word = page.token_at(saying.source_span.start) if saying.source_span is not None else None
    return word if word is not None and word.lower_ in _PERSONAL | {"it"} and word.dep_ == "nsubj" else None
