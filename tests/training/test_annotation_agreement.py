import copy
import json
from pathlib import Path

import agreement
import agreement_actors
import pytest


def tie(subject: list[int], object_: list[int], dimension: str = "attack", /, **changes: object) -> dict:
    plain = {"subject_span": subject, "object_span": object_, "dimension": dimension, "sign": -1, "trigger": [20, 25]}
    plain |= {"quote": [0, 60]}
    labels = {"voice": "observed", "factuality": "certain", "negated": False, "mode": "actual"}
    return plain | labels | {"speaker": None, "speaker_span": None, "weight": 1} | changes


def incident(quote: list[int], kind: str = "raid", **changes: object) -> dict:
    return {"quote": quote, "type": kind, "stage": "accomplished", "date": None, "place": None} | changes


def test_an_annotation_agrees_wholly_with_itself():
    one = {"ties": [tie([0, 5], [10, 15]), tie([0, 5], [30, 35], "clash")], "incidents": [incident([0, 50])]}
    lines = agreement.report([(one, copy.deepcopy(one))])
    assert [line for line in lines if "F1" in line and "F1 1.000" not in line] == []
    assert [line for line in lines if " % " in line and "100.0 %" not in line] == []


def test_overlapping_mentions_are_the_same_party():
    assert agreement.same_parties(tie([0, 8], [10, 15]), tie([4, 8], [10, 12]))
    assert not agreement.same_parties(tie([0, 4], [10, 15]), tie([4, 8], [10, 15]))


def test_order_matters_only_where_the_dimension_has_a_direction():
    assert agreement.same_parties(tie([0, 5], [10, 15], "clash"), tie([10, 15], [0, 5], "clash"))
    assert not agreement.same_parties(tie([0, 5], [10, 15]), tie([10, 15], [0, 5]))


def test_each_tie_is_matched_once_and_to_its_likest():
    denial = tie([0, 5], [10, 15], negated=True)
    claim = tie([0, 5], [10, 15])
    pairs = agreement.matched([claim, denial], [denial, claim], agreement.tie_likeness)
    assert [one["negated"] == other["negated"] for one, other in pairs] == [True, True]


def test_triggers_tell_two_incidents_of_one_passage_apart():
    first = incident([0, 50], trigger=[5, 9])
    assert agreement.incident_likeness(first, incident([0, 50], trigger=[30, 35])) == 0
    assert agreement.incident_likeness(first, incident([0, 50])) > 0
    assert agreement.incident_likeness(first, incident([0, 50], "arson")) == 0


def test_an_arguable_tie_that_the_other_lacks_is_no_plain_tie_missed():
    first = {"ties": [tie([0, 5], [10, 15]), tie([0, 5], [30, 35], weight=0.5)], "incidents": []}
    second = {"ties": [tie([0, 5], [10, 15], weight=0.5), tie([0, 5], [40, 45])], "incidents": []}
    assert agreement.plain_line([(first, second)]).endswith("1 of 2, 50.0 %")


def test_kappa_of_a_worked_table():
    pairs = [("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15
    assert agreement.kappa(pairs) == pytest.approx(0.4)


def test_kappa_says_nothing_where_there_is_no_choice():
    assert agreement.kappa([("a", "a")]) is None
    assert agreement.kappa([]) is None


def test_two_folders_are_compared_by_file_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    one = {"ties": [tie([0, 5], [10, 15])], "incidents": []}
    for folder, names in (("first", ("x", "y")), ("second", ("y",))):
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / f"{name}.json").write_text(json.dumps(one), encoding="utf-8")
    assert agreement.main([str(tmp_path / "first"), str(tmp_path / "second")]) == 0
    assert "1 documents annotated twice" in capsys.readouterr().out


def test_the_page_shows_the_figures_that_were_printed():
    both = [({"ties": [tie([0, 5], [10, 15])], "incidents": []},) * 2]
    assert all(line in agreement.page(both) for line in agreement.report(both))


def test_a_name_and_a_pronoun_of_one_actor_are_the_same_actor():
    actors = [{"id": "a", "names": ["Red Column", "the Column"]}, {"id": "b", "names": ["the army"]}]
    by_name = {"actors": actors, "ties": [tie([0, 5], [10, 15], subject="a", object="b")], "incidents": []}
    by_pronoun = {"actors": actors, "ties": [tie([17, 19], [10, 15], subject="a", object="b")], "incidents": []}
    lines = agreement.report([(by_name, by_pronoun)])
    assert "1 of 1 and 1" in next(line for line in lines if line.startswith("ties: actors"))
    assert "0 of 1 and 1" in next(line for line in lines if line.startswith("ties: parties"))


def test_the_same_actors_in_another_passage_are_another_tie():
    names = {"subject_names": {"x"}, "object_names": {"y"}}
    one = tie([0, 5], [10, 15], quote=[0, 30], **names)
    other = tie([40, 45], [50, 55], quote=[40, 60], **names)
    assert agreement_actors.told_likeness(one, other) == 0
    assert agreement_actors.told_likeness(one, other | {"quote": [20, 60]}) > 0
