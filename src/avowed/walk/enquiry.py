"""Putting a question to a case: fetch the lines from the store, hand them to the judgement, name the actors."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from avowed.assess.dossier import Gathered, dossier
from avowed.assess.record import Prediction, records
from avowed.assess.timeline import entries
from avowed.assess.weigh import factors
from avowed.errors import AmbiguousName, UnknownName, UsageError
from avowed.model.decisions import Outcome, outcomes
from avowed.model.evidence import Assertion, AttributeContent, IncidentContent, PredictionContent, Span, TieContent
from avowed.model.findings import Dossier, Entry, Foretold, Line, Outlet, Said, Tie, Weight
from avowed.model.names import fold
from avowed.model.records import Record
from avowed.model.vocabulary import ActorKind, AttributeName, Dimension, Kind, SpeakerRole
from avowed.model.world import Actor, Incident
from avowed.resolve.incidents import merge_incidents
from avowed.resolve.lookup import Found, lookup
from avowed.settings import Settings
from avowed.store import Store, derive, find
from avowed.store.sayings import said
from avowed.store.write import decisions
from avowed.walk import tellings

Told = TypeVar("Told")
_LATEST = 12
_WORDS = (Kind.STATEMENT, Kind.JUDGEMENT, Kind.PREDICTION)
SAYABLE = (Kind.TIE, Kind.STATEMENT, Kind.JUDGEMENT, Kind.PREDICTION)


def actor_called(store: Store, name: str) -> Actor:
    """The one actor that a user means by a name or its key; AmbiguousName lists several, UnknownName near ones."""
    if (own := find.actors(store, [name])) and " " not in name:
        return own[name]
    found = Found(find.actors_named(store, name))
    if not found.keys:  # all names are gone through only for one that nobody bears as it is written
        found = lookup(name, find.all_names(store))
    if not found.keys:
        raise UnknownName(name, found.near)
    known = find.actors(store, found.keys)
    if len(found.keys) > 1:
        raise AmbiguousName(name, [_described(known[key]) for key in found.keys])
    return known[found.keys[0]]


def about(store: Store, name: str, known_on: date | None = None) -> Dossier:
    """What the case holds on one actor and its parts."""
    actor = actor_called(store, name)
    keys = find.parts_of(store, actor.key)
    held = find.ties_of(store, keys, spoken=Dimension.COMMAND)  # of what it says of others only who leads is of use
    ties = tuple(tie for tie in held if known_by(tie.line, known_on))
    leaders = sorted({tie.subject for tie in ties if tie.dimension is Dimension.COMMAND})
    names = names_of(store)
    gathered = Gathered(
        actor=actor,
        parts=keys,
        ties=ties,
        said=tuple(says(store, (actor.key,), known_on)),
        attributes=tuple(row for row in attributes_of(store, actor.key) if known_by(row[0], known_on)),
        incidents=_incident_keys(store, keys, known_on),
        names=names,
        people=tuple(one for one in find.actors(store, [*leaders, *keys]).values() if one.kind is ActorKind.PERSON),
        latest=_latest(store, keys, known_on, names),
    )
    return dossier(gathered)


def says(
    store: Store,
    speakers: Sequence[str] = (),
    known_on: date | None = None,
    *about: Sequence[str],
    among: Sequence[int] | None = None,
) -> Iterator[Said]:
    """Who said what of whom: every line with a speaker; only some actors' words, or those about some, when keys are given.

    Words from which a tie, a judgement or a prediction was read are shown as these, and not once more as words.
    """
    sayable = said(store, SAYABLE, speakers, *about, among=among)
    yield from told((one for one in sayable if one[1].attribution and known_by(one[0], known_on)), speakers)


def judged(
    store: Store, known_on: date | None, *about: Sequence[str], among: Sequence[int] | None = None
) -> Iterator[Said]:
    """What is foretold, judged or said of one of each of these groups at once, by whomever."""
    yield from told(one for one in said(store, _WORDS, (), *about, among=among) if known_by(one[0], known_on))


def told(
    sayable: Iterable[tuple[Line, Assertion, tuple[tuple[str, str], ...]]], speakers: Sequence[str] = ()
) -> Iterator[Said]:
    """Sayings as values, each act of saying once; of several speakers one of those asked for comes first."""
    once = told_once(list(sayable), lambda one: _act(one[0]), lambda one: one[1].kind is Kind.STATEMENT)
    for line, assertion, told in once:
        heard = [actor for part, actor in told if part == "speaker"]
        speaker = next((actor for actor in heard if actor in speakers), heard[0] if heard else "")
        innermost = line.speakers[-1] if line.speakers else None
        yield Said(
            speaker=speaker or (innermost.text if innermost else "the report itself"),
            role=innermost.role if innermost else SpeakerRole.JOURNALIST,
            kind=str(assertion.kind),
            words=_what(assertion),
            about=tuple(dict.fromkeys(a for part, a in told if part != "speaker" and a != speaker)),
            line=line,
        )


def told_once(
    found: Sequence[Told], act: Callable[[Told], Hashable], is_statement: Callable[[Told], bool]
) -> list[Told]:
    """What is told without the words from which a tie, a judgement or a prediction was read: these stand for them."""
    telling = {act(one) for one in found if not is_statement(one)}
    return [one for one in found if not (is_statement(one) and act(one) in telling)]


def _act(line: Line) -> tuple[str, Span | int | None]:
    """The act of saying that a line rests on: its report and the cue of its innermost speaker, else where it begins."""
    return line.source.report, line.speakers[-1].cue if line.speakers else line.start


def predictions(store: Store, key: str | None = None, known_on: date | None = None) -> Iterator[Foretold]:
    """Forecasts, warnings and threats, oldest first: who foretells what, by when, and what became of it."""
    decided = outcomes(decisions(store))
    for line, assertion in find.lines_of_kind(store, (Kind.PREDICTION,), [key] if key else ()):
        content = assertion.content
        if not isinstance(content, PredictionContent) or not known_by(line, known_on):
            continue
        outcome, shown_by = decided.get(line.key, (Outcome.OPEN, ""))
        told = find.parties(store, line.key)
        speakers = [actor for part, actor in told if part == "speaker"]
        unnamed = line.speakers[-1].text or "nobody named" if line.speakers else "the report itself"
        yield Foretold(
            speaker=speakers[0] if speakers else unnamed,
            words=" ".join(line.quote[content.content.start - line.start : content.content.end - line.start].split()),
            about=tuple(dict.fromkeys(actor for part, actor in told if part != "speaker")),
            by=line.valid,
            outcome=outcome,
            shown_by=shown_by,
            line=line,
        )


def record(store: Store, today: date, key: str | None = None, known_on: date | None = None) -> tuple[Record, ...]:
    """How those who foretell did: what came true, failed, is open or due, speaker by speaker."""
    told = (
        Prediction(
            _foreteller(one), one.line, None if one.outcome is Outcome.OPEN else one.outcome is Outcome.CAME_TRUE
        )
        for one in predictions(store, key, known_on)
    )
    return records(told, today)


def _foreteller(one: Foretold) -> str:
    """The speaker; where the report itself foretells, its publisher."""
    return one.speaker if one.line.speakers else one.line.source.publisher or one.speaker


def timeline(store: Store, keys: Sequence[str] = (), known_on: date | None = None) -> tuple[Entry, ...]:
    """Dated incidents and ties, oldest first; what has no date comes last."""
    ties: Iterable[Tie] = find.ties_of(store, keys) if keys else find.all_ties(store)
    incidents = list(_incidents_of(store, keys, known_on) if keys else incidents_known(store, known_on))
    lines = find.lines(store, [key for incident in incidents for key in incident.assertions])
    known = tuple(tie for tie in ties if known_by(tie.line, known_on))
    return entries(known, tuple(incidents), lines, names_of(store))


def incidents_known(store: Store, known_on: date | None = None) -> tuple[Incident, ...]:
    """The merged incidents; as known on a day they are merged anew from what was published by then."""
    if known_on is None:
        return derive.incidents(store)
    told = [one for one in tellings.told(store) if one.published.first and one.published.first <= known_on]
    return merge_incidents(told, decisions(store))


def _incidents_of(store: Store, keys: Sequence[str], known_on: date | None) -> Iterator[Incident]:
    held = derive.incidents_of(store, keys)
    if known_on is not None:
        held = told_by_then(store, held, known_on)
    return (incident for incident in held if _takes_part(incident, keys))


def told_by_then(
    store: Store, incidents: Iterable[Incident], known_on: date, *sides: Sequence[str]
) -> tuple[Incident, ...]:
    """These incidents merged anew from what was published by a day; of sides, those in which each still has a part."""
    keys = [key for one in incidents for key in one.assertions]
    told = {t.key: t for t in tellings.told(store, keys) if t.published.first and t.published.first <= known_on}
    merged = merge_incidents(list(told.values()), decisions(store))
    parts = {one.key: {party.actor for key in one.assertions for party in told[key].parties} for one in merged}
    return tuple(one for one in merged if all(parts[one.key] & set(side) for side in sides))


def _incident_keys(store: Store, keys: Sequence[str], known_on: date | None) -> tuple[str, ...]:
    if known_on is None:
        return derive.incident_keys_of(store, keys)
    return tuple(one.key for one in _incidents_of(store, keys, known_on))


def incidents_of(store: Store, actors: Sequence[str], known_on: date | None = None) -> tuple[Incident, ...]:
    """The incidents in which one of the actors or of their parts has a part, by date."""
    keys = sorted({part for actor in actors for part in find.parts_of(store, actor)})
    return tuple(_incidents_of(store, keys, known_on))


def _latest(store: Store, keys: Sequence[str], known_on: date | None, names: Mapping[str, str]) -> tuple[Entry, ...]:
    """The newest incidents in which one of the actors has a part, the newest first."""
    if known_on is None:
        held = derive.latest_incidents_of(store, keys, _LATEST)
    else:
        held = tuple(reversed(list(_incidents_of(store, keys, known_on))))[:_LATEST]
    lines = find.lines(store, [key for one in held for key in one.assertions])
    return tuple(sorted(entries((), held, lines, names), key=_newest_first))


def _newest_first(entry: Entry) -> tuple[bool, int]:
    day = entry.when.first or entry.when.last
    return day is None, -day.toordinal() if day else 0


def outlets(store: Store) -> tuple[Outlet, ...]:
    """Publishers with their reports, families of copies, lines and grades."""
    grades = find.grades(store)
    by_name: dict[str, list[tuple[str, int]]] = {}
    sources = find.sources(store)
    taken = Counter((one.origin, one.publisher) for one in sources.values() if one.origin)
    for stored in find.reports(store):
        by_name.setdefault(stored.report.publisher, []).append((stored.report.id, stored.assertions))
    return tuple(
        Outlet(
            name=name,
            reports=tuple(sources[report] for report, _ in held),
            families=len({sources[report].family for report, _ in held}),
            lines=sum(count for _, count in held),
            grade=grades.get(name, "F"),
            takes_from=tuple((origin, count) for (origin, by), count in sorted(taken.items()) if by == name),
            taken_by=tuple((by, count) for (origin, by), count in sorted(taken.items()) if fold(origin) == fold(name)),
        )
        for name, held in sorted(by_name.items())
    )


def names_of(store: Store) -> dict[str, str]:
    """Actor key -> the name to show."""
    return find.shown_names(store)


def why(store: Store, key: str, settings: Settings, as_of: date) -> tuple[Tie, Weight]:
    """A tie with the factors of its weight; UsageError for lines that are no tie and have no weight."""
    found = find.tie(store, key)
    if found is None:
        raise UsageError(f"The line {key} is no tie between two actors, so that it has no weight.")
    return found, factors(found, settings, find.grades(store), as_of)


def _described(actor: Actor) -> str:
    others = [name.text for name in actor.names if name.text != actor.name][:3]
    also = f", also {', '.join(others)}" if others else ""
    return f"{actor.name} ({str(actor.kind).replace('_', ' ')}{also}) [{actor.key}]"


def known_by(line: Line, day: date | None) -> bool:
    """True for lines published by a day; a report without a date counts only when no day is asked for."""
    first = line.source.published.first
    return day is None or (first is not None and first <= day)


def _takes_part(incident: Incident, keys: Sequence[str]) -> bool:
    return bool({told.actor for told in incident.responsibility} & set(keys))


# What the model alone sees and is not sure enough of for a dossier: it stays in the reading and in the tables.
_HINTS = frozenset({AttributeName.OWNER, AttributeName.QUALITY, AttributeName.DESCRIPTION, AttributeName.ASSOCIATION})


def attributes_of(store: Store, key: str) -> Iterator[tuple[Line, Assertion, str]]:
    """What is told of an actor itself, with the words that tell it."""
    for line, assertion in find.lines_of_kind(store, [Kind.ATTRIBUTE], [key]):
        if isinstance(assertion.content, AttributeContent) and assertion.content.attribute not in _HINTS:
            yield line, assertion, find.words_at(store, line.source.report, assertion.content.value)


def _what(assertion: Assertion) -> str:
    """The proposition in a few words: what kind of thing is said."""
    content = assertion.content
    if isinstance(content, TieContent):
        denied = "no " if assertion.negated else ""
        return f"{denied}{str(content.dimension).replace('_', ' ')}"
    if isinstance(content, IncidentContent):
        return str(content.type).replace("_", " ")
    return str(assertion.kind)
