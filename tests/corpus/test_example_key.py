"""The example set keeps what it promises, and its checker finds what is wrong with a key."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from examples.check_key import entries, faults, main, one_line

EXAMPLES = Path(__file__).parents[2] / "examples"
Key = dict[str, Any]


@pytest.fixture
def key() -> Key:
    loaded: Key = json.loads((EXAMPLES / "key.json").read_text(encoding="utf-8"))
    return loaded


def test_every_line_of_the_key_has_its_words_in_a_report(key: Key) -> None:
    assert faults(key) == []


def test_the_checker_says_what_it_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert "17 reports" in capsys.readouterr().out


def test_every_file_of_reports_is_in_the_key(key: Key) -> None:
    named = {report["file"] for report in key["reports"]}
    assert named == {f"reports/{path.name}" for path in (EXAMPLES / "reports").iterdir()}


def test_every_record_of_the_desk_export_is_in_the_key(key: Key) -> None:
    lines = (EXAMPLES / "reports" / "13-desk-export.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["id"] for line in lines} == {r["record"] for r in key["reports"] if "record" in r}


@pytest.mark.parametrize("name", ["14-quiet-partners", "15-concord-panel"])
def test_a_printed_report_holds_the_words_of_its_source(name: str) -> None:
    source = (EXAMPLES / "sources" / f"{name}.txt").read_text(encoding="utf-8").partition("\n\n")[2]
    with pypdfium2.PdfDocument(EXAMPLES / "reports" / f"{name}.pdf") as printed:
        pages = [one_line(page.get_textpage().get_text_range()) for page in printed]
    sentences = one_line(source.replace("## ", "")).split(". ")
    # A sentence that runs over the end of a page is parted by that page's foot.
    parted = [sentence for sentence in sentences if sentence not in " ".join(pages)]
    assert len(parted) < len(pages)


def test_the_two_main_groups_say_one_thing_while_another_is_shown(key: Key) -> None:
    pair = set(key["main_pair"])
    between = [tie for tie in key["ties"] if {tie["subject"], tie["object"]} == pair]
    said = [tie for tie in between if tie["voice"] == "stated"]
    late = [tie for tie in between if (tie.get("when", {}).get("from") or "") > "2020-08"]
    shown = [tie for tie in late if tie["voice"] == "observed"]
    assert len(said) > 20
    assert len(shown) > 5
    assert all(tie["negated"] or tie["sign"] < 0 for tie in said)
    assert all(tie["sign"] > 0 for tie in shown)


def test_the_set_is_large_enough_to_learn_something_from(key: Key) -> None:
    assert len(key["reports"]) >= 16
    assert len(key["ties"]) >= 90
    assert len(key["incidents"]) >= 12
    assert {tie["report"] for tie in key["ties"]} >= {r["id"] for r in key["reports"]} - {"r03", "r04", "r08"}


def test_one_attack_has_three_tolls(key: Key) -> None:
    attack = next(each for each in key["incidents"] if each["title"] == "Attacks on the capital")
    killed = [toll["best"] for toll in attack["tolls"] if (toll["kind"], toll["who"]) == ("killed", "civilian")]
    assert killed == [11, 14, 19, 19]


def _first(key: Key, part: str) -> Key:
    entry: Key = key[part][0]
    return entry


SPOILERS: list[tuple[str, Callable[[Key], None], str]] = [
    ("a quote that is in no report", lambda key: _first(key, "ties").update(quote="a treaty of friendship"), "has no"),
    (
        "a quote from a caption",
        lambda key: _first(key, "ties").update(quote="Army engineers trained the Kessim network’s ferrymen"),
        "furniture",
    ),
    ("an unknown actor", lambda key: _first(key, "ties").update(subject="nobody"), "no actor of the key"),
    ("an unknown report", lambda key: _first(key, "ties").update(report="r99"), "no report of the key"),
    ("an unknown voice", lambda key: _first(key, "ties").update(voice="whispered"), "vocabulary"),
    ("an unknown accepted voice", lambda key: _first(key, "ties").update(accept={"voice": ["sung"]}), "vocabulary"),
    ("an unknown kind", lambda key: _first(key, "actors").update(kind="choir"), "vocabulary"),
    ("a friendly clash", lambda key: key["ties"][1].update(sign=1), "has no sign"),
    ("an id used twice", lambda key: key["ties"][1].update(id="t001"), "different ones"),
    ("a tie that ends too early", lambda key: _first(key, "ties").update(when={"from": "2019", "to": "2014"}), "ends"),
    ("a wrong first word", lambda key: _first(key, "reports").update(first="Once upon a time"), "main text"),
    ("furniture that is not there", lambda key: _first(key, "never").update(words="a free pony"), "has no"),
    ("a toll upside down", lambda key: key["incidents"][1]["tolls"][0].update(low=99), "out of order"),
    ("an unknown outcome", lambda key: _first(key, "predictions").update(outcome="perhaps"), "vocabulary"),
]


@pytest.mark.parametrize(("spoil", "says"), [row[1:] for row in SPOILERS], ids=[row[0] for row in SPOILERS])
def test_the_checker_finds(key: Key, spoil: Callable[[Key], None], says: str) -> None:
    spoiled = copy.deepcopy(key)
    spoil(spoiled)
    assert any(says in fault for fault in faults(spoiled))


def test_a_page_without_its_notice_is_found(key: Key, tmp_path: Path) -> None:
    report = _first(key, "reports")
    page = (EXAMPLES / report["file"]).read_text(encoding="utf-8")
    (tmp_path / "reports").mkdir()
    (tmp_path / report["file"]).write_text(page.replace("invented", "true"), encoding="utf-8")
    alone = {name: [] if isinstance(part, list) else part for name, part in key.items()} | {"reports": [report]}
    assert any("no visible line says" in fault for fault in faults(alone, tmp_path))


def test_every_entry_that_is_judged_says_whether_it_is_a_must(key: Key) -> None:
    judged = [entry for part in ("ties", "attributes", "incidents", "predictions", "judgements") for entry in key[part]]
    assert all(isinstance(entry["must"], bool) for entry in judged)
    assert all(isinstance(entry["must"], bool) for entry in entries(key) if "must" in entry)
