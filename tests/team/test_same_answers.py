"""A case on a server gives the answers of the same case in a folder, whatever is asked."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import date

import pytest

from avowed.case import Case
from avowed.model.codec import encode
from avowed.store import find, happenings, lists, marked, merging, network, passages, queue, since, timeline, write
from avowed.store.happenings import Sought
from avowed.store.passages import Wanted
from avowed.walk.dated import Asked
from avowed.walk.rebuild import rebuild
from benchmarks.crowd.reports import cast, readings
from tests.team.server import BLANK

AT = "2024-01-01T00:00:00+00:00"
REPORTS = 120
FIRST, SECOND, *_, RARE = cast(40).names[:20]

QUESTIONS: dict[str, Callable[[Case], object]] = {
    "ask": lambda case: case.ask(FIRST, SECOND),
    "ask as known on a day": lambda case: case.ask(FIRST, SECOND, date(2018, 1, 1)),
    "actor": lambda case: case.actor(FIRST),
    "a seldom named actor": lambda case: case.actor(RARE),
    "actors": lambda case: case.actors(),
    "incidents": lambda case: case.incidents(),
    "incidents as known on a day": lambda case: case.incidents(date(2018, 1, 1)),
    "says": lambda case: case.says(FIRST),
    "predictions": lambda case: case.predictions(),
    "record": lambda case: case.record(),
    "timeline": lambda case: case.timeline(FIRST),
    "who": lambda case: case.who(case.incidents()[0].key),
    "labour": lambda case: case.labour(FIRST, SECOND, RARE),
    "contradictions": lambda case: case.contradictions(FIRST),
    "changes": lambda case: case.changes(date(2016, 2, 1)),
    "sources": lambda case: case.sources(),
    "names": lambda case: case.names(),
    "proposals": lambda case: case.proposals(),
    "pairs of incidents": lambda case: case.incident_proposals(),
    "decisions": lambda case: case.decisions(),
    "counts": lambda case: case.counts(),
    "report": lambda case: case.report(FIRST, SECOND),
    "dossier": lambda case: case.dossier(FIRST),
    "desk: a report": lambda case: case.desk.report(find.reports(case.store)[0].report.id),
    "desk: reports": lambda case: case.desk.reports("the", "", 10, 5),
    "desk: publishers": lambda case: case.desk.publishers(),
    "desk: to check": lambda case: case.desk.to_check(None, 30),
    "desk: checked": lambda case: case.desk.checked(),
    "desk: proposed": lambda case: case.desk.proposed(5),
    "desk: proposed incidents": lambda case: (case.desk.proposed_incidents(5), merging.count(case.store)),
    "desk: actors": lambda case: case.desk.actors_like(FIRST[:3], 20),
    "desk: an actor": lambda case: (case.desk.actor(FIRST), case.desk.actor(RARE, date(2015, 1, 1))),
    "desk: most tied": lambda case: case.desk.most_tied(10),
    "desk: network": lambda case: (
        case.desk.network(FIRST, RARE, 2, 20),
        case.desk.network("", "", 1, 15),
    ),
    "desk: timeline": lambda case: (
        case.desk.timeline(Asked((FIRST,), most=50)),
        case.desk.timeline(Asked(since=date(2010, 1, 1), known_on=date(2015, 1, 1), most=20)),
    ),
    "desk: lines of a tie": lambda case: case.desk.lines_like(
        Wanted(pair=(case.actor_key(SECOND), case.actor_key(FIRST))), 50
    ),
    "lines like": lambda case: case.desk.lines_like(
        Wanted(words=FIRST.split()[0].upper(), sign=1, voice="observed", certainty="certain"), 9
    ),
    "happenings": lambda case: happenings.incidents(
        case.store, Sought(type=str(case.incidents()[0].type), first="2010-01-01", last="2030-01-01", place="a"), 9, 0
    ),
    "network on a day": lambda case: network.whole(case.store, 20, "2018-01-01"),
    "since": lambda case: (
        since.touched(case.store, date(2014, 1, 1), date(2024, 1, 1), 20),
        since.new_incidents(case.store, date(2014, 1, 1), date(2024, 1, 1)),
        since.new_actors(case.store, date(2014, 1, 1), date(2024, 1, 1)),
        since.disputed(case.store, (), 20),
    ),
    "pages": lambda case: (
        marked.rows(case.store, "", "", 5, 0),
        lists.actors_like(case.store, "", 10),
        passages.of_kind(case.store, "incident", 5, 2),
        queue.to_check(case.store, None, 40),
    ),
    "timeline of the desk": lambda case: [
        (
            timeline.ties(case.store, sought, 20, dated=True),
            timeline.tie_years(case.store, sought),
            timeline.incidents(case.store, sought, 20, dated=True),
            timeline.incident_years(case.store, sought),
        )
        for sought in (Sought(actors=(case.actor_key(FIRST),)), Sought(first="2014-01-01"))
    ],
    "verify": lambda case: [fault for fault in case.verify() if "original is missing" not in fault],
}


@pytest.fixture(scope="module")
def both(server, tmp_path_factory):
    folder = tmp_path_factory.mktemp("same") / "case"
    with ExitStack() as stack:
        cases = [stack.enter_context(Case.create(folder)), stack.enter_context(Case.open(server.database(BLANK)))]
        for case in cases:
            for reading in readings(REPORTS):
                write.add_reading(case.store, reading, AT)
            rebuild(case.store)
            tied = case.ask(FIRST, SECOND).ties
            case.reject(tied[0].line.key, who="ada")
            case.accept(tied[1].line.key, who="ben")
            case.grade(case.sources()[0].name, "B", who="ada")
            case.not_same(FIRST, SECOND, who="ben")
        yield cases


@pytest.mark.parametrize("question", QUESTIONS)
def test_both_engines_answer_alike(both, question):
    here, there = (encode(_without_times(QUESTIONS[question](case))) for case in both)
    assert here == there
    assert here or question in {"verify", "proposals", "desk: proposed", "pairs of incidents"}


def _without_times(found: object) -> object:
    """Decisions bear the minute in which each case was decided on."""
    if isinstance(found, tuple) and found and hasattr(found[0], "at"):
        return [(one.number, one.verdict, one.left, one.right, one.who) for one in found]
    return found
