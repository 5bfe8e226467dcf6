"""Who vouches for a tie: a party of it, the report that saw it, or a third party that judges."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from avowed.annotate.certainty.judge import Certainty
from avowed.annotate.grammar.clauses import VERBAL, is_passive, surface_subjects
from avowed.annotate.grammar.parties import Parties
from avowed.annotate.page import Page
from avowed.annotate.sayings.first_person import PLURAL, SINGULAR
from avowed.annotate.sayings.saying import Manner, Saying, Stance
from avowed.annotate.ties.homes import Homes, coalitions
from avowed.annotate.ties.match import Draft
from avowed.annotate.ties.mouthpieces import mouthpieces
from avowed.annotate.ties.sides import on_side_of, own_people
from avowed.model.evidence import Mention, Speaker
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind, CueTone, Dimension, Factuality, Mode, SpeakerRole, Voice

STRUCTURE = frozenset({Dimension.COMMAND, Dimension.MEMBERSHIP, Dimension.KINSHIP, Dimension.ORIGIN})
_OFFICES = frozenset({Dimension.COMMAND, Dimension.MEMBERSHIP})
_BODIES = frozenset(ActorKind) - {ActorKind.PERSON, ActorKind.COMMUNITY}
_DECLARES = frozenset(
    {
        "vow",
        "pledge",
        "threaten",
        "promise",
        "swear",
        "call",
        "urge",
        "encourage",
        "incite",
        "exhort",
        "demand",
        "offer",
    }
    | {"announce", "admit", "confess", "plead", "claim", "declare", "advocate", "warn", "reiterate", "reaffirm"}
)
_TRIED = frozenset({"tried", "attempted", "attempt", "sought", "attempts", "bid", "trying", "try", "seek", "strove"})
_HIGHEST = 5  # words above a trigger
_CONDUCT = frozenset({Dimension.CLASH, Dimension.ACCORD, Dimension.JOINT_OPERATION})
_DEEDS = frozenset({Dimension.ATTACK, Dimension.COERCION, Dimension.CLASH})
_OWNS_UP = frozenset({"claim", "take", "assume", "accept", "admit", "acknowledge"})
_CAPTURES = frozenset({"arrests", "arrest_of", "own_arrest", "in_custody_of"})
FARTHEST = 3  # steps from a spokesman over his ministry to his government


def representatives(page: Page, drafts: Iterable[Draft]) -> Mapping[str, frozenset[str]]:
    """Actor -> those it speaks for: what it heads or belongs to, and what that in turn belongs to."""
    direct: dict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        office = draft.row.dimension in _OFFICES and draft.row.role and draft.subject.actor and draft.object.actor
        if office and page.actor[draft.object.actor or ""].kind in _BODIES:
            direct[draft.subject.actor or ""].add(draft.object.actor or "")
    for mouth, body in mouthpieces(page):
        direct[mouth].add(body)
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


@dataclass(frozen=True)
class Mouths:
    """For whom the speakers of one page speak: themselves, bodies they head or belong to, their country, its coalition."""

    page: Page
    speaks_for: Mapping[str, frozenset[str]]
    homes: Homes
    parties: Parties

    def speaks(self, saying: Saying, parties: Iterable[str | None]) -> bool:
        """True when the speaker of a saying is one of the parties, or speaks for one."""
        parties = tuple(parties)
        if saying.role is not SpeakerRole.DETAINEE and any(on_side_of(self.page, saying, one) for one in parties):
            return True
        own = _spoken_for(saying, self.speaks_for)
        if not own:
            return False
        source = saying.source.actor if saying.source else None
        if any(party in own or source in self.speaks_for.get(party or "", ()) for party in parties):
            return True
        if saying.role is SpeakerRole.DETAINEE:
            return False
        return any(self._same_home(source, party) for party in parties)

    def release_of(self, parties: Iterable[str | None]) -> bool:
        """True when the report is a release in the first person of the country that one of the parties is or serves."""
        home = self.homes.of_report
        return home is not None and any(self._at_home(home, party) for party in parties)

    def _same_home(self, source: str | None, party: str | None) -> bool:
        home = self.homes.of(source)
        return home is not None and self._at_home(home, party)

    def _at_home(self, home: str, party: str | None) -> bool:
        return self.homes.of(party) == home or (home in coalitions()[1] and self.homes.joined(party))


def voice_of(
    page: Page,
    draft: Draft,
    line: Sequence[Saying],
    mouths: Mouths,
    certainty: Certainty,
    clause: bool,
) -> Voice:
    """Stated by a party or its mouthpiece, assessed by others or nobody in particular, observed by the report itself."""
    own = _declared(draft, mouths.parties) or _owned_up(draft, mouths.parties)
    if draft.row.speaks or _first_person(page, draft) or own:
        return Voice.STATED
    if not clause and draft.row.dimension in STRUCTURE and certainty.factuality is Factuality.CERTAIN:
        return Voice.OBSERVED
    parties = {draft.subject.actor, draft.object.actor}
    if not line:
        if _publishes(page, parties) or mouths.release_of(parties):
            return Voice.STATED
        sure = certainty.factuality is Factuality.CERTAIN or _only_attempted(page, certainty)
        return Voice.OBSERVED if sure else Voice.ASSESSED
    if line[-1].source is not None and (
        mouths.speaks(line[-1], parties) or any(_of_own(page, line[-1], one) for one in (draft.subject, draft.object))
    ):
        return Voice.STATED
    return Voice.OBSERVED if _told_as_seen(draft, line[-1], certainty) else Voice.ASSESSED


def _declared(draft: Draft, parties: Parties) -> bool:
    """True where a party itself vows, calls for, offers or owns up to what is told: `the group called for attacks on X`."""
    if draft.row.dimension in STRUCTURE | {Dimension.ALLEGIANCE}:
        return False
    wanted = {draft.subject.actor, draft.object.actor}
    word = draft.trigger
    for _ in range(_HIGHEST):
        if word.head == word or word.dep_ in ("relcl", "advcl", "conj", "nsubj", "nsubjpass"):
            return False
        word = word.head
        if word.lemma_.lower() in _DECLARES and word.pos_ in VERBAL and not is_passive(word):
            speakers = parties.of_all(surface_subjects(word))
            return any(speaker.actor in wanted for speaker in speakers)
    return False


def _owned_up(draft: Draft, parties: Parties) -> bool:
    """True for a deed told under a party's own claim: `X claimed responsibility for the bombing that killed Y`."""
    if draft.row.dimension not in _DEEDS:
        return False
    for word in draft.trigger.ancestors:
        owned = any(child.lemma_.lower() in ("responsibility", "credit") for child in word.children)
        if word.lemma_.lower() in _OWNS_UP and owned and not is_passive(word):
            claimers = {one.actor for one in parties.of_all(surface_subjects(word))}
            return draft.subject.actor in claimers and not any(child.dep_ == "neg" for child in word.children)
    return False


