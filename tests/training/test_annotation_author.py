import json
from pathlib import Path

import annotation_draft
import annotation_spans
import annotation_texts
import annotation_words
import author
import check
import pytest

TEXT = (
    "Gen. Osk said the Red Column raided Lome on 3 May. The Column denied the raid.\n\n"
    "The rebels and the Dawn\nFront are linked. The rebels fled."
)
DRAFT = {
    "set": "canada",
    "id": "v1",
    "actors": {
        "osk": ["person", "Gen. Osk"],
        "col": ["armed_group", "Red Column", "The Column"],
        "df": ["armed_group", "Dawn Front"],
    },
    "passages": [
        {
            "at": 1,
            "ties": [
                {"tie": "stance-", "from": "osk", "to": "col", "trigger": "said", "voice": "stated", "speaker": "osk"}
            ],
            "incidents": [
                {
                    "incident": "raid",
                    "trigger": "raided",
                    "date": "1999-05-03",
                    "by": ["col attributed"],
                    "casualties": ["killed unknown 5-7"],
                }
            ],
        },
        {
            "at": "3-4",
            "ties": [
                {"tie": "support", "from": "col=The rebels#1", "to": "df", "trigger": "linked", "voice": "observed"}
            ],
        },
    ],
}


def only_tie(**changes: object) -> dict:
    passage = {
        "at": 3,
        "ties": [
            {
                "tie": "support",
                "from": "col=The rebels",
                "to": "df",
                "trigger": "linked",
                "voice": "observed",
                **changes,
            }
        ],
    }
    return DRAFT | {"passages": [passage]}


def faults_of(**changes: object) -> str:
    return "; ".join(annotation_draft.annotation(only_tie(**changes), TEXT)[1])


def test_quoted_words_become_offsets_of_the_same_words():
    made, faults = annotation_draft.annotation(DRAFT, TEXT)
    support = made["ties"][1]
    assert faults == []
    assert TEXT[slice(*support["subject_span"])] == "The rebels"
    assert TEXT[slice(*support["object_span"])] == "Dawn\nFront"
    assert (support["sign"], support["factuality"], support["weight"]) == (1, "certain", 1)


def test_what_the_tool_makes_passes_the_check():
    made, _ = annotation_draft.annotation(DRAFT, TEXT)
    assert check.faults(made, TEXT) == []


def test_an_annotation_holds_no_sentence_of_the_text():
    made, _ = annotation_draft.annotation(DRAFT, TEXT)
    assert not any(TEXT[start:end] in author.lines(made) for start, end in annotation_texts.sentences(TEXT))


def test_words_that_are_absent_are_refused_with_the_words():
    assert "'besieged' is not in the quote" in faults_of(trigger="besieged")


def test_words_found_twice_are_refused_until_one_is_marked():
    assert "occurs 2 times" in faults_of(at="3-4")
    assert faults_of(at="3-4", **{"from": "col=The rebels#2"}) == ""


def test_words_after_other_words_are_the_next_ones():
    whole = annotation_spans.Span(0, len(TEXT))
    found = annotation_spans.find(TEXT, whole, {"words": "The rebels", "after": "linked"})
    assert found.start == TEXT.rindex("The rebels")


def test_a_run_goes_from_its_first_words_to_its_last():
    found = annotation_spans.find(TEXT, annotation_spans.Span(0, len(TEXT)), "Red Column ... Lome")
    assert TEXT[found.start : found.end] == "Red Column raided Lome"


def test_part_of_a_word_is_not_the_word():
    assert "is not in the quote" in faults_of(trigger="link")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"tie": "stance"}, "stance has two signs"),
        ({"tie": "attack+"}, "sign 1 is none of"),
        ({"tie": "friendship"}, "tie 'friendship' is none of"),
        ({"to": "nobody"}, "actor 'nobody' is none of"),
        ({"to": "col=The rebels"}, "no tie with itself"),
        ({"voice": "heard"}, "voice 'heard'"),
        ({"valid": "May 1999"}, "write YYYY"),
        ({"at": 9}, "no sentences 9"),
        ({"colour": "red"}, "unknown fields ['colour']"),
        ({"speaker": "osk"}, "no name of osk is in the quote"),
        ({"role": "a b c d e f g h i"}, "too long"),
    ],
)
def test_a_value_outside_the_tables_is_refused(changes: dict, message: str):
    assert message in faults_of(**changes)


