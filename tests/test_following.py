"""After a decision only what it touches is written; what is stored then is what deriving the whole case would store."""

from datetime import date
from itertools import product
from random import Random

import pytest

from avowed import registry
from avowed.case import Case
from avowed.errors import UsageError
from avowed.model.decisions import Verdict
from avowed.model.evidence import LocalPlace
from avowed.model.vocabulary import PlacePrecision
from avowed.model.when import on_day
from avowed.resolve.actors import resolve_actors
from avowed.store import find, moving, write
from avowed.store.soundness import columns
from avowed.walk.rebuild import rebuild
from avowed.walk.weighing import resolution_of, weighed_of
from benchmarks.crowd.reports import readings as crowded
from benchmarks.resolve import case as invented
from tests.building import Told, reading, report
from tests.web.placed import bombing

AT = "2024-01-01T00:00:00+00:00"
DERIVED = (
    *(
        "actors",
        "actor_names",
        "membership",
        "proposals",
        "edges",
        "links",
        "belonging",
        "worth",
        "families",
        "sources",
    ),
    *("incidents", "incident_members", "incident_proposals", "tellings_alike", "name_marks"),
    *("spoken", "named_with", "incident_actors"),
)


def derived(case):
    """Every derived row; counts are rounded as sums of parts may differ in the last digit."""
    found = {}
    for table in DERIVED:
        rows = case.store.connection.execute(f"SELECT {', '.join(columns()[table])} FROM {table}").fetchall()
        found[table] = sorted(
            (tuple(round(one, 9) if isinstance(one, float) else one for one in row) for row in rows), key=repr
        )
    return found


def filled(folder, readings):
    case = Case.create(folder)
    for one in readings:
        write.add_reading(case.store, one, AT)
    rebuild(case.store)
    return case


def decide(case, chance):
    """One decision of any kind on who is who, on any two actors or occurrences; False where it cannot be made."""
    made = [one.number for one in case.decisions()]
    names = sorted(find.shown_names(case.store))
    occurrences = [one.key for one in find.occurrences(case.store)]
    one, other = chance.sample(names, 2)
    try:
        match chance.randrange(5):
            case 0:
                case.same(one, other, who="ada")
            case 1:
                case.not_same(chance.choice(occurrences), other, who="ben")
            case 2:
                case.unsure(one, chance.choice(occurrences), who="ada")
            case 3:
                case.same(chance.choice(occurrences), chance.choice(occurrences), who="ben")
            case _:
                case.undo(chance.choice(made) if made else 0, who="ada")
    except UsageError:
        return False
    return True


SOURCES = {"names": invented.readings, "crowd": crowded}
WALKS = [
    *(pytest.param(source, few, 0, id=f"few {source}") for source, few in (("names", 25), ("crowd", 20))),
    *(
        pytest.param(source, many, seed, id=f"{source} {seed}", marks=pytest.mark.slow)
        for source, many in (("names", 70), ("crowd", 60))
        for seed in range(3)
    ),
]


@pytest.mark.parametrize(("source", "reports", "seed"), WALKS)
def test_what_is_stored_after_each_decision_is_what_deriving_anew_stores(tmp_path, source, reports, seed):
    chance = Random(seed)
    with filled(tmp_path / "case", SOURCES[source](reports)) as case:
        made = 0
        while made < 6:
            if decide(case, chance):
                made += 1
                here = derived(case)
                rebuild(case.store)
                whole = derived(case)
                assert {table for table in DERIVED if here[table] != whole[table]} == set()


def test_taking_a_decision_back_gives_what_was_before(tmp_path):
    with filled(tmp_path / "case", crowded(40)) as case:
        before = derived(case)
        one, other = sorted(find.shown_names(case.store))[:2]
        case.undo(case.same(one, other))
        assert derived(case) == before


def test_a_decision_on_actors_that_no_incident_names_leaves_incidents_alone(tmp_path, monkeypatch):
    read = reading(report("Alder Front backs Birch Army, says Cedar Group."), Told("Alder Front", "Birch Army"))
    with filled(tmp_path / "case", [*crowded(10), read]) as case:
        monkeypatch.setattr("avowed.walk.rebuild.resolve_incidents", lambda *_: 1 / 0)
        case.same("Alder Front", "Birch Army")
        assert case.actor("Alder Front").key == case.actor("Birch Army").key


