"""Every row of the tables: what it must match and what it must not."""

import re

import pytest

from avowed.annotate.times.classes import alphabet, lexicon
from avowed.annotate.times.finder import meanings
from avowed.annotate.times.leading import first_symbols
from avowed.annotate.times.named import named_times
from avowed.annotate.times.periods import BOUNDS, JOINTS, find_periods
from avowed.annotate.times.table import compiled, grammar
from tests.annotate.times.reading import by_rule, times

RULES = grammar().rules


@pytest.mark.parametrize(("name", "text", "value"), [(rule.name, *example) for rule in RULES for example in rule.match])
def test_a_rule_gives_its_value_where_it_must_match(name: str, text: str, value: str) -> None:
    assert (name, value) in by_rule(text)


@pytest.mark.parametrize(("name", "text"), [(rule.name, text) for rule in RULES for text in rule.never])
def test_a_rule_keeps_off_what_it_must_not_match(name: str, text: str) -> None:
    assert name not in [rule for rule, _ in by_rule(text)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_both_examples_and_a_meaning(rule) -> None:
    assert rule.match
    assert rule.never
    assert rule.meaning in meanings()


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("row", named_times().values(), ids=lambda row: row.name)
def test_a_named_time_is_found_where_it_must_be_and_nowhere_else(row) -> None:
    assert any(time.when.known for time in times(row.match))
    words = "|".join(re.escape(words) for words in row.words)
    assert not any(re.fullmatch(words, time.when.words, re.IGNORECASE) for time in times(row.never))


@pytest.mark.parametrize("row", JOINTS + BOUNDS, ids=lambda row: row.name)
def test_a_period_is_found_where_it_must_be_and_nowhere_else(row) -> None:
    assert find_periods(row.match, times(row.match))
    assert not find_periods(row.never, times(row.never))


def test_a_pattern_with_an_unknown_word_class_is_refused() -> None:
    with pytest.raises(KeyError):
        compiled("month fortnightly")


def test_every_word_class_has_one_symbol_of_its_own() -> None:
    assert len(set(alphabet().values())) == len(alphabet())
    assert {entry[0] for entry in lexicon().values()} <= set(alphabet().values())


def test_the_symbols_a_pattern_may_begin_with_pass_over_what_may_be_missing() -> None:
    symbols = alphabet()
    found = first_symbols(compiled("(the? | a) last? (year | month_u+) day"))
    assert found == {symbols[name] for name in ("the", "a", "last", "year", "month_u")}