def _only_attempted(page: Page, certainty: Certainty) -> bool:
    """True where all that lowers the certainty is that the deed was tried: the trying is plain fact."""
    words = {hedge.of(page.report.text).lower() for hedge in certainty.hedges}
    return bool(words) and words <= _TRIED and certainty.mode is Mode.ACTUAL


def _told_as_seen(draft: Draft, saying: Saying, certainty: Certainty) -> bool:
    """A fight between two that a third, named and not doubting, tells as plain fact is conduct, not judgement.

    So is any deed that a witness tells.
    """
    plain = certainty.factuality is Factuality.CERTAIN and certainty.mode is Mode.ACTUAL and not certainty.negated
    named = saying.source is not None and saying.source.actor is not None
    told = saying.stance is Stance.ASSERTS and saying.tone is CueTone.NEUTRAL
    seen = saying.role is SpeakerRole.WITNESS and draft.row.dimension in _DEEDS
    return plain and told and (seen or (named and draft.row.dimension in _CONDUCT))


def _spoken_for(saying: Saying, speaks_for: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Whom a speaker speaks for: a captive only for itself."""
    source = saying.source
    if source is None or source.actor is None:
        return frozenset()
    own = frozenset({source.actor})
    return own if saying.role is SpeakerRole.DETAINEE else speaks_for.get(source.actor, own)


def _first_person(page: Page, draft: Draft) -> bool:
    return _first_named(page, draft) is not None


def _of_own(page: Page, saying: Saying, mention: Mention) -> bool:
    """`our soldiers` between a speaker's own quotation marks: outside them they are the writer's."""
    return saying.holds(mention.span.start) and saying.manner is Manner.DIRECT and own_people(page, mention)


def _publishes(page: Page, parties: Iterable[str | None]) -> bool:
    """True when a party itself publishes the report: its own press release."""
    publisher = fold(page.report.publisher)
    names = {fold(name) for actor in parties if actor for name in (page.actor[actor].name, *page.actor[actor].aliases)}
    return bool(publisher) and publisher in names


def attribution_of(
    page: Page,
    draft: Draft,
    line: Sequence[Saying],
    speaks_for: Mapping[str, frozenset[str]],
    sayings: Sequence[Saying] = (),
) -> tuple[Speaker, ...]:
    """The chain of speakers with their roles seen from this tie; who praises or accuses is the innermost."""
    text = page.report.text
    speakers = tuple(
        link
        for saying in line
        for link in (*saying.speakers(text)[:-1], _seen_from(page, draft, saying, saying.speaker(text), speaks_for))
    )
    own_words = draft.subject if draft.row.speaks else None if line else _first_named(page, draft)
    if own_words is None:
        return speakers
    subject = own_words
    if line and line[-1].source is not None and line[-1].source.actor == subject.actor:
        return speakers
    own = Speaker(subject.span.of(text), subject.span, subject.id, SpeakerRole.SELF, None, CueTone.NEUTRAL)
    marked = next((one for one in sayings if _at_trigger(one, draft) and one not in line), None)
    told = replace(marked.speaker(text), role=SpeakerRole.SELF) if marked else own
    return (*speakers, told)


def _at_trigger(saying: Saying, draft: Draft) -> bool:
    """True for the saying whose cue is the trigger itself and whose source is the subject."""
    cue = saying.phrase or saying.cue
    same = saying.source is not None and saying.source.actor == draft.subject.actor
    return same and cue is not None and cue.start <= draft.trigger.idx < cue.end


def _first_named(page: Page, draft: Draft) -> Mention | None:
    """The party that the report itself calls `we` or `I`: its own writer speaks."""
    text = page.report.text
    parties = (draft.subject, draft.object)
    words = ((one, one.span.of(text)) for one in parties)
    return next((one for one, word in words if word.lower() in SINGULAR | PLURAL and word != "US"), None)


def _seen_from(
    page: Page, draft: Draft, saying: Saying, speaker: Speaker, speaks_for: Mapping[str, frozenset[str]]
) -> Speaker:
    if saying.source is None or saying.source.actor is None:
        return speaker
    spoken_for = _spoken_for(saying, speaks_for)
    if draft.subject.actor in spoken_for or _of_own(page, saying, draft.subject):
        return replace(speaker, role=SpeakerRole.SELF)
    if draft.object.actor in spoken_for or _of_own(page, saying, draft.object):
        return replace(speaker, role=SpeakerRole.COUNTERPARTY)
    return replace(speaker, role=SpeakerRole.OFFICIAL) if speaker.role is SpeakerRole.SELF else speaker
