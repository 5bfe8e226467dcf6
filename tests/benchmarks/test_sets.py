"""Every loader on a file of its format with words of our own."""

import gzip
import json
import tarfile
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from benchmarks import sets
from benchmarks.scoring.attribution import Saying
from benchmarks.scoring.geocoding import Located
from benchmarks.scoring.negation import Negation
from benchmarks.scoring.relations import Relation
from benchmarks.scoring.spans import TypedSpan
from benchmarks.scoring.templates import template
from benchmarks.sets import annotations, ecbplus, factuality, geo, muc4, names, negation, plv, polnear, re3d


def packed(path, *rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


def zipped(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(text)


def tarred(path, **files):
    path.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(path, "w:gz") as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            archive.addfile(member, BytesIO(text.encode()))


def test_the_folder_of_the_sets_is_the_one_given_else_the_one_of_the_environment(monkeypatch):
    monkeypatch.setenv(sets.VARIABLE, "elsewhere")
    assert (sets.data_root("here"), sets.data_root()) == (Path("here"), Path("elsewhere"))


def test_a_set_that_is_not_there_says_where_to_point(tmp_path):
    with pytest.raises(sets.NoSet, match="--data"):
        re3d.load(tmp_path, "dev")


def test_re3d_leaves_rejected_candidates_out(tmp_path):
    entity = {"begin": 0, "end": 3, "type": "Person", "confidence": 1}
    relation = {"sourceBegin": 0, "sourceEnd": 3, "targetBegin": 4, "targetEnd": 6, "type": "Likes"}
    row = {
        "id": "one",
        "text": "Ode Ra",
        "entities": [entity, {**entity, "begin": 1, "confidence": 0.4}],
        "relations": [{**relation, "confidence": 0.9}, {**relation, "type": "Apart", "confidence": 0}],
    }
    packed(tmp_path / "re3d/dev.jsonl.gz", row)
    (found,) = re3d.load(tmp_path, "dev")
    assert found.mentions == {TypedSpan(0, 3, "Person")}
    assert found.relations == {Relation((0, 3), (4, 6), "Likes")}
    assert found.argument_spans == [(0, 3), (4, 6)]


def test_muc4_joins_templates_with_the_confidence_of_organisations(tmp_path):
    empty = {"PerpInd": [], "Target": [], "Victim": [], "Weapon": []}
    gold = {"incident_type": "arson", "PerpOrg": [[["the red hand", 3], ["rh", 9]]], **empty}
    full = {"perp_org_confidence": [{"values": ["POSSIBLE"], "ref": ["THE RED HAND", "RH"]}]}
    packed(tmp_path / "muc4/dev.gtt.jsonl.gz", {"docid": "D1", "doctext": "lower", "templates": [gold]})
    packed(tmp_path / "muc4/dev.full.jsonl.gz", {"docid": "D1", "text": "UPPER", "templates": [full]})
    (found,) = muc4.load(tmp_path, "dev")
    assert (found.text, found.templates) == ("UPPER", (template("arson", PerpOrg=[["red hand", "rh"]]),))
    assert found.confidences == ({"red hand": {"possible"}, "rh": {"possible"}},)


def test_plover_marks_become_spans_of_the_plain_sentence():
    text, places = plv.unmarked("<s>Ode</s> sued <t>Ra</t> and <t>Bo</t>")
    assert text == "Ode sued Ra and Bo"
    assert places == {"s": ((0, 3),), "t": ((9, 11), (16, 18))}


def test_a_plover_target_that_is_left_unsaid_has_no_span():
    assert plv.unmarked("<s>Ode</s> sued")[1]["t"] == ()


def test_polnear_reads_brat_with_contents_in_pieces(tmp_path):
    notes = "T1\tSource 0 3\tOde\nT2\tCue 4 8\tsaid\nT3\tContent 9 11;14 16\tyes no\nand more\n"
    notes += "T4\tAttribution 4 8\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
    files = {"data/dev/text/a.txt": "Ode said yes or no", "data/dev/attributions/a_7.ann": notes}
    tarred(tmp_path / "polnear/train_dev.tar.gz", **files)
    (found,) = polnear.load(tmp_path, "dev")
    assert found.sayings == (Saying((0, 3), (4, 8), ((9, 11), (14, 16))),)


def test_the_first_of_two_annotators_is_taken(tmp_path):
    note = "T1\tContent {0} {1}\tx\nT2\tCue 0 1\tx\nE1\tAttribution:T2 Content:T1 Cue:T2\n"
    files = {f"data/dev/attributions/a_{at}.ann": note.format(at, at + 1) for at in (5, 3)}
    tarred(tmp_path / "polnear/train_dev.tar.gz", **{"data/dev/text/a.txt": "words here"}, **files)
    (found,) = polnear.load(tmp_path, "dev")
    assert found.sayings[0].content == ((3, 4),)


def test_a_predicate_stands_where_its_token_does(tmp_path):
    row = {"sent_id": "a-1-2", "text": "no, no one left", "tokens": ["no", ",", "no", "one", "left"], "pred": 4}
    packed(tmp_path / "factuality/dev.jsonl.gz", {**row, "factuality": -2.5})
    (found,) = factuality.load(tmp_path, "dev")
    assert (found.span, found.document, found.factuality) == ((11, 15), "a-1", -2.5)


def test_negations_are_columns_of_cue_scope_and_event(tmp_path):
    rows = [
        "c\t0\t0\tHe\the\tP\t*\t_\tHe\t_",
        "c\t0\t1\tnever\tnever\tR\t*\tnever\t_\t_",
        "c\t0\t2\tleft\tleave\tV\t*\t_\tleft\tleft",
    ]
    zipped(tmp_path / "negation/cd_sco_dev.txt.gz", "\n".join(rows) + "\n\nc\t1\t0\tGo\tgo\tV\t*\t***\n")
    one, other = negation.load(tmp_path, "dev")
    assert (one.text, one.negations) == ("He never left", (Negation(frozenset({1}), frozenset({0, 2})),))
    assert other.negations == ()
    assert one.spans == [(0, 2), (3, 8), (9, 13)]


def test_names_and_entries_are_read(tmp_path):
    folder = tmp_path / "names"
    folder.mkdir()
    table = "case_group,schema,name1,name2,is_match,quality,category,notes\ng,Person,Ra Ode,Ode Ra,true,HIGH,,\n"
    (folder / "name_bench_cases.csv").write_text(table, encoding="utf-8")
    entry = {"id": "1", "type": "person", "name": "RA ODE", "aliases": [["Ra O", "Good"]]}
    (folder / "un_aliases_dev.json").write_text(json.dumps([entry]), encoding="utf-8")
    assert names.pairs(tmp_path) == [names.NamePair("Person", "Ra Ode", "Ode Ra", True)]
    assert names.entries(tmp_path) == [names.Entry("1", "person", "RA ODE", ("Ra O",))]


def test_lgl_tells_units_from_towns_and_keeps_names_without_a_place(tmp_path):
    tag = '<gaztag geonameid="{0}"><name>Vale</name><fcode>{1}</fcode><lat>1.5</lat><lon>2</lon></gaztag>'
    name = "<toponym><start>{0}</start><end>{1}</end>{2}</toponym>"
    names_ = (
        name.format(0, 4, tag.format(7, "ADM1")) + name.format(5, 9, tag.format(8, "PPL")) + name.format(10, 12, "")
    )
    article = f'<article docid="a"><text>Vale Vale Xy</text><toponyms>{names_}</toponyms></article>'
    zipped(tmp_path / "geo/lgl.xml.gz", f"<articles>{article}</articles>")
    (found,) = geo.load_lgl(tmp_path)
    assert found.places == (Located((0, 4), 1.5, 2.0, 7, True), Located((5, 9), 1.5, 2.0, 8))
    assert found.unplaced == ((10, 12),)


def test_geovirus_offsets_count_from_one(tmp_path):
    place = "<location><name>Vale</name><start>4</start><end>8</end><lat>1</lat><lon>2</lon></location>"
    article = f"<article><text>In Vale.</text><locations>{place}</locations></article>"
    zipped(tmp_path / "geo/GeoVirus.xml.gz", f"<articles>{article}</articles>")
    (found,) = geo.load_geovirus(tmp_path)
    assert found.text[slice(*found.places[0].span)] == "Vale"


def test_ecbplus_joins_mentions_of_one_event_across_articles():
    tokens = '<token t_id="1" sentence="0">Fire</token><token t_id="2" sentence="1">It</token>'
    marks = (
        '<Markables><ACTION_OCCURRENCE m_id="5"><token_anchor t_id="1"/></ACTION_OCCURRENCE><ACTION_STATE m_id="9"/>'
    )
    relation = '<CROSS_DOC_COREF r_id="3" note="ACT1"><source m_id="5"/><target m_id="9"/></CROSS_DOC_COREF>'
    written = f"<Document>{tokens}{marks}</Markables><Relations>{relation}</Relations></Document>"
    root = fromstring(written)  # noqa: S314 our own words
    found = ecbplus.document(Path("7/7_1ecb.xml"), root)
    assert (found.topic, found.text) == ("7", "Fire\nIt")
    assert [(one.words, one.event) for one in found.mentions] == [("Fire", "ACT1")]


RECORD = {
    "source": {"set": "re3d", "id": "one"},
    "actors": [{"id": "a1", "names": ["The Ode"]}, {"id": "a2", "names": ["Ra"]}],
    "ties": [
        {
            "subject": "a1",
            "object": "a2",
            "subject_span": [0, 3],
            "object_span": [8, 10],
            "dimension": "arms",
            "sign": 1,
            "quote": [0, 10],
            "voice": "assessed",
            "factuality": "possible",
            "negated": False,
            "speaker": None,
            "speaker_span": None,
            "weight": 0.5,
        }
    ],
}


def test_an_annotation_gets_its_text_and_the_names_of_its_actors():
    found = annotations.document(RECORD, {("re3d", "one"): "Ode arms Ra"})
    (tie,) = found.ties
    assert (found.text, tie.subject.names, tie.weight, tie.speaker) == ("Ode arms Ra", {"ode"}, 0.5, None)


def test_an_annotation_without_its_text_is_left_out():
    assert annotations.document(RECORD, {}) is None


def test_the_held_out_tenth_is_the_one_that_the_plan_names(tmp_path):
    assert annotations.held_out(tmp_path) == frozenset()
    (tmp_path / "batches.json").write_text(json.dumps({"held_out": [["re3d", "one"]]}), encoding="utf-8")
    assert annotations.held_out(tmp_path) == {("re3d", "one")}