def test_what_did_not_change_is_not_written(tmp_path):
    with filled(tmp_path / "case", crowded(30)) as case:
        before = case.store.connection.total_changes
        one, other = sorted(find.shown_names(case.store), key=lambda key: find.actors(case.store, [key])[key].reports)[
            :2
        ]
        case.same(one, other)
        assert case.store.connection.total_changes - before < sum(map(len, derived(case).values())) / 3
        assert moving.has_part_in_incidents(case.store, []) is False


def test_names_are_weighed_once_for_many_decisions_and_anew_when_a_report_comes(tmp_path):
    with filled(tmp_path / "case", invented.readings(12)) as case:
        first = weighed_of(case.store)
        left, right, *_ = sorted(find.shown_names(case.store))
        case.same(left, right, who="ada")
        assert weighed_of(case.store) is first
        told = report("Ann Ash met Ben Birch.")
        write.add_reading(case.store, reading(told, Told("Ann Ash", "Ben Birch")), AT)
        assert weighed_of(case.store) is not first


def test_decisions_over_kept_names_give_what_all_of_it_anew_would_give(tmp_path):
    with filled(tmp_path / "case", invented.readings(12)) as case:
        chance = Random(3)
        while len(case.decisions()) < 6:
            decide(case, chance)
        log = write.decisions(case.store)
        anew = resolve_actors(find.occurrences(case.store), log, registry.known_actors())
        assert resolution_of(case.store, log) == anew


DAYS, TOWNS = range(1, 7), ("Sarnholt", "Orrin")


def bombings():
    """Each day and town told by two or three reports: some are one incident by themselves, some may be."""
    for day, town in product(DAYS, TOWNS):
        place = LocalPlace("p1", town, (), latitude=47.0, longitude=19.0 + day, precision=PlacePrecision.EXACT)
        for doer in ("Dawn Column", "Birch Raiders", "Dawn Column")[: 2 + day % 2]:
            number = 10 * day + len(doer)
            words = f"{doer} bombed a depot in {town}, paper {number} wrote on day {day}."
            yield bombing(words, doer, place if doer != "Birch Raiders" else None, on_day(date(2021, 3, day)))


def decide_on_incidents(case, chance):
    told = sorted(key for one in case.incidents() for key in one.assertions)
    made = [one.number for one in case.decisions() if one.verdict is not Verdict.UNDO]
    try:
        match chance.randrange(4):
            case 0:
                case.same(*chance.sample(told, 2), who="ada")
            case 1:
                case.not_same(*chance.sample(told, 2), who="ben")
            case 2:
                case.unsure(*chance.sample(told, 2), who="ben")
            case _:
                case.undo(chance.choice(made) if made else 0, who="ada")
    except UsageError:
        return False
    return True


@pytest.mark.parametrize("seed", range(2))
def test_what_is_stored_after_each_decision_on_incidents_is_what_deriving_anew_stores(tmp_path, monkeypatch, seed):
    chance = Random(seed)
    with filled(tmp_path / "case", bombings()) as case:
        for _ in range(8):
            with monkeypatch.context() as held:
                held.setattr("avowed.walk.rebuild.resolve_incidents", lambda *_: 1 / 0)
                decide_on_incidents(case, chance)
            here = derived(case)
            rebuild(case.store)
            whole = derived(case)
            assert {table for table in DERIVED if here[table] != whole[table]} == set()


def test_a_line_that_is_accepted_moves_no_incident_and_one_that_is_rejected_does(tmp_path, monkeypatch):
    with filled(tmp_path / "case", bombings()) as case:
        line = case.incidents()[0].assertions[0]
        with monkeypatch.context() as held:
            held.setattr("avowed.walk.rebuild.resolve_incidents", lambda *_: 1 / 0)
            case.accept(line)
        number = case.reject(line)
        assert line not in {key for one in case.incidents() for key in one.assertions}
        case.undo(number)
        assert line in {key for one in case.incidents() for key in one.assertions}
