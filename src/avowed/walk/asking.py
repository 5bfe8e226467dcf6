"""The product's question put to a case: the lines between two actors, and all that stands around and beside them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from avowed.assess.pair import Around, Asked, pair
from avowed.assess.paths import by_pair, paths
from avowed.assess.timeline import entries
from avowed.assess.ways import ENOUGH, Way, through_two, ways
from avowed.assess.weigh import weights
from avowed.model.findings import Entry, Pair, Path, Said, Tie
from avowed.model.vocabulary import Kind, Voice
from avowed.model.when import When
from avowed.settings import Settings
from avowed.store import Store, derive, find
from avowed.store.around import edges_across, edges_near, own_edges, thirds, ties_on
from avowed.store.sayings import in_both
from avowed.walk.enquiry import actor_called, judged, known_by, names_of, says, told_by_then

_THIRDS = 12
_INCIDENTS = 12


def ask(  # the question has as many parts
    store: Store,
    left: str,
    right: str,
    settings: Settings,
    as_of: date,
    known_on: date | None = None,
    during: When | None = None,
) -> Pair:
    """The answer to the product's question for two names; `known_on` leaves out what was published later.

    `during` keeps the lines that are told to hold at some time in it; lines that do not say when are left out then.
    """
    one, other = actor_called(store, left), actor_called(store, right)
    own = find.parts_of(store, one.key), find.parts_of(store, other.key)
    parts = _apart(one.key, other.key, own)
    ties = [t for t in find.ties_between(store, *parts) if known_by(t.line, known_on) and _during(t, during)]
    asked = Asked(one.key, other.key, parts[0], parts[1], names_of(store))
    bodies = _bodies(asked, find.bodies_above(store, asked.left), find.bodies_above(store, asked.right))
    around = _around(store, asked, bodies, settings.path_steps, known_on)
    whole = tuple(tie for tie in around.above if _of_whole(asked, bodies, tie) and _during(tie, during))
    around = replace(around, above=tuple(tie for tie in around.above if tie not in whole), whole=whole)
    return pair(asked, (*ties, *whole), around, settings, find.grades(store), as_of)


def paths_between(
    store: Store, left: str, right: str, settings: Settings, as_of: date, known_on: date | None = None
) -> tuple[Path, ...]:
    """The paths of the answer for two actors (by their keys) and nothing else of it."""
    parts = _apart(left, right, (find.parts_of(store, left), find.parts_of(store, right)))
    asked = Asked(left, right, parts[0], parts[1], {})
    found = _ways(store, asked, settings.path_steps, _straight(store, asked, settings.path_steps))
    ties = ties_on(store, {step for way in found for step in pairwise(way)}, known_on)
    weighed = weights(ties, settings, find.grades(store), as_of)
    return paths(found, by_pair(ties, weighed), (*parts[0], *parts[1]))


Bodies = tuple[tuple[str, ...], tuple[str, ...]]


def _around(store: Store, asked: Asked, above: Bodies, steps: int, known_on: date | None) -> Around:
    """Who stands between and beside the two, with the ties that show it, and what is listed without being counted."""
    straight = _straight(store, asked, steps)
    found = _ways(store, asked, steps, straight)
    if straight and asked.left_parts == (asked.left,) and asked.right_parts == (asked.right,):
        near = straight[:_THIRDS]
    else:
        near = thirds(store, asked.left_parts, asked.right_parts, _THIRDS)
    over = {*find.bodies_above(store, asked.left), *find.bodies_above(store, asked.right)}
    beside = tuple(key for key in near if key not in over)
    wanted = {step for way in found for step in pairwise(way)}
    wanted |= {(part, third) for third in beside for part in (*asked.left_parts, *asked.right_parts)}
    both = in_both(store, (*asked.left_parts, *above[0]), (*asked.right_parts, *above[1]))
    own_words = _own_words(store, asked, above, known_on, both)
    return Around(
        found,
        beside,
        ties_on(store, wanted, known_on),
        _above(store, asked, above, known_on),
        own_words,
        _judged(store, asked, own_words, known_on, both),
        _incidents(store, asked, known_on),
    )


def _straight(store: Store, asked: Asked, steps: int) -> tuple[str, ...]:
    """Who stands between the two actors alone, without their parts."""
    return thirds(store, (asked.left,), (asked.right,), ENOUGH) if steps > 1 else ()


def _ways(store: Store, asked: Asked, steps: int, straight: tuple[str, ...]) -> tuple[Way, ...]:
    """Short ways first: a well-named actor stands next to so many that longer ones cost seconds and are never shown."""
    one, other = (asked.left,), (asked.right,)
    found: tuple[Way, ...] = tuple((asked.left, third, asked.right) for third in straight)
    if len(found) < ENOUGH and steps > 2:
        own = own_edges(store, one, other)
        across = edges_across(store, own, one, other)
        found = (*found, *through_two(own, across, asked.left, asked.right, ENOUGH - len(found)))
    if len(found) < ENOUGH and steps > 3:
        found = ways(edges_near(store, asked.left_parts, asked.right_parts), one, other, steps)
    return found


def _bodies(asked: Asked, one: tuple[str, ...], other: tuple[str, ...]) -> Bodies:
    """The bodies that either side is part of; one that holds both sides says nothing of the two."""
    held = {*asked.left_parts, *asked.right_parts, *(set(one) & set(other))}
    return tuple(key for key in one if key not in held), tuple(key for key in other if key not in held)


def _above(store: Store, asked: Asked, bodies: Bodies, known_on: date | None) -> tuple[Tie, ...]:
    """Ties between one side and a body that the other is part of."""
    one, other = bodies
    pairs = ((one, asked.right_parts), (asked.left_parts, other), (one, other))
    found = {t.line.key: t for left, right in pairs if left and right for t in find.ties_between(store, left, right)}
    return tuple(tie for tie in found.values() if known_by(tie.line, known_on))


def _of_whole(asked: Asked, bodies: Bodies, tie: Tie) -> bool:
    """True for what one side itself says of a body that the other is part of: words on the whole are words on the part.

    What a body above does is not done by its part, so that conduct and the judgement of others stay apart.
    """
    ends = {tie.subject, tie.object}
    sides = ((asked.left_parts, bodies[1]), (asked.right_parts, bodies[0]))
    return tie.voice is Voice.STATED and any(
        tie.speaker in parts and ends & {*parts} and ends & {*above} for parts, above in sides
    )


def _own_words(
    store: Store, asked: Asked, bodies: Bodies, known_on: date | None, both: Sequence[int]
) -> tuple[Said, ...]:
    """What either side, a part of it or a body above it says of the other that is no tie; `both` are rows of lines on both."""
    sides = (*asked.left_parts, *bodies[0]), (*asked.right_parts, *bodies[1])
    found = [
        one
        for speakers, whom in (sides, sides[::-1])
        for one in says(store, speakers, known_on, whom, among=both)
        if one.kind != Kind.TIE and one.speaker not in whom
    ]
    return tuple({one.line.key: one for one in found}.values())


def _judged(
    store: Store, asked: Asked, own: tuple[Said, ...], known_on: date | None, both: Sequence[int]
) -> tuple[Said, ...]:
    """What others foretell, judge or say of both at once that is no tie: each passage once."""
    taken = {_passage(one) for one in own}
    found = judged(store, known_on, asked.left_parts, asked.right_parts, among=both)
    return tuple({_passage(one): one for one in found if _passage(one) not in taken}.values())


def _passage(one: Said) -> tuple[str, int, int]:
    return one.line.source.report, one.line.start, one.line.end


def _incidents(store: Store, asked: Asked, known_on: date | None) -> tuple[Entry, ...]:
    """The incidents in which both have a part: claimed by one and laid to the other, or done by one to the other."""
    both = derive.incidents_with(store, asked.left_parts, asked.right_parts)
    if known_on is not None:
        both = told_by_then(store, both, known_on, asked.left_parts, asked.right_parts)
    kept = both[-_INCIDENTS:]
    lines = find.lines(store, [key for one in kept for key in one.assertions])
    return entries((), kept, lines, asked.names)


def _during(tie: Tie, when: When | None) -> bool:
    return when is None or (tie.when.known and tie.when.overlaps(when))


def _apart(left: str, right: str, parts: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Parts of both sides; where one is part of the other it stands for itself alone."""
    one = tuple(key for key in parts[0] if key not in parts[1]) or (left,)
    other = tuple(key for key in parts[1] if key not in parts[0]) or (right,)
    return one, other
