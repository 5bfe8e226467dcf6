"""An incident's draft as an assertion: every participant is a mention with its footing, and the quote covers what it rests on."""

from collections.abc import Iterable, Iterator, Sequence

from avowed.annotate.actors.phrases import left_edge
from avowed.annotate.encoder.pieces import one_case
from avowed.annotate.incidents.cues import AUTHORITY
from avowed.annotate.incidents.draft import Draft, Told
from avowed.annotate.incidents.nouns import PEOPLE_OF_STATE, Nouns, Sort
from avowed.annotate.incidents.once import once
from avowed.annotate.incidents.phrases import owners, presumed_owners
from avowed.annotate.incidents.responsibility import Answerable
from avowed.annotate.incidents.stages import tells_stage
from avowed.annotate.incidents.tolls import tolls_of
from avowed.annotate.page import Page, span_of
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.roles import role_of
from avowed.annotate.sayings.saying import Saying, Stance, speakers_of
from avowed.model.evidence import Assertion, IncidentContent, Mention, Participant, Span, Speaker, TimeExpression
from avowed.model.vocabulary import (
    ActorKind,
    Basis,
    Factuality,
    IncidentType,
    ParticipantRole,
    SpeakerRole,
    Stage,
    Voice,
)
from avowed.model.when import UNKNOWN_TIME

R = ParticipantRole
Named = tuple[Answerable, Sequence[Saying]]
PARTIES = frozenset({IncidentType.AGREEMENT, IncidentType.MEETING, IncidentType.EXERCISE})
HEDGING = frozenset({"suspected", "alleged", "presumed", "supposed", "apparent", "purported", "possible"})
AUTHORITIES = frozenset({SpeakerRole.OFFICIAL, SpeakerRole.COURT, SpeakerRole.INTELLIGENCE})
OPEN = frozenset({Basis.REPORTED, Basis.ATTRIBUTED})  # rows that leave open whose word it is
GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.FACTION})
LONGEST_QUOTE = 900


def assertion_of(page: Page, nouns: Nouns, key: str, draft: Draft, named: Sequence[Named]) -> Assertion:
    """The assertion of one incident."""
    first = draft.first
    speakers = _speakers(page, first.line)
    time = _closest(page, draft)
    return Assertion(
        id=key,
        quote=_quote(page, draft),
        content=IncidentContent(
            type=draft.type,
            stage=first.stage,
            trigger=span_of(first.trigger),
            participants=_unique(page, _participants(page, nouns, draft, named)),
            time=time.id if time else None,
            place=draft.place,
            tolls=tolls_of(draft, nouns),
        ),
        negated=first.certainty.negated,
        factuality=first.certainty.factuality,
        hedges=first.certainty.hedges,
        mode=first.certainty.mode,
        voice=Voice.ASSESSED if speakers else Voice.OBSERVED,
        attribution=speakers,
        valid=time.when if time else UNKNOWN_TIME,
        valid_time=time.id if time else None,
        place=draft.place,
        rule=first.telling.row.name,
    )


def _closest(page: Page, draft: Draft) -> TimeExpression | None:
    """The draft's time, or a day within it by which another of its tellings is dated: `since the autumn ... on Oct. 9`."""
    times = {one.id: one for one in page.times}
    time = times.get(draft.time or "")
    if time is None or one_case(page.report.text):
        return time
    others = (times[told.time] for told in draft.tellings if told.time in times)
    return min((time, *(other for other in others if other.when.within(time.when))), key=lambda one: one.when.days)


def _speakers(page: Page, line: Sequence[Saying]) -> tuple[Speaker, ...]:
    return speakers_of(line, page.report.text)


def _participants(page: Page, nouns: Nouns, draft: Draft, named: Sequence[Named]) -> Iterator[Participant]:
    for one, line in named:
        yield from _answering(page, nouns, one, line)
    for told in draft.tellings:
        yield from _told(page, nouns, draft, told)


def _told(page: Page, nouns: Nouns, draft: Draft, told: Told) -> Iterator[Participant]:
    telling = told.telling
    for doer in telling.doers:
        basis, speakers = _footing(page, nouns, told, doer)
        if draft.type in PARTIES or draft.type is IncidentType.CLASH:
            yield from _part(nouns, doer, R.PARTY, basis, speakers)
        else:
            yield from _perpetrators(nouns, doer, basis, speakers)
    for role, tokens in (
        (R.PARTY, telling.parties),
        (R.VICTIM, telling.victims),
        (R.TARGET, telling.targets),
        (R.WEAPON, telling.means),
    ):
        for token in tokens:
            yield from _part(nouns, token, role, Basis.REPORTED, ())


def _answering(page: Page, nouns: Nouns, one: Answerable, line: Sequence[Saying]) -> Iterator[Participant]:
    """Those named as answerable, each on the footing of the words, with who names them."""
    basis = one.row.basis
    speakers = (*_speakers(page, line), *(_speaker(page, nouns, token) for token in one.speakers))
    if basis is Basis.REPORTED and line:
        basis = Basis.ATTRIBUTED
    if basis is Basis.ATTRIBUTED and speakers and _authority(page, speakers[-1]):
        basis = Basis.ACCUSED_BY_AUTHORITIES
    for who in one.who:
        own = _own_word(page, nouns.mention(who), line) if one.row.basis in OPEN else None
        if one.row.role is not None:
            yield from _part(nouns, who, one.row.role, basis, speakers)
        else:
            yield from _perpetrators(nouns, who, own or basis, speakers)


def _own_word(page: Page, who: Mention | None, line: Sequence[Saying]) -> Basis | None:
    """`The front said it was responsible`: who speaks of itself claims the act, or denies it."""
    if not line or not _same(page, who, line[-1].source):
        return None
    return Basis.DENIED if line[-1].stance is Stance.DENIES else Basis.CLAIMED


