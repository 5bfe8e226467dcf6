"""Every row of judgements, predictions and attributes finds what its example shows, and nothing in its counter-example."""

import re

import pytest

from avowed.annotate.attributes import AttributeRow, attribute_rows, find_attributes
from avowed.annotate.opinions.find import find_judgements, find_predictions
from avowed.annotate.opinions.rows import OpinionRow, opinion_rows
from avowed.annotate.page import Page
from avowed.annotate.sayings.find import find_sayings
from avowed.model.evidence import Assertion, AttributeContent, Mention, Span
from avowed.model.vocabulary import Form, MentionType
from tests.annotate.marked import asked_in_order, marked_page

OPINIONS = tuple({row.name: row for found in opinion_rows().values() for row in found}.values())
ATTRIBUTES = attribute_rows()
asked_in_order([*(row.match for row in OPINIONS), *(row.miss for row in OPINIONS)])


def opinions(sentence: str, rule: str) -> list[Assertion]:
    page = marked_page(sentence)
    sayings = find_sayings(page)
    found = (*find_judgements(page, sayings), *find_predictions(page, sayings))
    return [assertion for assertion in found if assertion.rule == rule]


def attributes(sentence: str, rule: str) -> list[str]:
    value = re.search(r"\{(.*)\}", sentence)
    plain = sentence.replace("{", "").replace("}", "")
    page = with_place(marked_page(plain), value.group(1) if value else "the Mill Valley")
    found = (one for one in find_attributes(page, find_sayings(page)) if one.rule == rule)
    return [one.content.value.of(page.report.text) for one in found if isinstance(one.content, AttributeContent)]


def with_place(page: Page, words: str) -> Page:
    at = page.report.text.find(words)
    span = Span(max(at, 0), max(at, 0) + len(words))
    place = Mention("m99", span, MentionType.LOCATION, span, Form.NAME)
    return page.with_(mentions=(*page.mentions, place))


@pytest.mark.parametrize("row", OPINIONS, ids=lambda row: row.name)
def test_an_opinion_is_found_in_its_example(row: OpinionRow) -> None:
    assert [found.kind for found in opinions(row.match, row.name)] == [row.kind]


@pytest.mark.parametrize("row", OPINIONS, ids=lambda row: row.name)
def test_no_opinion_is_found_in_its_counter_example(row: OpinionRow) -> None:
    assert not opinions(row.miss, row.name)


@pytest.mark.parametrize("row", ATTRIBUTES, ids=lambda row: row.name)
def test_a_property_is_found_in_its_example(row: AttributeRow) -> None:
    value = re.search(r"\{(.*)\}", row.match)
    assert value is not None
    assert attributes(row.match, row.name) == [value.group(1)]


@pytest.mark.parametrize("row", ATTRIBUTES, ids=lambda row: row.name)
def test_no_property_is_found_in_its_counter_example(row: AttributeRow) -> None:
    assert not attributes(row.miss, row.name)


def test_what_is_said_in_response_to_a_raid_is_no_retaliation() -> None:
    assert not opinions(
        "<Omar Belo> said in response to the raid that <the Karsh Front> burned the mill.", "retaliation"
    )
