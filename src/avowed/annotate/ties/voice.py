"""Who vouches for a tie: a party of it, the report that saw it, or a third party that judges."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from avowed.annotate.certainty.judge import Certainty
from avowed.annotate.page import Page
from avowed.annotate.sayings.first_person import PLURAL, SINGULAR
from avowed.annotate.sayings.saying import Saying
from avowed.annotate.ties.match import Draft
from avowed.model.evidence import Speaker
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind, CueTone, Dimension, Factuality, SpeakerRole, Voice

STRUCTURE = frozenset({Dimension.COMMAND, Dimension.MEMBERSHIP, Dimension.KINSHIP, Dimension.ORIGIN})
_OFFICES = frozenset({Dimension.COMMAND, Dimension.MEMBERSHIP})
_BODIES = frozenset(ActorKind) - {ActorKind.PERSON, ActorKind.COMMUNITY}
_CAPTURES = frozenset({"arrests", "arrest_of", "own_arrest", "in_custody_of"})
FARTHEST = 3  # steps from a spokesman over his ministry to his government


def representatives(page: Page, drafts: Iterable[Draft]) -> Mapping[str, frozenset[str]]:
    """Actor -> those it speaks for: what it heads or belongs to, and what that in turn belongs to."""
    direct: dict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        office = draft.row.dimension in _OFFICES and draft.row.role and draft.subject.actor and draft.object.actor
        if office and page.actor[draft.object.actor or ""].kind in _BODIES:
            direct[draft.subject.actor or ""].add(draft.object.actor or "")
    return {actor: _reached(actor, direct) for actor in direct}


def _reached(actor: str, direct: Mapping[str, set[str]]) -> frozenset[str]:
    found, edge = {actor}, {actor}
    for _ in range(FARTHEST):
        edge = {above for one in edge for above in direct.get(one, ())} - found
        found |= edge
    return frozenset(found)


def captives(found: Iterable[Draft]) -> frozenset[str]:
    """Actors whose arrest or capture the report tells."""
    return frozenset(draft.object.actor for draft in found if draft.row.name in _CAPTURES and draft.object.actor)


def with_captives(sayings: Sequence[Saying], held: frozenset[str]) -> tuple[Saying, ...]:
    """The sayings with the role of detainee given to speakers who are held."""
    return tuple(
        replace(saying, role=SpeakerRole.DETAINEE) if saying.source and saying.source.actor in held else saying
        for saying in sayings
    )


def voice_of(
    page: Page,
    draft: Draft,
    line: Sequence[Saying],
    speaks_for: Mapping[str, frozenset[str]],
    certainty: Certainty,
    clause: bool,
) -> Voice:
    """Stated by a party or its mouthpiece, assessed by others or nobody in particular, observed by the report itself."""
    if draft.row.speaks or _first_person(page, draft):
        return Voice.STATED
    if not clause and draft.row.dimension in STRUCTURE and certainty.factuality is Factuality.CERTAIN:
        return Voice.OBSERVED
    parties = {draft.subject.actor, draft.object.actor}
    if not line:
        if _publishes(page, parties):
            return Voice.STATED
        return Voice.OBSERVED if certainty.factuality is Factuality.CERTAIN else Voice.ASSESSED
    source = line[-1].source
    if source is None or source.actor is None:
        return Voice.ASSESSED
    spoken_for = _spoken_for(line[-1], speaks_for)
    return Voice.STATED if parties & spoken_for else Voice.ASSESSED


def _spoken_for(saying: Saying, speaks_for: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Whom a speaker speaks for: a captive only for itself."""
    source = saying.source
    if source is None or source.actor is None:
        return frozenset()
    own = frozenset({source.actor})
    return own if saying.role is SpeakerRole.DETAINEE else speaks_for.get(source.actor, own)


def _first_person(page: Page, draft: Draft) -> bool:
    words = (draft.subject.span.of(page.report.text).lower(), draft.object.span.of(page.report.text).lower())
    return any(word in SINGULAR or word in PLURAL for word in words)


def _publishes(page: Page, parties: Iterable[str | None]) -> bool:
    """True when a party itself publishes the report: its own press release."""
    publisher = fold(page.report.publisher)
    names = {fold(name) for actor in parties if actor for name in (page.actor[actor].name, *page.actor[actor].aliases)}
    return bool(publisher) and publisher in names


def attribution_of(
    page: Page, draft: Draft, line: Sequence[Saying], speaks_for: Mapping[str, frozenset[str]]
) -> tuple[Speaker, ...]:
    """The chain of speakers with their roles seen from this tie; who praises or accuses is the innermost."""
    text = page.report.text
    speakers = tuple(_seen_from(draft, saying, saying.speaker(text), speaks_for) for saying in line)
    if not draft.row.speaks:
        return speakers
    subject = draft.subject
    if line and line[-1].source is not None and line[-1].source.actor == subject.actor:
        return speakers
    own = Speaker(subject.span.of(text), subject.span, subject.id, SpeakerRole.SELF, None, CueTone.NEUTRAL)
    return (*speakers, own)


def _seen_from(draft: Draft, saying: Saying, speaker: Speaker, speaks_for: Mapping[str, frozenset[str]]) -> Speaker:
    if saying.source is None or saying.source.actor is None:
        return speaker
    spoken_for = _spoken_for(saying, speaks_for)
    if draft.subject.actor in spoken_for:
        return replace(speaker, role=SpeakerRole.SELF)
    if draft.object.actor in spoken_for:
        return replace(speaker, role=SpeakerRole.COUNTERPARTY)
    return replace(speaker, role=SpeakerRole.OFFICIAL) if speaker.role is SpeakerRole.SELF else speaker