def _speaker(page: Page, nouns: Nouns, token: Token) -> Speaker:
    mention = nouns.mention(token)
    span = mention.span if mention else span_of(token)
    return Speaker(span.of(page.report.text), span, mention.id if mention else None, role_of(page, token, mention))


def _authority(page: Page, speaker: Speaker) -> bool:
    """Somebody who speaks for a state, by office or because it is one of its bodies."""
    mention = page.mention.get(speaker.mention or "")
    actor = page.actor.get(mention.actor or "") if mention is not None else None
    if actor is not None and actor.kind in PEOPLE_OF_STATE:
        return True
    office = speaker.role in AUTHORITIES and not _of_group(page, speaker)
    return office or bool(AUTHORITY.search(speaker.text))


def _of_group(page: Page, speaker: Speaker) -> bool:
    """Whether the words for a speaker name an armed group as whose spokesman or leader he speaks."""
    token = page.token_at(speaker.span.end - 1) if speaker.span else None
    while token is not None and token.dep_ in ("appos", "compound") and token.head != token:
        token = token.head
    if token is None:
        return False
    whose = {owner.idx for owner in (token, *owners(token))}
    return any(
        (actor := page.actor.get(mention.actor or "")) is not None and actor.kind in GROUPS
        for mention in page.mentions
        if mention.head.start in whose
    )


def _perpetrators(nouns: Nouns, doer: Token, basis: Basis, speakers: tuple[Speaker, ...]) -> Iterator[Participant]:
    """A doer, and behind people the group they are of."""
    if nouns.sort(doer) is Sort.BODY:
        yield from _part(nouns, doer, R.PERPETRATOR_ORGANISATION, basis, speakers)
        return
    yield from _part(nouns, doer, R.PERPETRATOR_INDIVIDUAL, basis, speakers)
    for owner in owners(doer):
        if nouns.sort(owner) is Sort.BODY and nouns.mention(owner) is not None:
            yield from _part(nouns, owner, R.PERPETRATOR_ORGANISATION, basis, speakers)
    for owner in presumed_owners(doer):
        if nouns.sort(owner) is Sort.BODY:
            taken = Basis.SUSPECTED if basis in OPEN else basis
            yield from _part(nouns, owner, R.PERPETRATOR_ORGANISATION, taken, speakers)


def _part(nouns: Nouns, token: Token, role: R, basis: Basis, speakers: tuple[Speaker, ...]) -> Iterator[Participant]:
    mention = nouns.mention(token)
    if mention is not None:
        yield Participant(mention.id, role, basis, speakers)


def _footing(page: Page, nouns: Nouns, told: Told, doer: Token) -> tuple[Basis, tuple[Speaker, ...]]:
    """On whose word a doer is named: its own, a suspicion, an accusation, somebody's account, or the report's."""
    speakers = _speakers(page, told.line)
    if _hedged(doer):
        return Basis.SUSPECTED, speakers
    if not told.line:
        return (Basis.SUSPECTED if _doubted(page, told) else Basis.REPORTED), ()
    saying, own = told.line[-1], _own_word(page, nouns.mention(doer), told.line)
    if own is not None:
        return own, speakers
    if saying.stance is Stance.ACCUSES and _authority(page, speakers[-1]):
        return Basis.ACCUSED_BY_AUTHORITIES, speakers
    if saying.stance is Stance.BELIEVES or told.certainty.factuality in (Factuality.POSSIBLE, Factuality.UNKNOWN):
        return Basis.SUSPECTED, speakers
    return Basis.ATTRIBUTED, speakers


def _doubted(page: Page, told: Told) -> bool:
    """Whether it is doubted who did it: that an attack was only tried or planned is no doubt."""
    if told.stage is Stage.ACCOMPLISHED:
        return told.certainty.factuality is not Factuality.CERTAIN
    trigger = span_of(told.trigger)
    doubts = (hedge for hedge in told.certainty.hedges if hedge != trigger)
    return any(not tells_stage(hedge.of(page.report.text)) for hedge in doubts)


def _hedged(doer: Token) -> bool:
    return any(token.lower_ in HEDGING for token in doer.doc[left_edge(doer) : doer.i]) or any(
        child.lower_ in HEDGING for child in doer.children if child.dep_ == "amod"
    )


def _same(page: Page, doer: Mention | None, source: Mention | None) -> bool:
    if doer is None or source is None or doer.actor is None:
        return False
    return doer.actor == source.actor or page.actor[doer.actor].kind is ActorKind.EITHER_OR


def _unique(page: Page, parts: Iterable[Participant]) -> tuple[Participant, ...]:
    """Each actor once a role and footing, each other mention once a role; the first naming stands."""
    found: dict[tuple[str, R, Basis | None], Participant] = {}
    for part in parts:
        actor = page.mention[part.mention].actor
        key = (actor, part.role, part.basis) if actor else (part.mention, part.role, None)
        found.setdefault(key, part)
    return once(page, tuple(found.values()))


def _quote(page: Page, draft: Draft) -> Span:
    """The sentence of the telling that shows the incident, with neighbouring tellings as far as they fit."""
    whole = _sentence(draft.first)
    for told in sorted(draft.tellings, key=lambda one: abs(one.sentence - draft.first.sentence)):
        wider = whole.union(_sentence(told))
        if wider.end - wider.start <= LONGEST_QUOTE:
            whole = wider
    for hedge in draft.first.certainty.hedges:
        whole = whole.union(hedge)
    words = whole.of(page.report.text)
    start = whole.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _sentence(told: Told) -> Span:
    sentence = told.trigger.sent
    return Span(sentence.start_char, sentence.end_char)