def test_every_fault_of_a_draft_is_told_at_once():
    passages = [{"at": 1, "ties": [{"tie": "x"}, {"tie": "y"}]}, {"at": 99, "statements": [{"about": []}]}]
    assert len(annotation_draft.annotation(DRAFT | {"passages": passages}, TEXT)[1]) == 3


def test_the_same_tie_twice_is_refused():
    draft = only_tie()
    draft["passages"].append(draft["passages"][0])
    assert annotation_draft.annotation(draft, TEXT)[1] == ["tie t2 repeats t1"]


def test_a_rank_does_not_end_a_sentence():
    assert len(annotation_texts.sentences(TEXT)) == 4


def test_a_note_mark_stays_with_the_sentence_it_ends():
    text = "Ilin led the Column.[1][2] He fled."
    assert [text[start:end] for start, end in annotation_texts.sentences(text)] == [
        "Ilin led the Column.[1][2]",
        "He fled.",
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2015", ("2015", "2015", "year")),
        ("2015-03..", ("2015-03", None, "month")),
        ("..2018-01-02", (None, "2018-01-02", "day")),
        ("2006-09..2007", ("2006-09", "2007", "year")),
        ("1980s", ("1980", "1989", "decade")),
    ],
)
def test_a_date_is_as_fine_as_its_coarsest_end(words: str, expected: tuple):
    assert annotation_words.date_range(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("10", (10, 10, 10)), ("5-7", (5, None, 7)), ("14+", (14, 14, None)), ("-20", (None, None, 20))],
)
def test_casualties_have_lowest_best_and_highest(words: str, expected: tuple):
    made = annotation_draft.casualties(f"killed civilian {words}")
    assert (made["low"], made["best"], made["high"]) == expected


def test_a_long_value_is_kept_as_offsets_only():
    value = TEXT[: TEXT.index(".", 6)]
    made = annotation_draft.attribute_value(TEXT, annotation_spans.Span(0, len(TEXT)), value)
    assert made == {"value": None, "value_span": [0, len(value)]}


def test_a_changed_text_is_told_by_the_hash():
    made, _ = annotation_draft.annotation(DRAFT, TEXT)
    assert any("has changed" in fault for fault in check.faults(made, TEXT.replace("Lome", "Rome")))


def test_the_check_finds_spans_values_and_copied_words():
    made, _ = annotation_draft.annotation(DRAFT, TEXT)
    made["ties"][0] |= {"trigger": [5, 900], "voice": "heard", "role": "a b c d e f g h i", "speaker": "nobody"}
    found = "; ".join(check.faults(made, TEXT))
    assert all(words in found for words in ("trigger [5, 900]", "voice heard", "copied words", "no actor nobody"))


def test_a_draft_becomes_a_file_and_a_faulty_one_does_not(tmp_path: Path):
    folder = tmp_path / "kb" / "canada_listed_entities"
    folder.mkdir(parents=True)
    (folder / "entities.jsonl").write_text(json.dumps({"id": "v1", "narrative": TEXT}) + "\n", encoding="utf-8")
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps(DRAFT), encoding="utf-8")
    bad.write_text("{", encoding="utf-8")
    common = ["--data", str(tmp_path), "make", "--out", str(tmp_path / "out")]
    assert author.main([*common, str(bad)]) == 1
    assert author.main([*common, str(good)]) == 0
    assert check.main(["--data", str(tmp_path), str(tmp_path / "out" / "canada-v1.json")]) == 0
