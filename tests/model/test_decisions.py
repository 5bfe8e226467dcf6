from avowed.model.decisions import Decision, Verdict, about, in_force


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


def test_two_hypotheses_and_ratings_of_two_are_each_on_a_thing_of_their_own():
    made = [
        decision(1, Verdict.SUPPOSE, "line", "the army itself"),
        decision(2, Verdict.SUPPOSE, "line", "smugglers"),
        decision(3, Verdict.RATE, "line", "-2 told Smugglers"),
        decision(4, Verdict.RATE, "line", "1 told the army itself"),
        decision(5, Verdict.ACCEPT, "line", ""),
        decision(6, Verdict.OUTCOME, "line", "came_true"),
    ]
    assert len({about(one, tuple(made)) for one in made}) == len(made)
    again = decision(7, Verdict.RATE, "line", "2 told smugglers")
    assert about(again, ()) == about(made[2], ())
