"""Words of one actor on another are the same whether all lines are gone through or those alone in which both are named."""

from dataclasses import replace
from itertools import permutations

import pytest

from avowed.model.evidence import StatementContent, TieContent
from avowed.model.vocabulary import Kind
from avowed.model.world import known_actors
from avowed.resolve.actors import resolve_actors
from avowed.store import derive, find, write
from avowed.store.sayings import in_both, said
from benchmarks.crowd.reports import cast, readings

KINDS = (Kind.TIE, Kind.STATEMENT, Kind.JUDGEMENT, Kind.PREDICTION)
WORDS = KINDS[1:]


@pytest.fixture
def crowd(case):
    for reading in readings(60):
        write.add_reading(case, with_words(reading), "2024-01-01T00:00:00+00:00")
    derive.save_resolution(case, resolve_actors(find.occurrences(case), (), known_actors(())))
    return case


def with_words(reading):
    """With a saying of nobody about the ends of each tie that the report itself tells, beside it."""
    told = [one for one in reading.assertions if isinstance(one.content, TieContent) and not one.attribution]
    said_of = [
        replace(
            one, id=f"w{one.id}", content=StatementContent(None, (one.content.subject, one.content.object), one.quote)
        )
        for one in told
    ]
    return replace(reading, assertions=(*reading.assertions, *said_of))


def keys_of_most_named(case):
    return [find.actors_named(case, name) for name in cast(40).names[:6]]


def test_words_of_one_on_another(crowd):
    found = 0
    for one, other in permutations(keys_of_most_named(crowd), 2):
        whole = list(said(crowd, KINDS, one, other))
        assert list(said(crowd, KINDS, one, other, among=in_both(crowd, one, other))) == whole
        found += len(whole)
    assert found


def test_words_on_both(crowd):
    found = 0
    for one, other in permutations(keys_of_most_named(crowd), 2):
        whole = list(said(crowd, WORDS, (), one, other))
        assert list(said(crowd, WORDS, (), one, other, among=in_both(crowd, one, other))) == whole
        found += len(whole)
    assert found


def test_no_line_of_two_who_are_never_named_together(case):
    assert in_both(case, ["alder-front"], ["birch-army"]) == ()
    assert list(said(case, KINDS, ["alder-front"], ["birch-army"], among=())) == []
