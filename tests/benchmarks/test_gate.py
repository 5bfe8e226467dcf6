"""Floors only rise, a changed ruler is never passed over in silence, and the page says only what was measured."""

import json

import pytest

from benchmarks import gate, store
from benchmarks.page import Published, page
from benchmarks.ruler import files, ruler
from benchmarks.scoring.bootstrap import Estimate
from benchmarks.session import Line

KEY = "re3d_mentions / dev / F1"


def result(value, ruler_="r1", system="avowed", quick=False, lower=False):
    found = Line(system, "dev", "F1", Estimate(value, value - 0.1, value + 0.1, 11), lower)
    return store.Result("re3d_mentions", "re3d", "reader/1", ruler_, "2024-05-01", quick, (found,))


def floor(value, ruler_="r1", lower=False):
    return {KEY: gate.Floor(value, 11, ruler_, lower)}


def faults(floors, *results):
    return list(gate.faults(floors, results, lambda _: "r1"))


def test_the_gate_is_open_at_the_floor():
    assert faults(floor(0.5), result(0.5)) == []


def test_the_gate_is_shut_below_the_floor():
    assert "0.4000" in faults(floor(0.5), result(0.4))[0]


def test_an_error_is_a_ceiling():
    assert faults(floor(0.5, lower=True), result(0.4, lower=True)) == []
    assert faults(floor(0.5, lower=True), result(0.6, lower=True)) != []


def test_a_missing_result_shuts_the_gate():
    assert "no result" in faults(floor(0.5))[0]


def test_a_quick_run_is_no_result():
    assert "no result" in faults(floor(0.5), result(0.9, quick=True))[0]


def test_a_baseline_has_no_floor():
    assert gate.ours([result(0.9, system="spaCy small")]) == {}


def test_a_changed_ruler_shuts_the_gate_even_above_the_floor():
    assert "ruler has changed" in faults(floor(0.5, "old"), result(0.9))[0]
    assert "ruler has changed" in faults(floor(0.5), result(0.9, "old"))[0]


def test_a_better_figure_raises_its_floor():
    assert gate.raised(floor(0.5), [result(0.6)])[0][KEY].value == 0.6


def test_a_worse_figure_is_refused():
    with pytest.raises(gate.Refused, match="only rise"):
        gate.raised(floor(0.5), [result(0.4)])


def test_a_floor_under_a_new_ruler_needs_a_reason():
    with pytest.raises(gate.Refused, match="--reason"):
        gate.raised(floor(0.5, "old"), [result(0.4)])


def test_a_floor_under_a_new_ruler_keeps_the_old_value_with_the_reason():
    new, history = gate.raised(floor(0.5, "old"), [result(0.4)], "articles are stripped")
    assert new[KEY].value == 0.4
    row = {"key": KEY, "value": 0.5, "documents": 11, "ruler": "old", "reason": "articles are stripped"}
    assert history == [row]


def test_a_floor_of_other_documents_says_nothing_of_these():
    grown = {KEY: gate.Floor(0.5, 9, "r1")}
    assert "9 documents then and 11 now" in faults(grown, result(0.4))[0]
    with pytest.raises(gate.Refused, match="--reason"):
        gate.raised(grown, [result(0.4)])
    assert gate.raised(grown, [result(0.4)], "two reports more")[0][KEY].value == 0.4


def test_floors_come_back_as_they_were_stored(tmp_path):
    path = tmp_path / "floors.json"
    gate.write(floor(0.5, lower=True), [{"key": KEY}], path)
    assert gate.load(path) == (floor(0.5, lower=True), [{"key": KEY}])


def test_a_result_comes_back_as_it_was_stored(tmp_path):
    store.write(result(0.6), tmp_path)
    assert store.load(tmp_path) == [result(0.6)]


def test_a_stored_result_holds_figures_and_names_only(tmp_path):
    row = json.loads(store.write(result(0.6), tmp_path).read_text(encoding="utf-8"))
    assert set(row["lines"][0]) == {"system", "part", "metric", "estimate", "lower_is_better", "pinned"}


def test_the_ruler_holds_scorers_and_loaders_but_no_baseline():
    names = [path.as_posix() for path in files("benchmarks.runners.re3d_relations")]
    assert any(name.endswith("scoring/relations.py") for name in names)
    assert any(name.endswith("sets/re3d.py") for name in names)
    assert not any("baselines" in name for name in names)


def test_rulers_of_unlike_benchmarks_differ():
    assert ruler("re3d_relations") != ruler("muc4")


def test_the_page_has_our_row_before_the_baseline_and_the_published_after():
    ours, plain = result(0.6), result(0.3, system="rule")
    both = store.Result(**{**_fields(ours), "lines": (*plain.lines, *ours.lines)})
    written = page([both], [Published("re3d_mentions", "F1", "theirs", 0.695, "a paper")])
    assert written.index("**avowed**") < written.index("| rule |") < written.index("| theirs |")
    assert "0.600 | 0.500 to 0.700 | 11" in written


def test_the_page_says_when_and_with_what_it_was_measured():
    assert "run on 2024-05-01, reader reader/1" in page([result(0.6)], [])


def _fields(one):
    return {name: getattr(one, name) for name in store.Result.__dataclass_fields__}


def test_our_own_annotations_are_a_part_of_the_ruler_that_measures_against_them():
    assert [path for path in files("benchmarks.runners.ties") if path.parent.name == "annotations"]
    assert not [path for path in files("benchmarks.runners.names") if path.parent.name == "annotations"]
