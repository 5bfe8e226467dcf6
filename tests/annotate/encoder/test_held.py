"""What the reader holds in memory at once stays within bounds, whatever a text is like."""

from dataclasses import replace

import numpy as np
import pytest

from avowed.annotate import annotator
from avowed.annotate.encoder import Encoder, heads
from avowed.model.evidence import Report, report_id
from tests.annotate.one_reader import one_reader

TEXT = "The Marrow Brigade attacked an army convoy near Delvana on Tuesday. Colonel Ivo Stanic leads the brigade. "

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def encoder():
    return Encoder.load()


def _windows(encoder, times):
    text = TEXT * times
    ends = [at + 1 for at, letter in enumerate(text) if letter == "."]
    return encoder.run(encoder._cut(text, list(zip([0, *ends], ends, strict=False))))


def test_many_pairs_are_looked_at_a_part_at_a_time_and_get_what_they_get_together(encoder, monkeypatch):
    (window,), (vectors,) = _windows(encoder, 3)
    pieces = len(window.ids)
    ends = np.array([(one, one, other, other) for one in range(pieces) for other in range(pieces) if one != other])
    held = []
    looks_of = heads.Heads._looks
    monkeypatch.setattr(
        heads.Heads, "_looks", lambda self, of, some: held.append(len(some)) or looks_of(self, of, some)
    )
    hidden, looks = encoder.heads.pairs(vectors.projected, ends)
    monkeypatch.setattr(heads, "PAIRS_AT_ONCE", len(ends))
    together, looks_together = encoder.heads.pairs(vectors.projected, ends)
    assert max(held[:-1]) < held[-1] == len(ends)
    np.testing.assert_allclose(hidden, together, atol=1e-5)
    np.testing.assert_allclose(looks, looks_together, atol=1e-6)


def test_on_one_thread_a_window_is_run_when_what_the_last_one_gave_was_taken(encoder):
    packed, _ = _windows(encoder, 40)
    begun = []
    given = encoder._each(begun.append, packed)
    next(given)
    assert (len(begun), len(packed) > 1) == (1, True)


def test_a_page_that_is_read_gives_up_what_was_kept_beside_its_parse(monkeypatch):
    docs = []
    whole = annotator._reading
    monkeypatch.setattr(annotator, "_reading", lambda page, *rest: docs.append(page.doc) or whole(page, *rest))
    one = Report(report_id(TEXT), "first", TEXT, language="en")
    assert [len(reading.assertions) > 0 for reading in one_reader().annotate([one, replace(one, title="second")])]
    assert [doc.user_data for doc in docs] == [{}, {}]
