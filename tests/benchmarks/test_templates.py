"""MUC-4 metrics, each case worked out by hand, and the mapping against trying all mappings."""

from itertools import permutations

import pytest

from benchmarks.scoring.ceaf_rme import score_mentions
from benchmarks.scoring.counts import Counts
from benchmarks.scoring.gtt import micro, roles_only, score_templates
from benchmarks.scoring.responsibility import score_responsibility
from benchmarks.scoring.templates import stripped, template

RAIDERS = template("attack", PerpInd=[["hill raiders", "raiders"]], Target=[["bridge"]])


def test_strings_are_compared_without_case_articles_and_punctuation():
    assert stripped('THE  "Hill-Raiders" of a\nvalley') == "hillraiders of valley"


def test_an_entity_is_right_when_all_its_mentions_are_of_one_gold_entity():
    counts = score_templates([template("attack", PerpInd=[["raiders"]])], [RAIDERS])
    assert counts[1] == Counts(1, 1, 1, 1)


def test_an_entity_with_one_foreign_mention_is_wrong():
    counts = score_templates([template("attack", PerpInd=[["raiders", "bridge"]])], [RAIDERS])
    assert counts[1] == Counts(0, 1, 0, 1)


def test_type_and_roles_are_counted_together():
    said = [template("attack", PerpInd=[["raiders"]], Weapon=[["mortar"]])]
    assert micro(score_templates(said, [RAIDERS])) == Counts(2, 3, 2, 3)


def test_roles_only_leaves_the_type_out():
    said = [template("attack", PerpInd=[["raiders"]], Weapon=[["mortar"]])]
    assert roles_only(score_templates(said, [RAIDERS])) == Counts(1, 2, 1, 2)


def test_templates_of_unlike_types_are_never_a_pair():
    said = [template("arson", PerpInd=[["raiders"]])]
    assert micro(score_templates(said, [RAIDERS])) == Counts(0, 2, 0, 3)


@pytest.mark.parametrize("type_", ["attack", "bombing"])
def test_a_gold_template_of_two_types_accepts_either(type_):
    assert micro(score_templates([template(type_)], [template("bombing / attack")])) == Counts(1, 1, 1, 1)


def test_two_said_entities_within_one_gold_entity_are_both_right_and_it_is_found_once():
    said = [template("attack", PerpInd=[["raiders"], ["hill raiders"]])]
    assert score_templates(said, [RAIDERS])[1] == Counts(2, 2, 1, 1)


def test_each_gold_template_is_given_to_one_predicted_template():
    said = [template("attack"), template("attack")]
    assert score_templates(said, [RAIDERS])[0] == Counts(1, 2, 1, 1)


def test_the_mapping_is_the_best_of_all_mappings():
    gold = [template("attack", Victim=[[name] for name in names]) for names in ("ab", "bc", "cd")]
    said = [template("attack", Victim=[[name] for name in names]) for names in ("bd", "ac", "cb")]
    by_trying = max(
        sum(micro(score_templates([one], [other])).right for one, other in zip(order, gold, strict=True))
        for order in permutations(said)
    )
    assert micro(score_templates(said, gold)).right == by_trying == 7


def test_mention_metric_counts_shared_mentions_one_by_one():
    said = [template("attack", PerpInd=[["raiders", "boys"]], Target=[["bridge"]])]
    assert score_mentions(said, [RAIDERS]) == Counts(2, 3, 2, 3)


def test_mention_metric_aligns_entities_one_to_one():
    said = [template("attack", PerpInd=[["raiders"], ["hill raiders"]])]
    assert score_mentions(said, [RAIDERS]) == Counts(1, 2, 1, 3)


def test_mention_metric_shares_nothing_between_unlike_types():
    said = [template("arson", PerpInd=[["raiders"]])]
    assert score_mentions(said, [RAIDERS]) == Counts(0, 1, 0, 3)


def test_responsibility_is_scored_only_on_organisations_that_are_right():
    gold = [template("attack", PerpOrg=[["red hand", "rh"], ["blue hand"]])]
    said = [template("attack", PerpOrg=[["rh"], ["blue hand"], ["green hand"]])]
    true = [{"red hand": frozenset({"possible"}), "rh": frozenset({"possible"}), "blue hand": frozenset({"claimed"})}]
    given = [{("rh",): "possible", ("blue hand",): "reported", ("green hand",): "claimed"}]
    assert score_responsibility(said, given, gold, true) == (1, 2)


def test_a_gold_fill_of_two_confidences_accepts_either():
    gold = [template("attack", PerpOrg=[["rh"]])]
    true = [{"rh": frozenset({"possible", "claimed"})}]
    assert score_responsibility(gold, [{("rh",): "claimed"}], gold, true) == (1, 1)
