"""Setting lines beside lines: who did it, who does what, what contradicts, what changed since a day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from avowed.assess.changes import change, ranked
from avowed.assess.contradictions import clashing, told_of
from avowed.assess.disagreements import Case as Disagreement
from avowed.assess.disagreements import listed
from avowed.assess.hypotheses import Rated, Supposed, Told, matrix
from avowed.assess.identities import Alias, on_names
from avowed.assess.labour import labour
from avowed.assess.weigh import weights
from avowed.errors import UsageError
from avowed.model.contrasts import Changes, Contradiction
from avowed.model.decisions import Decision, Verdict, in_force
from avowed.model.evidence import AttributeContent
from avowed.model.findings import Line, Tie
from avowed.model.hypotheses import Labour, Matrix
from avowed.model.vocabulary import AttributeName, Kind
from avowed.model.world import Incident
from avowed.settings import Settings
from avowed.store import Store, derive, find
from avowed.store.around import outlines_on, ties_at, ties_on
from avowed.store.sayings import said
from avowed.store.since import disputed, new_actors, new_incidents, new_reports, touched
from avowed.store.write import decisions
from avowed.walk import tellings
from avowed.walk.enquiry import actor_called, incidents_known, known_by, names_of

_PAIRS = 60  # relations whose lines are weighed one by one; the others are counted
_DISPUTED = 300
_NAMING = (AttributeName.ALIAS, AttributeName.FORMER_NAME)
_NEAR = 3000  # characters: the same part of a report
_GAINS = frozenset({"gains", "winner"})


def incident_called(store: Store, key: str) -> Incident:
    """The incident with this key, or with a line of this key; UsageError where there is none."""
    found = derive.incident(store, key)
    if found is None:
        raise UsageError(f"No incident has the key {key!r}. `avowed incidents` prints the key of each in brackets.")
    return found


def who(store: Store, key: str, settings: Settings, known_on: date | None = None) -> Matrix:
    """The hypotheses on an incident against its evidence, with what persons added."""
    incident = incident_called(store, key)
    log = in_force(decisions(store))
    supposed = tuple(_supposed(store, log, incident))
    rated = tuple(_rated(log, incident, {one.words.casefold(): one.key for one in supposed}, store))
    held = find.lines(store, list(dict.fromkeys((*incident.assertions, *(one.line for one in rated)))))
    lines = {key: line for key, line in held.items() if known_by(line, known_on)}
    judged = find.lines_of_kind(store, [Kind.JUDGEMENT], _named(incident)) if _named(incident) else ()
    gains = [line for line, _ in judged if line.rule in _GAINS and _beside(line, held.values())]
    told = Told(
        incident=incident,
        headline=_headline(incident),
        lines=lines,
        names=names_of(store),
        gains=tuple(line for line in gains if known_by(line, known_on)),
        supposed=supposed,
        rated=rated,
    )
    return matrix(told, settings, find.grades(store))


def _beside(line: Line, told: Iterable[Line]) -> bool:
    """Whether a judgement stands near enough to a line that tells of the incident to be about it."""
    same = (one for one in told if one.source.report == line.source.report)
    return any(one.start - _NEAR <= line.start <= one.end + _NEAR for one in same)


def division(store: Store, names: Sequence[str], known_on: date | None = None) -> Labour:
    """Who does what for whom among some actors and their parts; for one actor, towards anybody."""
    actors = [actor_called(store, name) for name in names]
    of = {actor.key: find.parts_of(store, actor.key) for actor in actors}
    own = {part for parts in of.values() for part in parts}
    keys = sorted(own)
    held = find.ties_of(store, keys) if len(of) == 1 else find.ties_between(store, keys, keys)
    ties = [tie for tie in held if known_by(tie.line, known_on)]
    incidents = derive.incidents_of(store, sorted(own))
    lines = find.lines(store, [told.assertion for one in incidents for told in one.responsibility])
    known = {key: line for key, line in lines.items() if known_by(line, known_on)}
    return labour(of, ties, [_told_by(one, known) for one in incidents], known, names_of(store))


def contradictions(store: Store, names: Sequence[str] = (), known_on: date | None = None) -> tuple[Contradiction, ...]:
    """Lines that cannot all hold: on ties, incidents and names; only of the actors that are named, where any is."""
    keys = tuple(part for name in names for part in find.parts_of(store, actor_called(store, name).key))
    shown = names_of(store)
    pairs = list(clashing(outlines_on(store, disputed(store, keys, _DISPUTED), known_on)))
    ties = ties_at(store, (one.row for pair in pairs for one in pair))
    told = (
        *told_of(pairs, ties, shown),
        *listed(_tellings(store, keys, known_on)),
        *on_names(_aliases(store, keys), shown),
    )
    return tuple(one for one in told if known_by(one.left, known_on) and known_by(one.right, known_on))


def changes(store: Store, since: date, settings: Settings, as_of: date, known_on: date | None = None) -> Changes:
    """What was published after a day: relations that are new, reversed, stronger or weaker, and what else is new."""
    until = known_on or as_of
    reports = new_reports(store, since, until)
    looked_at, every = touched(store, since, until, _PAIRS)
    ties = ties_on(store, looked_at, until)
    weighed = weights(ties, settings, find.grades(store), as_of)
    found = [change(pair, *_split(ties, pair, since), weighed) for pair in looked_at]
    names = names_of(store)
    relations = ranked((one for one in found if one), names)
    wanted = {key for one in relations for key in one.lines}
    log = in_force(decisions(store))
    return Changes(
        since=since,
        reports=len(reports),
        relations=tuple(relations),
        incidents=new_incidents(store, since, until),
        actors=new_actors(store, since, until),
        decisions=tuple(one.number for one in log if one.at[:10] > since.isoformat()),
        lines={tie.line.key: tie.line for tie in ties if tie.line.key in wanted},
        names=names,
        more=max(0, every - _PAIRS),
        ties={tie.line.key: tie for tie in ties if tie.line.key in wanted},
    )


def _split(ties: Iterable[Tie], pair: tuple[str, str], since: date) -> tuple[list[Tie], list[Tie]]:
    """The lines of a pair published up to a day, and after it."""
    own = [tie for tie in ties if {tie.subject, tie.object} == set(pair)]
    old = [tie for tie in own if known_by(tie.line, since)]
    return old, [tie for tie in own if not known_by(tie.line, since)]


def _headline(incident: Incident) -> str:
    where = f", {incident.place.name}" if incident.place else ""
    return f"{str(incident.type).replace('_', ' ')}{where}"


def _named(incident: Incident) -> list[str]:
    return list(dict.fromkeys(told.actor for told in incident.responsibility))


def _supposed(store: Store, log: Iterable[Decision], incident: Incident) -> Iterator[Supposed]:
    for one in log:
        if one.verdict is Verdict.SUPPOSE and one.left in incident.assertions:
            yield Supposed(_hypothesis(store, one.right), one.right, one.number)


def _hypothesis(store: Store, words: str) -> str:
    """The actor whose name these words are, else the words."""
    keys = find.actors_named(store, words)
    return keys[0] if len(keys) == 1 else words


def _rated(log: Iterable[Decision], incident: Incident, own: dict[str, str], store: Store) -> Iterator[Rated]:
    for one in log:
        if one.verdict is Verdict.RATE:
            number, line, words = one.right.split(" ", 2)
            if line in incident.assertions:
                yield Rated(one.left, own.get(words.casefold()) or _hypothesis(store, words), int(number))


def _told_by(incident: Incident, known: dict[str, Line]) -> Incident:
    return replace(incident, responsibility=tuple(one for one in incident.responsibility if one.assertion in known))


def _tellings(store: Store, keys: Sequence[str], known_on: date | None) -> Iterator[Disagreement]:
    """Incidents told more than once, with what each line tells."""
    if keys:
        incidents = derive.incidents_of(store, keys)
    else:
        incidents = incidents_known(store, known_on) if known_on else derive.incidents_told_twice(store)
    several = [one for one in incidents if len(one.assertions) > 1 or len(one.responsibility) > 1]
    wanted = [key for one in several for key in one.assertions]
    told = {one.key: one for one in tellings.told(store, wanted)}
    lines, names = find.lines(store, wanted), names_of(store)
    for one in several:
        yield Disagreement(one, [told[key] for key in one.assertions if key in told], lines, names)


def _aliases(store: Store, keys: Sequence[str]) -> Iterator[Alias]:
    for line, assertion, told in said(store, [Kind.ATTRIBUTE], (), keys, attributes=_NAMING):
        content = assertion.content
        if isinstance(content, AttributeContent):
            subject = next((actor for part, actor in told if part == "subject"), "")
            yield Alias(subject, find.words_at(store, line.source.report, content.value), line)
