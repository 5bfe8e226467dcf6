"""No pattern runs away: each on 100 kB of its worst strings within a second."""

import re
import time

import pytest

from avowed.annotate.times import find_times, named, periods, publication, tokens
from avowed.annotate.times.named import named_heads
from avowed.annotate.times.table import grammar
from tests.annotate.times.reading import FRIDAY

pytestmark = pytest.mark.faults
LENGTH = 100_000
WORST = [
    "a",
    "1",
    "1,",
    "1.",
    "1/",
    "1-",
    "A a, ",
    "A",
    ".",
    "\n ",
    "\n\n",
    " ",
    "Ab.",
    "'",
    "20 ",
    "published: ",
    "A.A/",
]
WORST += [
    "twenty-",
    "May 8, ",
    "the end of the ",
    "last ",
    "2014 to ",
    "from 2014 ",
    "one day ",
    "sept 11 ",
    "World War ",
]
MODULES = (tokens, named, periods, publication)
PATTERNS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, re.Pattern)
}
PATTERNS |= {f"joint.{joint.name}": joint.between for joint in periods.JOINTS}
PATTERNS |= {f"bound.{bound.name}": bound.before for bound in periods.BOUNDS}
PATTERNS |= {f"named.{head}": pattern for head, pattern in named_heads().items()}


def seconds_over(pattern: re.Pattern[str], text: str) -> float:
    begin = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - begin


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_on_text_is_linear(name: str) -> None:
    for worst in WORST:
        assert seconds_over(PATTERNS[name], (worst * LENGTH)[:LENGTH]) < 1, worst


@pytest.mark.parametrize("rule", grammar().rules, ids=lambda rule: rule.name)
def test_a_rule_on_its_own_words_without_end_is_linear(rule) -> None:
    text = (rule.match[0][0] + " ") * (LENGTH // (len(rule.match[0][0]) + 1))
    assert seconds_over(rule.pattern, tokens.tokenise(text).symbols) < 1
    for symbol in rule.starts:
        assert seconds_over(rule.pattern, symbol * LENGTH) < 1


def test_twice_the_text_takes_about_twice_the_time() -> None:
    piece = (
        "On May 8, 2021, a year after 2020, they met again on Tuesday; two days later, in the late 1990s, it rained. "
    )

    def seconds(copies: int) -> float:
        begin = time.process_time()
        find_times(piece * copies, FRIDAY)
        return time.process_time() - begin

    seconds(10)
    once, twice = (min(seconds(copies) for _ in range(3)) for copies in (200, 400))
    assert twice < 5 * max(once, 0.05)
