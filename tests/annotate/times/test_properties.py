"""What holds for any text."""

import os
import subprocess
import sys
from datetime import date
from time import tzset

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from avowed.annotate.times import dateline, find_periods, find_times, infer_published
from avowed.annotate.times.classes import lexicon
from avowed.model.vocabulary import Precision
from avowed.model.when import When, in_year, on_day
from tests.annotate.times.reading import FRIDAY, values
from tests.often import often

WORDS = [*lexicon(), "0", "1", "8", "12", "31", "99", "420", "0630", "1400"]
WORDS += ["1776", "1990", "2000", "2021", "2199", "9999", "1,900", "2.5", "25/3/2020", "3/4/20"]
WORDS += ["2020-02-30", "31.12.9999", "10:75", "9/11", "'98", "1990s", "3rd", "New Year's Eve", "Eid", "\n\n", ".", ","]
PUBLISHED = st.sampled_from(
    [
        None,
        FRIDAY,
        in_year(2020),
        on_day(date(1, 1, 1)),
        on_day(date.max),
        When(date(2021, 1, 1), None, Precision.UNKNOWN),
    ]
)
TIME_TEXTS = st.lists(st.sampled_from(WORDS), max_size=25).flatmap(
    lambda words: st.sampled_from([" ", "-", ", ", ""]).map(lambda gap: gap.join(words))
)


@given(TIME_TEXTS | st.text(max_size=80), PUBLISHED)
@example("25/3/2020", on_day(date(1, 1, 1)))
@example("25/3/2020", on_day(date.max))
@settings(deadline=None, max_examples=often(300))
def test_any_text_gives_ordered_spans_within_it_and_intervals_that_do_not_end_before_they_begin(
    text, published
) -> None:
    found = find_times(text, published)
    edge = 0
    for time in found:
        assert edge <= time.span.start < time.span.end <= len(text)
        assert time.when.words == time.span.of(text)
        assert not (time.when.first and time.when.last) or time.when.first <= time.when.last
        edge = time.span.end
    assert find_times(text, published) == found


@given(TIME_TEXTS)
@settings(deadline=None, max_examples=often(150))
def test_any_text_has_periods_and_a_publication_or_none(text) -> None:
    found = find_times(text, None)
    assert all(0 <= period.span.start < period.span.end <= len(text) for period in find_periods(text, found))
    head, inferred = dateline(text), infer_published(text, found)
    assert head is None or head.span.of(text) == head.when.words
    assert inferred is None or inferred[1]


@given(TIME_TEXTS)
@settings(deadline=None, max_examples=often(150))
def test_a_single_day_is_never_said_of_what_is_known_less_finely(text) -> None:
    for time in find_times(text, in_year(2020)):
        if time.when.precision in (Precision.YEAR, Precision.DECADE):
            assert time.when.first is None or time.when.first != time.when.last


ZONES = pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
TEXT = "They left yesterday, at 10:30 p.m. on Tuesday, and in May."


@ZONES
def test_the_time_zone_of_the_machine_changes_nothing(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = values(TEXT)
    with monkeypatch.context() as patched:
        patched.setenv("TZ", zone)
        tzset()
        there = values(TEXT)
    tzset()
    assert there == before


@pytest.mark.slow
@ZONES
def test_the_time_zone_and_language_that_a_program_starts_in_change_nothing(zone: str) -> None:
    script = (
        "from datetime import date; from avowed.annotate.times import find_times; "
        "from avowed.model.when import on_day; "
        f"print([time.value for time in find_times({TEXT!r}, on_day(date(2021, 8, 27)))])"
    )
    environment = {**os.environ, "TZ": zone, "LANG": "tr_TR.UTF-8", "LC_ALL": "C"}
    ran = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == str(values(TEXT))
