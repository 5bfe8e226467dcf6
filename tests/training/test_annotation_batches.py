import json
from pathlib import Path

import check
import choose

FOLDER = Path(choose.__file__).parent
PLAN = json.loads((FOLDER / "batches.json").read_text(encoding="utf-8"))
DEALT = [(row["set"], row["id"]) for batch in PLAN["batches"] for row in batch["documents"]]


def test_no_document_is_dealt_twice_or_again():
    assert len(DEALT) == len(set(DEALT))
    assert not set(DEALT) & choose.first_annotated()
    assert not choose.later_annotated() & {*DEALT, *choose.first_annotated()}


def test_a_second_annotator_is_never_the_first():
    assert all(row["by"] != row["batch"] for row in PLAN["twice"])
    assert {(row["set"], row["id"]) for row in PLAN["twice"]} <= set(DEALT)


def test_the_held_out_tenth_follows_from_the_documents():
    assert choose.held_out(sorted({*DEALT, *choose.first_annotated()})) == PLAN["held_out"]


def test_every_committed_annotation_is_planned_and_copies_no_sentence():
    listed = {*DEALT, *choose.first_annotated(), *choose.later_annotated()}
    planned = {f"{name}-{document}.json" for name, document in listed}
    for path in check.annotation_files(FOLDER):
        key = json.loads(path.read_text(encoding="utf-8"))
        assert path.name in planned
        assert [fault for part in check.PARTS for one in key[part] for fault in check.copied(one)] == []


def test_more_kinds_of_armed_actors_score_higher():
    words = "The {} fled after the truce talks. " * 3
    assert choose.score(words.format("army", "army", "army")) < choose.score(
        "The army, the rebels and the police held truce talks."
    )


def test_a_near_copy_is_known_by_its_runs_of_words():
    text = "the column took the bridge at dawn and left it before the brigade came back from the river"
    assert choose.is_copy(text + " at night", [choose.shingles(text)])
    assert not choose.is_copy("nothing in these words stands in the other text at all today", [choose.shingles(text)])
