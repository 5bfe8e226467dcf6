"""Questions about actors and pairs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fastapi import APIRouter, Response

from avowed.model.findings import Pair
from avowed.model.pages import ActorPage, ActorRow, Bearings, Tied
from avowed.present.relation import gap_words, number_words
from avowed.web.answers import PROBLEMS, shown
from avowed.web.asked import Day, Limit, Name, Offset, OpenCase, Since, Until, Words, during
from avowed.web.kept import KeptRoute

routes = APIRouter(prefix="/api", responses=PROBLEMS, tags=["ask"], route_class=KeptRoute)


@routes.get("/actors", response_model=tuple[ActorRow, ...])
def actors(case: OpenCase, words: Words = "", limit: Limit = 20, offset: Offset = 0) -> Response:
    """Actors with a name that has a word beginning so, those of most reports first."""
    return shown(case.desk.actors_like(words, limit, offset), tuple[ActorRow, ...])


@routes.get("/pairs", response_model=tuple[Tied, ...])
def pairs(case: OpenCase, limit: Limit = 12) -> Response:
    """Pairs to begin with: those with most lines of both signs."""
    return shown(case.desk.most_tied(limit), tuple[Tied, ...])


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer for a pair, and what it comes to in sentences."""

    pair: Pair
    summary: tuple[str, ...]


@routes.get("/pair", response_model=Answer)
def pair(
    case: OpenCase, left: Name, right: Name, known_on: Day = None, since: Since = None, until: Until = None
) -> Response:
    """How close two actors are, beside what they say of it; with `since` or `until` by lines that hold in that time."""
    found = case.ask(left, right, known_on, during(since, until))
    lean = replace(
        found, names=named(found), lines={}, factors={}
    )  # lines behind a path are asked for when it is opened
    return shown(Answer(lean, tuple(_sentences(found))))


@routes.get("/actor", response_model=ActorPage)
def actor(case: OpenCase, name: Name, known_on: Day = None) -> Response:
    """What the case holds on one actor: of each part the latest, with how many ties there are."""
    return shown(case.desk.actor(name, known_on))


@routes.get("/actor/names", response_model=Bearings)
def names(case: OpenCase, name: Name, limit: Limit = 100, offset: Offset = 0) -> Response:
    """How each report names an actor, other names than its own first: a wrong one is parted by a decision on its key."""
    return shown(case.desk.bearings(name, limit, offset))


def named(found: Pair) -> dict[str, str]:
    """Names of those who occur in the answer, out of all that the case holds."""
    keys = {found.left, found.right}
    keys |= {key for tie in (*found.ties, *found.between_parts) for key in (tie.subject, tie.object, tie.speaker)}
    keys |= {key for tie in (*found.above, *found.of_bodies) for key in (tie.subject, tie.object, tie.speaker)}
    keys |= {key for said in (*found.own_words, *found.beside) for key in (said.speaker, *said.about)}
    keys |= {key for path in found.paths for step in path.steps for key in (step.start, step.end)}
    keys |= {third.actor for third in (*found.brokers, *found.balance)} | {denial.party for denial in found.denials}
    keys |= {key for one in found.together for parts in one.parts for key in parts}
    return {key: name for key, name in found.names.items() if key in keys}


def _sentences(found: Pair) -> Iterator[str]:
    """What the answer comes to: how close what is shown makes the two, and the gap to what they say."""
    if found.shown:
        yield f"Shown (observed and assessed together): {number_words(found.shown)}."
    yield gap_words(found.gap)
    for party, gap in found.gaps.items():
        if gap:
            yield f"{found.names[party]} alone: {gap_words(gap)}"
