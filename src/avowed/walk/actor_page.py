"""What the desk shows of an actor: all its ties are judged, and those that are shown are read."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from operator import attrgetter

from avowed.assess.dossier import Gathered, dossier
from avowed.model.findings import Dossier, Said, Tie
from avowed.model.pages import ActorPage
from avowed.model.vocabulary import ActorKind, Dimension, Kind
from avowed.present.called import called, shared
from avowed.store import Store, find
from avowed.store.glimpses import glimpses, in_full
from avowed.store.lists import actors_with
from avowed.store.sayings import heard, in_words, spoken_by
from avowed.walk.enquiry import SAYABLE, actor_called, attributes_of, known_by, names_of, told, told_once

_MOST = 250  # ties of each part and attributes: more is read by asking about a pair, or found by search
_WORDS = 40  # of its own
_LOOKED_AT = 4  # lines for each word that is wanted
_AGAIN = 8  # times as many where these are not enough
_PARTS = ("friends", "enemies", "sponsors", "havens", "money", "changes")


def actor_page(store: Store, name: str, known_on: date | None = None) -> ActorPage:
    """The latest of each part of an actor's dossier, with how many there are."""
    actor = actor_called(store, name)
    keys = find.parts_of(store, actor.key)
    ties = [tie for tie in glimpses(store, keys, Dimension.COMMAND) if known_by(tie.line, known_on)]
    leaders = sorted({tie.subject for tie in ties if tie.dimension is Dimension.COMMAND})
    people = [one for one in find.actors(store, [*leaders, *keys]).values() if one.kind is ActorKind.PERSON]
    leading = in_full(store, _leading(ties, actor.key, {one.key for one in people}))
    gathered = Gathered(
        actor=actor,
        parts=keys,
        ties=tuple(leading.get(tie.line.key, tie) for tie in ties),
        said=_own_words(store, actor.key, known_on),
        attributes=tuple(islice((r for r in attributes_of(store, actor.key) if known_by(r[0], known_on)), _MOST)),
        incidents=(),
        names=names_of(store),
        people=tuple(people),
    )
    return _page(store, dossier(gathered))


def _leading(ties: Iterable[Tie], key: str, people: set[str]) -> list[Tie]:
    """The ties that an office is read from."""
    return [
        tie
        for tie in ties
        if tie.dimension is Dimension.COMMAND and tie.object == key and (not people or tie.subject in people)
    ]


def _page(store: Store, found: Dossier) -> ActorPage:
    cut = {part: _latest(getattr(found, part)) for part in _PARTS}
    full = in_full(store, (tie for part in cut.values() for tie in part))
    shown = {part: tuple(full[tie.line.key] for tie in ties if tie.line.key in full) for part, ties in cut.items()}
    page = ActorPage(
        key=found.key,
        name=found.name,
        kind=found.kind,
        known_as=found.known_as,
        reviewed=found.reviewed,
        parent=found.parent,
        parts=found.parts,
        offices=found.offices,
        handovers=found.handovers,
        own_words=found.own_words,
        attributes=found.attributes,
        missing=found.missing,
        names={},
        told={part: len(getattr(found, part)) for part in _PARTS},
        **shown,
    )
    named = _named(page)
    names = {key: name for key, name in found.names.items() if key in named}
    return replace(page, names=names | called(actors_with(store, shared(names))))


def _named(page: ActorPage) -> set[str]:
    ties = [tie for part in _PARTS for tie in getattr(page, part)]
    keys = {page.key, *page.parts, *(key for said in page.own_words for key in (said.speaker, *said.about))}
    keys |= {key for tie in ties for key in (tie.subject, tie.object, tie.speaker)}
    keys |= {key for office in page.offices for key in (office.holder, office.organisation)}
    return keys | {key for handover in page.handovers for key in (handover.before, handover.after)}


def _latest(ties: Sequence[Tie]) -> tuple[Tie, ...]:
    """As many as are shown: the latest published where there are more."""
    if len(ties) <= _MOST:
        return tuple(ties)
    return tuple(sorted(ties, key=lambda tie: tie.line.source.published.first or date.min, reverse=True)[:_MOST])


def _own_words(store: Store, key: str, known_on: date | None) -> tuple[Said, ...]:
    """The latest that one actor says, each act of saying once; lines are looked at day by day until there are enough."""
    rows = spoken_by(store, key, known_on)
    size = _WORDS * _LOOKED_AT
    while True:
        taken = _whole_days(rows, size)
        held = [one for one in heard(store, SAYABLE, (key,), among=taken) if one.body["attribution"]]
        kept = told_once(held, lambda one: one.act, lambda one: bool(one.body["kind"] == Kind.STATEMENT))
        if len(kept) >= _WORDS or len(taken) == len(rows):
            break
        size *= _AGAIN
    kept = sorted(kept, key=attrgetter("published"), reverse=True)[:_WORDS]
    return tuple(told(in_words(store, kept), (key,)))


def _whole_days(rows: Sequence[tuple[str, int]], size: int) -> list[int]:
    """The rows of the first so many days and lines, with all of the last day: a report's lines stay together."""
    if len(rows) <= size:
        return [row for _, row in rows]
    last = rows[size - 1][0]
    return [row for day, row in rows if day >= last]
