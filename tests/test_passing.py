from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from shutil import copytree

import pytest

from avowed.settings import default_text
from avowed.store import Store, create, derive, find, open_case, passing
from avowed.store.write import add_reading
from avowed.walk import passing as walk
from avowed.walk.rebuild import bring_up, rebuild
from benchmarks.resolve import case as invented
from tests.building import Told, reading, report

NOW = datetime(2022, 1, 1, tzinfo=UTC).isoformat()
MORE = 4  # reports that come after those of a case
TEXT = "The Dawn Column armed the Sarn Militia near the river, an official of the district said on Monday evening."


@pytest.fixture(scope="module")
def derived(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """A case of so many reports derived whole, made once: every test gets a copy."""

    @cache
    def made(count: int) -> Path:
        folder = tmp_path_factory.mktemp("derived") / "case"
        with create(folder, default_text()) as held:
            for one in _told(count)[:count]:
                add_reading(held, one, NOW)
            rebuild(held)
        return folder

    return made


@pytest.fixture
def filled(tmp_path: Path, derived: Callable[[int], Path]) -> Iterator[Callable[[int], Store]]:
    with ExitStack() as held:
        yield lambda count: held.enter_context(open_case(Path(copytree(derived(count), tmp_path / "case"))))


def _sets(store):
    rows = store.connection.execute("SELECT o.key, m.actor FROM membership m JOIN occurrences o ON o.id = m.occurrence")
    found = {}
    for row in rows:
        found.setdefault(row["actor"], set()).add(row["key"])
    return {frozenset(held) for held in found.values()}


def _add(store, one, large=1):
    add_reading(store, one, NOW)
    bring_up(store, [one.report.id], large=large)


def _told(count):
    return list(invented.readings(count + MORE))


def _next(count, left):
    """The reports that come after so many; at most MORE."""
    return _told(count)[count : count + left]


def test_a_report_resolved_in_passing_gives_what_deriving_the_whole_case_gives(filled):
    store = filled(120)
    for one in _next(120, 2):
        _add(store, one)
    assert passing.passed(store) == 2
    in_passing = (
        _sets(store),
        set(find.edges(store)),
        derive.incidents(store),
        derive.families_of(store, _reports(store)),
    )
    rebuild(store)
    assert in_passing == (
        _sets(store),
        set(find.edges(store)),
        derive.incidents(store),
        derive.families_of(store, _reports(store)),
    )


def _reports(store):
    return [one.report.id for one in find.reports(store)]


def test_many_new_reports_make_the_whole_case_be_derived_anew(filled):
    store = filled(60)
    for one in _next(60, 4):
        add_reading(store, one, NOW)
    bring_up(store, [], large=1)
    assert passing.passed(store) == 0


def test_a_case_of_an_earlier_format_is_derived_whole_first(filled):
    store, (last,) = filled(60), _next(60, 1)
    store.connection.execute("DELETE FROM name_marks")
    _add(store, last)
    assert passing.passed(store) == 0


def test_a_small_case_is_always_derived_whole(filled):
    store, (last,) = filled(60), _next(60, 1)
    _add(store, last, large=1000)
    assert passing.passed(store) == 0


def test_a_copy_that_comes_in_passing_joins_the_family_of_its_story(filled):
    store = filled(60)
    _add(store, reading(report(TEXT), Told("Dawn Column", "Sarn Militia")))
    _add(store, reading(report(f"{TEXT} (Agencies)"), Told("Dawn Column", "Sarn Militia")))
    families = derive.families_of(store, _reports(store))
    assert families[report(TEXT).id] == families[report(f"{TEXT} (Agencies)").id]


def test_an_actor_met_in_passing_keeps_its_key_and_gains_the_report(filled):
    store = filled(60)
    first = reading(report(TEXT), Told("Dawn Column", "Sarn Militia"))
    add_reading(store, first, NOW)
    rebuild(store)
    before = find.actors_named(store, "Dawn Column")
    _add(store, reading(report("A second report says the Dawn Column pays."), Told("Dawn Column", "A second report")))
    assert find.actors_named(store, "Dawn Column") == before
    assert find.actors(store, before)[before[0]].reports == 2


def test_what_somebody_else_derived_meanwhile_is_not_derived_twice(filled, monkeypatch):
    store, (last,) = filled(120), _next(120, 1)
    attach, others = walk.attach, []

    def slowly(*arguments):
        if not others:
            others.append(1)
            with open_case(store.folder) as other:
                bring_up(other, [last.report.id], large=1)
        return attach(*arguments)

    monkeypatch.setattr(walk, "attach", slowly)
    _add(store, last)
    here = (_sets(store), set(find.edges(store)))
    rebuild(store)
    assert here == (_sets(store), set(find.edges(store)))


def test_an_actor_that_went_meanwhile_is_looked_for_again(filled, monkeypatch):
    store, (last,) = filled(120), _next(120, 1)
    attach, others = walk.attach, []

    def slowly(*arguments):
        found = attach(*arguments)
        if not others:
            others.append(1)
            key = next(iter(found.membership.values()))
            store.connection.execute("UPDATE actors SET key = key || '-moved' WHERE key = ?", (key,))
            store.connection.execute("UPDATE membership SET actor = actor || '-moved' WHERE actor = ?", (key,))
        return found

    monkeypatch.setattr(walk, "attach", slowly)
    _add(store, last)
    assert set(passing.standing(store, [last.report.id]).values()) <= set(find.actors(store))


def test_those_who_are_not_named_stay_apart_from_all_others_in_passing(filled):
    store = filled(60)
    before = set(find.actors(store))
    _add(store, reading(report("The gunmen attacked the Sarn Militia."), Told("The gunmen", "Sarn Militia")))
    assert before < set(find.actors(store))
