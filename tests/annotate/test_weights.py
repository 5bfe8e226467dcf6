from avowed.annotate.weights import Weights, load_weights, logit

WEIGHTS = Weights({"rule": 2.0, "far": -1.0}, {"default": 0.5})


def test_no_reason_is_an_even_chance() -> None:
    assert WEIGHTS.score({}) == 0.5


def test_a_reason_for_raises_and_a_reason_against_lowers() -> None:
    assert WEIGHTS.score({"rule": 1.0}) > WEIGHTS.score({"rule": 1.0, "far": 1.0}) > WEIGHTS.score({"far": 1.0})


def test_a_reason_that_the_table_does_not_know_counts_nothing() -> None:
    assert WEIGHTS.score({"new": 100.0}) == 0.5


def test_the_order_of_reasons_changes_nothing() -> None:
    assert WEIGHTS.score({"rule": 0.1, "far": 0.7}) == WEIGHTS.score({"far": 0.7, "rule": 0.1})


def test_certainty_has_an_end() -> None:
    assert logit(1.0) == logit(0.99999)


def test_every_table_that_ships_has_the_score_from_which_a_finding_counts() -> None:
    assert all(0 < load_weights(name).settings["default"] < 1 for name in ("ties", "mentions", "relations"))


def test_a_rule_that_was_mostly_right_speaks_for_a_tie() -> None:
    assert load_weights("ties").by_name["rule score"] > 0
