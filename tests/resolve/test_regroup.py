"""Following one decision on incidents gives what merging all tellings anew gives, and looks at few of them."""

from dataclasses import replace
from random import Random

import pytest

from avowed.model.decisions import Decision, Verdict
from avowed.resolve.incidents import resolve_incidents
from avowed.resolve.regroup import Standing, regroup
from benchmarks.resolve.incidents import tellings


def told_of(chance):
    """Invented tellings two or three to a report, some a part of another that their report tells."""
    every = [one for _, one in tellings().values()]
    chance.shuffle(every)
    found = []
    while every:
        own = [every.pop() for _ in range(min(len(every), chance.choice((1, 2, 3))))]
        report = own[0].report
        whole = own[0].local if len(own) > 1 and chance.random() < 0.5 else None
        found += [replace(one, report=report, part_of=whole if one is own[-1] else None) for one in own]
    return {one.key: one for one in found}


class Case:
    """What a store would hold of the incidents of one case, and which reports were asked for."""

    def __init__(self, told):
        self.told, self.log, self.asked = told, (), set()
        self.merged = resolve_incidents(told.values(), ())
        self.incidents = {one.key: one for one in self.merged.incidents}
        self.alike = tuple(sorted(self.merged.alike, key=lambda one: (-one.score, one.left, one.right)))

    def tell(self, keys):
        reports = {self.told[key].report for key in keys}
        self.asked |= reports
        return [one for one in self.told.values() if one.report in reports]

    def follow(self, decision):
        self.log = (*self.log, decision)
        lean = tuple(replace(one, features=()) for one in self.alike)
        full = {(one.left, one.right): one for one in self.alike}
        incident_of = {key: one.key for one in self.incidents.values() for key in one.assertions}
        reasons = lambda pairs: [full[one.left, one.right] for one in pairs]  # noqa: E731
        undone = next((one for one in self.log if str(one.number) == decision.left), decision)
        found = regroup(Standing(incident_of, lean, self.tell, reasons), self.log, (undone.left, undone.right))
        kept = {key: one for key, one in self.incidents.items() if key not in found.gone}
        self.incidents = kept | {one.key: one for one in found.incidents}
        return found


def drawn(chance, case):
    number = len(case.log) + 1
    made = [one for one in case.log if one.verdict is not Verdict.UNDO]
    undone = {one.left for one in case.log if one.verdict is Verdict.UNDO}
    left = [one for one in made if str(one.number) not in undone]
    if left and chance.random() < 0.3:
        return Decision(number, Verdict.UNDO, str(chance.choice(left).number), "", "ada", "")
    verdict = chance.choice((Verdict.SAME, Verdict.NOT_SAME, Verdict.UNSURE))
    inside = [one for one in case.incidents.values() if len(one.assertions) > 1]
    pair = chance.sample(sorted(case.told), 2)
    if inside and chance.random() < 0.5:
        pair = chance.sample(chance.choice(sorted(inside, key=lambda one: one.key)).assertions, 2)
    return Decision(number, verdict, *pair, "ada", "")


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (2, 3))])
def test_each_decision_followed_gives_what_merging_anew_gives(seed):
    chance = Random(seed)
    case = Case(told_of(chance))
    for _ in range(12):
        found = case.follow(drawn(chance, case))
        anew = resolve_incidents(case.told.values(), case.log)
        assert case.incidents == {one.key: one for one in anew.incidents}
        assert found.proposals == tuple((one.left, one.right) for one in anew.proposals)
        assert found.conflicts == anew.conflicts


def test_a_decision_looks_only_at_reports_that_tell_of_what_it_moves():
    case = Case(told_of(Random(5)))
    one, other = sorted(case.told)[:2]
    case.follow(Decision(1, Verdict.SAME, one, other, "ada", ""))
    assert 0 < len(case.asked) < len({one.report for one in case.told.values()}) / 4
