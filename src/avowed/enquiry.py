"""Putting a question to a case: fetch the lines from the store, hand them to the judgement, name the actors."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from avowed.assess.dossier import Gathered, dossier
from avowed.assess.pair import Asked, pair
from avowed.assess.timeline import entries
from avowed.errors import AmbiguousName, UnknownName
from avowed.model.evidence import Assertion, AttributeContent, IncidentContent, TieContent
from avowed.model.findings import Dossier, Entry, Line, Outlet, Pair, Said, Tie
from avowed.model.vocabulary import Kind
from avowed.model.world import Actor, Incident
from avowed.resolve.lookup import lookup
from avowed.settings import Settings
from avowed.store import Store, derive, find


def actor_called(store: Store, name: str) -> Actor:
    """The one actor that a user means by a name or its key; AmbiguousName lists several, UnknownName near ones."""
    if (own := find.actors(store, [name])) and " " not in name:
        return own[name]
    found = lookup(name, find.all_names(store))
    if not found.keys:
        raise UnknownName(name, found.near)
    known = find.actors(store, found.keys)
    if len(found.keys) > 1:
        raise AmbiguousName(name, [_described(known[key]) for key in found.keys])
    return known[found.keys[0]]


def ask(store: Store, left: str, right: str, settings: Settings, as_of: date, known_on: date | None = None) -> Pair:
    """The answer to the product's question for two names; `known_on` leaves out what was published later."""
    one, other = actor_called(store, left), actor_called(store, right)
    own = find.parts_of(store, one.key), find.parts_of(store, other.key)
    parts = _apart(one.key, other.key, own)
    ties = [tie for tie in find.ties_between(store, *parts) if _known_by(tie.line, known_on)]
    edges = find.edges(store)
    asked = Asked(one.key, other.key, parts[0], parts[1], names_of(store))
    return pair(asked, ties, edges, settings, find.grades(store), as_of)


def about(store: Store, name: str, known_on: date | None = None) -> Dossier:
    """What the case holds on one actor and its parts."""
    actor = actor_called(store, name)
    keys = find.parts_of(store, actor.key)
    gathered = Gathered(
        actor=actor,
        parts=keys,
        ties=tuple(tie for tie in find.ties_of(store, keys) if _known_by(tie.line, known_on)),
        said=tuple(says(store, actor.key)),
        attributes=tuple(_attributes(store, actor.key)),
        incidents=tuple(i for i in derive.incidents(store) if {r.actor for r in i.responsibility} & set(keys)),
        names=names_of(store),
    )
    return dossier(gathered)


def says(store: Store, key: str | None = None) -> Iterator[Said]:
    """Who said what of whom: every line with a speaker; only one actor's words when its key is given."""
    kinds = (Kind.TIE, Kind.STATEMENT, Kind.JUDGEMENT, Kind.PREDICTION)
    for line, assertion in find.lines_of_kind(store, kinds, [key] if key else ()):
        if not assertion.attribution:
            continue
        told = find.parties(store, line.key)
        speakers = [actor for part, actor in told if part == "speaker"]
        if key and key not in speakers:
            continue
        about_whom = tuple(dict.fromkeys(actor for part, actor in told if part != "speaker"))
        yield Said(
            speaker=speakers[0] if speakers else line.speakers[-1].text,
            role=line.speakers[-1].role,
            kind=str(assertion.kind),
            words=_what(assertion),
            about=about_whom,
            line=line,
        )


def timeline(store: Store, keys: Sequence[str] = ()) -> tuple[Entry, ...]:
    """Dated incidents and ties, oldest first; what has no date comes last."""
    ties: Iterable[Tie] = find.ties_of(store, keys) if keys else find.all_ties(store)
    incidents = [i for i in derive.incidents(store) if not keys or _takes_part(i, keys)]
    lines = find.lines(store, [key for incident in incidents for key in incident.assertions])
    return entries(tuple(ties), tuple(incidents), lines, names_of(store))


def outlets(store: Store) -> tuple[Outlet, ...]:
    """Publishers with their reports, families of copies, lines and grades."""
    grades = find.grades(store)
    by_name: dict[str, list[tuple[str, int]]] = {}
    sources = find.sources(store)
    for stored in find.reports(store):
        by_name.setdefault(stored.report.publisher, []).append((stored.report.id, stored.assertions))
    return tuple(
        Outlet(
            name=name,
            reports=tuple(sources[report] for report, _ in held),
            families=len({sources[report].family for report, _ in held}),
            lines=sum(count for _, count in held),
            grade=grades.get(name, "F"),
        )
        for name, held in sorted(by_name.items())
    )


def names_of(store: Store) -> dict[str, str]:
    """Actor key -> the name to show."""
    return find.shown_names(store)


def _described(actor: Actor) -> str:
    others = [name.text for name in actor.names if name.text != actor.name][:3]
    also = f", also {', '.join(others)}" if others else ""
    return f"{actor.name} ({str(actor.kind).replace('_', ' ')}{also}) [{actor.key}]"


def _apart(left: str, right: str, parts: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Parts of both sides; where one is part of the other it stands for itself alone."""
    one = tuple(key for key in parts[0] if key not in parts[1]) or (left,)
    other = tuple(key for key in parts[1] if key not in parts[0]) or (right,)
    return one, other


def _known_by(line: Line, day: date | None) -> bool:
    first = line.source.published.first
    return day is None or (first is not None and first <= day)


def _takes_part(incident: Incident, keys: Sequence[str]) -> bool:
    return bool({told.actor for told in incident.responsibility} & set(keys))


def _attributes(store: Store, key: str) -> Iterator[tuple[Line, Assertion, str]]:
    for line, assertion in find.lines_of_kind(store, [Kind.ATTRIBUTE], [key]):
        if isinstance(assertion.content, AttributeContent):
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
