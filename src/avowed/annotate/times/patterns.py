"""Where the rules of the table match; each looks at a bounded number of tokens, so that reading is linear."""

from dataclasses import dataclass

from avowed.annotate.times.table import Rule, grammar
from avowed.annotate.times.tokens import Tokens

# No rule of the table is longer than these many tokens, and none looks further back than that.
_FARTHEST_TOKEN = 24
_FARTHEST_BACK = 4


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's tokens [first, end) with those of its named parts."""

    rule: Rule
    first: int
    end: int
    parts: dict[str, tuple[int, int]]


def matches_at(tokens: Tokens, at: int) -> list[Match]:
    """Every rule's match that begins at a token, longest first and then in order of the table."""
    symbols, rules = tokens.symbols, grammar()
    gate = rules.gates.get(symbols[at])
    if gate is None or not gate.match(symbols, at, at + _FARTHEST_TOKEN):
        return []
    tried = (_tried(rule, symbols, at) for rule in rules.by_start[symbols[at]])
    return sorted((match for match in tried if match), key=lambda match: -match.end)


def _tried(rule: Rule, symbols: str, at: int) -> Match | None:
    hit = rule.pattern.match(symbols, at, at + _FARTHEST_TOKEN)
    if hit is None or hit.end() == at or not _in_context(rule, symbols, at):
        return None
    groups = rule.pattern.groupindex
    parts = {name.rpartition("__")[0]: hit.span(name) for name in groups if hit.start(name) >= 0}
    return Match(rule, at, hit.end(), parts)


def _in_context(rule: Rule, symbols: str, at: int) -> bool:
    before = symbols[max(at - _FARTHEST_BACK, 0) : at]
    if rule.after and not rule.after.search(before):
        return False
    return not (rule.not_after and rule.not_after.search(before))
