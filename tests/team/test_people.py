"""Several people on one case: nothing is lost, nothing overwritten, and every decision keeps its name."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from avowed.case import Case
from avowed.errors import Superseded
from avowed.store import find, open_case, write
from avowed.walk.rebuild import bring_up, rebuild
from tests.building import Told, reading, report
from tests.team.server import BLANK

DOCS = Path(__file__).parents[2] / "docs" / "teams.md"
AT = "2024-01-01T00:00:00+00:00"


@pytest.fixture
def address(server):
    return server.database(BLANK)


def told(text: str, *names: str):
    return reading(report(text), Told(*names))


def test_what_four_people_add_at_once_is_all_there_and_derived(address):
    def add(person: int) -> None:
        with open_case(address) as store:
            for number in range(12):
                read = told(
                    f"Alder Front backs Birch Army, person {person} heard {number} times.", "Alder Front", "Birch Army"
                )
                write.add_reading(store, read, AT)
                bring_up(store, [read.report.id])

    with ThreadPoolExecutor(4) as people:
        list(people.map(add, range(4)))
    with Case.open(address) as case:
        assert case.counts()["reports"] == 48
        assert len(case.ask("Alder Front", "Birch Army").ties) == 48
        assert [fault for fault in case.verify() if "original is missing" not in fault] == []


def test_the_same_report_from_two_people_is_kept_once(address):
    def add(_: int) -> bool:
        with open_case(address) as store:
            return write.add_reading(store, told("Alder Front backs Birch Army.", "Alder Front", "Birch Army"), AT).new

    with ThreadPoolExecutor(2) as people:
        assert sorted(people.map(add, range(2))) == [False, True]
    with open_case(address) as store:
        assert find.counts(store)["assertions"] == 1


def test_decisions_bear_their_names_and_a_contrary_one_is_told_not_overwritten(address):
    with open_case(address) as store:
        write.add_reading(store, told("Alder Front backs Birch Army.", "Alder Front", "Birch Army"), AT)
        rebuild(store)
    with Case.open(address) as ada, Case.open(address) as ben:
        line = ada.ask("Alder Front", "Birch Army").ties[0].line.key
        ada.accept(line, who="ada")
        second = ben.reject(line, who="ben")
        assert [(one.number, one.who, str(one.verdict)) for one in ada.decisions()] == [
            (1, "ada", "accept"),
            (2, "ben", "reject"),
        ]
        assert "ada said accept before, as number 1" in ben.against(second)[0]
        with pytest.raises(Superseded, match="ben decided on this meanwhile"):
            ada.accept(line, who="ada", seen=1)
        assert len(ben.decisions()) == 2


def test_two_people_who_decide_at_once_get_numbers_of_their_own(address):
    with open_case(address) as store:
        for number in range(8):
            write.add_reading(
                store, told(f"Alder Front backs Birch Army, on day {number}.", "Alder Front", "Birch Army"), AT
            )
        rebuild(store)
    with Case.open(address) as case:
        keys = [tie.line.key for tie in case.ask("Alder Front", "Birch Army").ties]

    def decide(key: str) -> int:
        with Case.open(address) as case:
            return case.accept(key, who="somebody")

    with ThreadPoolExecutor(4) as people:
        assert sorted(people.map(decide, keys)) == list(range(1, 9))


def test_somebody_with_the_rights_that_the_docs_name_can_do_all(server):
    address = server.database(BLANK)
    name = address.partition("?")[0].rpartition("/")[2]
    server.run("CREATE USER ben", name)
    granted = [line for line in DOCS.read_text().splitlines() if line.startswith("psql reports -c")]
    assert granted
    for line in granted:
        server.run(line.split('"')[1], name)
    with Case.open(server.address(name, "ben")) as case:
        write.add_reading(case.store, told("Alder Front backs Birch Army.", "Alder Front", "Birch Army"), AT)
        write.add_reading(case.store, told("Alder Front met Birch Army.", "Alder Front", "Birch Army"), AT)
        rebuild(case.store)
        line = case.ask("Alder Front", "Birch Army").ties[0].line
        case.reject(line.key, who="ben")
        case.remove(line.source.report)
        case.set_settings(b"")
        assert case.counts()["reports"] == 1


def test_one_person_sees_at_once_what_another_added(address):
    with open_case(address) as mine, open_case(address) as theirs:
        before = find.state(mine)
        write.add_reading(theirs, told("Alder Front backs Birch Army.", "Alder Front", "Birch Army"), AT)
        assert find.state(mine) != before
