import json
from datetime import date

import pytest

from avowed.model.vocabulary import Voice
from avowed.store import find
from tests.walk.key import EXAMPLES, KEY, never_read, read, recall

pytestmark = pytest.mark.slow

LEFT, RIGHT = "Halmar Liberation Front", "Dawn Brigades"
# Floors: reached by avowed-first/1 on 2026-11-24; they only rise.
TIES_THAT_MUST, TIES_OF_ALL = 36, 45


def test_every_report_of_the_example_is_read(example):
    assert len(find.reports(example.store)) == len(KEY["reports"])


def test_titles_publishers_and_days_are_as_the_key_says(example):
    held = read(example).reports
    wrong = [
        entry["id"]
        for entry in KEY["reports"]
        if entry["must"]
        and (held[entry["id"]].title, held[entry["id"]].publisher) != (entry["title"], entry["publisher"])
    ]
    assert wrong == []
    days = [
        (entry["published"]["from"], str(held[entry["id"]].published.when.first))
        for entry in KEY["reports"]
        if entry["must"] and entry["published"]["basis"] in ("metadata", "text") and held[entry["id"]].published
    ]
    assert all(told == read_ for told, read_ in days)
    assert len(days) >= 14


def test_no_furniture_is_left_in_the_main_text(example):
    held = read(example).reports
    left = [
        (entry["id"], outside["words"])
        for entry in KEY["reports"]
        for outside in entry["outside"]
        if outside["must"] and outside["words"] in held[entry["id"]].text
    ]
    assert left == []


def test_the_main_text_is_whole_from_its_first_to_its_last_words(example):
    held = read(example).reports
    plain = {identity: " ".join(report.text.split()) for identity, report in held.items()}
    missing = [
        e["id"]
        for e in KEY["reports"]
        if e["must"] and not (e["first"] in plain[e["id"]] and e["last"] in plain[e["id"]])
    ]
    assert missing == []


def test_the_ties_that_any_good_reader_should_get(example):
    held = read(example)
    assert recall((tie for tie in KEY["ties"] if tie["must"]), held)[0] >= TIES_THAT_MUST
    assert recall(KEY["ties"], held)[0] >= TIES_OF_ALL


def test_no_claim_of_a_caption_an_advertisement_or_a_lost_hedge_comes_out(example):
    assert list(never_read(read(example))) == []


def test_a_wire_story_in_three_papers_is_one_source(example):
    held = read(example).reports
    sources = find.sources(example.store)
    for family in KEY["families"]:
        assert len({sources[held[report].id].family for report in family["reports"]}) == 1


def test_both_voices_are_heard_on_the_main_pair_and_both_signs(example):
    pair = example.ask(LEFT, RIGHT)
    assert pair.voices[Voice.STATED].hostile or pair.voices[Voice.STATED].denied
    shown = [tie for tie in pair.ties if tie.voice is not Voice.STATED and not tie.line.negated]
    assert {tie.sign for tie in shown} >= {1, -1}


def test_who_went_over_from_one_to_the_other_stands_between_them(example):
    pair = example.ask(LEFT, RIGHT)
    assert "Pavo Lisk" in {pair.names[key] for path in pair.paths for key in path.through}


def test_two_people_of_one_surname_stay_two(example):
    names = {actor.key: {name.text for name in actor.names} for actor in example.actors()}
    maret = {key for key, held in names.items() if "Maret Vosk" in held}
    darim = {key for key, held in names.items() if any("Darim Vosk" in name for name in held)}
    assert maret
    assert darim
    assert not maret & darim


def test_every_stored_quote_equals_its_words_in_its_report(example):
    assert list(example.verify()) == []


def test_reading_the_same_reports_again_changes_nothing(example):
    before = json.dumps(
        [list(map(str, row)) for row in example.store.connection.execute("SELECT key, body FROM assertions")]
    )
    added = example.add([EXAMPLES / "reports"])
    assert (len(added.read), len(added.already)) == (0, len(KEY["reports"]))
    after = json.dumps(
        [list(map(str, row)) for row in example.store.connection.execute("SELECT key, body FROM assertions")]
    )
    assert before == after


def test_the_page_of_the_main_pair_holds_every_line_with_its_quote(example):
    pair = example.ask(LEFT, RIGHT)
    page = example.report(LEFT, RIGHT)
    assert all(f'id="line-{tie.line.key}"' in page for tie in pair.ties)


def test_a_rejected_line_counts_no_more_and_comes_back_by_undo(example):
    tie = next(tie for tie in example.ask(LEFT, RIGHT).ties if example.ask(LEFT, RIGHT).weights[tie.line.key] > 0)
    number = example.reject(tie.line.key, "wrong speaker", "a tester")
    assert example.ask(LEFT, RIGHT).weights[tie.line.key] == 0
    example.undo(number)
    assert example.ask(LEFT, RIGHT).weights[tie.line.key] > 0


def test_what_was_published_later_is_not_known_on_an_earlier_day(example):
    early = example.ask(LEFT, RIGHT, date(2019, 12, 31))
    assert early.ties
    assert all(tie.line.source.published.first.year <= 2019 for tie in early.ties)
