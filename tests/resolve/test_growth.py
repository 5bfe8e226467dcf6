"""How the work of resolving grows: by what is compared, never by the clock; all with all would be a hundred times for ten."""

import pytest

from avowed.model.world import Place
from avowed.resolve.copies import chosen, holders, word_runs
from avowed.resolve.what import gather as incidents
from avowed.resolve.what.pair import TwoTellings
from avowed.resolve.what.places import Nearness, nearness
from avowed.resolve.what.reach import could_reach, score
from avowed.resolve.what.rows import PROPOSE
from avowed.resolve.what.telling import Telling
from avowed.resolve.who.candidates import candidates, context_pairs
from avowed.resolve.who.known import KnownNames
from avowed.resolve.who.nodes import gather
from benchmarks.resolve import crowd
from tests.resolve.examples import LEAGUES
from tests.resolve.tellings import told

_TOWNS = 20


def _compared(reports: int) -> int:
    known = KnownNames(LEAGUES)
    gathered = gather(crowd.occurrences(reports), known)
    return len([*candidates(gathered, known), *context_pairs(gathered)])


def test_ten_times_as_many_reports_need_at_most_twenty_times_as_many_comparisons_of_names() -> None:
    assert _compared(600) <= 20 * _compared(60)


def test_no_two_names_are_compared_twice() -> None:
    known = KnownNames(LEAGUES)
    pairs = [
        (left, right, one.text, other.text)
        for left, right, one, other in candidates(gather(crowd.occurrences(200), known), known)
    ]
    assert len(pairs) == len(set(pairs))


def test_tellings_of_two_kinds_in_other_towns_on_one_day_are_never_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed = []

    def weigh(two: TwoTellings, least: float) -> float:
        weighed.append(two)
        return score(two, least)

    monkeypatch.setattr(incidents, "score", weigh)
    given = [
        told(f"{kind} 2020-05-12 Town{town}@{town},60", report=f"r-{kind}-{town}")
        for town in range(_TOWNS)
        for kind in ("bombing", "shooting")
    ]
    incidents.gather([Telling(one) for one in given])
    assert len(weighed) == 2 * (_TOWNS * (_TOWNS - 1) // 2) + _TOWNS


def test_towns_are_set_beside_each_other_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def near(one: Place | None, other: Place | None) -> Nearness:
        asked.append((one, other))
        return nearness(one, other)

    monkeypatch.setattr(incidents, "nearness", near)
    given = [
        told(f"{kind} 2020-05-12 Town{number % 4}@{number % 4},60", report=f"r{number}-{kind}")
        for number in range(40)
        for kind in ("bombing", "shooting")
    ]
    incidents.gather([Telling(one) for one in given])
    assert len(asked) <= 4 * 4


def test_two_kinds_in_other_towns_cannot_be_one_whatever_else_agrees() -> None:
    assert not could_reach(PROPOSE, place="other places", copies="", kind="kinds that meet")
    assert could_reach(PROPOSE, place="other places", copies="copies of one story", kind="same kind")


def test_runs_are_given_in_the_order_in_which_a_table_keeps_them() -> None:
    texts = {f"r{number}": " ".join(f"w{word * number % 97}" for word in range(200)) for number in range(9, 0, -1)}
    prints = {key: chosen(word_runs(text)) for key, text in texts.items()}
    given = list(holders(prints))
    assert given == sorted(given)
    assert len(given) == sum(own.size for own in prints.values())
