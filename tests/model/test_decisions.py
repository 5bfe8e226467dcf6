from avowed.model.decisions import Decision, Verdict, in_force


def decision(number, verdict=Verdict.SAME, left="a", right="b"):
    return Decision(number, verdict, left, right, "me", "2024-01-01T00:00:00+00:00")


def test_an_undone_decision_is_not_in_force():
    assert in_force((decision(1), decision(2, Verdict.UNDO, "1"))) == ()


def test_undoing_an_undo_brings_the_decision_back():
    log = (decision(1), decision(2, Verdict.UNDO, "1"), decision(3, Verdict.UNDO, "2"))
    assert [one.number for one in in_force(log)] == [1]


def test_other_decisions_stay_in_force():
    log = (decision(1), decision(2), decision(3, Verdict.UNDO, "1"))
    assert [one.number for one in in_force(log)] == [2]
