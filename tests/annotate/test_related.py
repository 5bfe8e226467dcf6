from dataclasses import dataclass, field
from functools import cache
from types import SimpleNamespace

import numpy as np
import pytest
import spacy

from avowed.annotate.circumstances import find_circumstances, tied_by
from avowed.annotate.page import Page
from avowed.annotate.related import Relations
from avowed.annotate.weights import Weights
from avowed.model.evidence import Mention, Report, Span
from avowed.model.vocabulary import MentionType

TEXT = "The Harbour Brigade holds Velm and the old bridge."
BRIGADE, VELM, BRIDGE = (4, 19), (26, 30), (35, 49)
NAMES, TIES = ("none", "CoLocated", "InChargeOf"), ("none", "command+")


@dataclass
class Window:
    """What a model would see: for some pairs the chances of each relation, for all others none."""

    seen: dict
    reach: tuple[int, int] = (0, len(TEXT))
    card: SimpleNamespace = field(
        default_factory=lambda: SimpleNamespace(
            labels=lambda head: NAMES if head == "relation" else TIES,
            row={"symmetric": {"relation": ["CoLocated"]}},
        )
    )

    def scored(self, pairs):
        relations = np.array([self.seen.get(pair, (1.0, 0.0, 0.0)) for pair in pairs])
        ties = np.tile([1.0, 0.0], (len(pairs), 1))
        return SimpleNamespace(pairs=pairs, chances={"relation": relations, "tie": ties}, trigger=lambda _: (20, 25))


@cache
def blank():
    """English words and nothing else, made once: that takes a quarter of a second."""
    return spacy.blank("en")


def page(seen, brigade=MentionType.ORGANISATION):
    def one(name, span, kind):
        return Mention(name, Span(*span), kind, Span(*span))

    doc = blank()(TEXT)
    for token in doc:
        token.is_sent_start = token.i == 0
    mentions = (
        one("m1", BRIGADE, brigade),
        one("m2", VELM, MentionType.LOCATION),
        one("m3", BRIDGE, MentionType.FACILITY),
    )
    return Page(Report("r1", "r1", TEXT), doc, mentions=mentions, windows=(Window(seen),))


@pytest.fixture(autouse=True)
def plain_weights(monkeypatch):
    table = Weights({"model": 1.0}, {"default": 0.3, "asked": 0.05})
    monkeypatch.setattr("avowed.annotate.related.load_weights", lambda _: table)
    monkeypatch.setattr("avowed.annotate.circumstances.load_weights", lambda _: table)


def told(seen, **more):
    return [(one.trigger_type, one.content.subject) for one in find_circumstances(page(seen, **more), (), ())]


def test_a_likely_relation_is_told():
    assert told({(BRIGADE, BRIDGE): (0.2, 0.0, 0.8)}) == [("InChargeOf", "m1")]


def test_an_unlikely_relation_is_not_told():
    assert told({(BRIGADE, BRIDGE): (0.8, 0.0, 0.2)}) == []


def test_a_relation_that_holds_both_ways_is_told_once_and_its_place_comes_last():
    both = {(BRIGADE, VELM): (0.2, 0.8, 0.0), (VELM, BRIGADE): (0.2, 0.8, 0.0)}
    assert told(both) == [("CoLocated", "m1")]


def test_of_two_relations_of_a_pair_the_likelier_is_told():
    assert told({(BRIGADE, VELM): (0.0, 0.45, 0.55)}) == [("InChargeOf", "m1")]


def test_where_a_person_is_is_never_told():
    assert told({(BRIGADE, VELM): (0.1, 0.9, 0.0)}, brigade=MentionType.PERSON) == []


def test_a_tie_of_a_kin_kind_is_a_reason():
    seen = page({(BRIGADE, BRIDGE): (0.2, 0.0, 0.8)})
    tied = {frozenset(("m1", "m3")): frozenset({"command+"})}
    (with_tie,) = Relations(seen, tied).possible(0.02)
    (without,) = Relations(seen, {}).possible(0.02)
    assert (with_tie.reasons["tied alike"], without.reasons["tied alike"]) == (1.0, 0.0)


def test_without_ties_no_pair_is_tied():
    assert tied_by(()) == {}
