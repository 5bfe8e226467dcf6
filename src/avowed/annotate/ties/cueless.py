"""Bonds that the model sees where the words tell none: in a headline without a cue, or between a namer and what he names."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from avowed.annotate.grammar.clauses import VERBAL
from avowed.annotate.grammar.support import phrase_of
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.ascribed import ascriber
from avowed.annotate.ties.table import load_ties
from avowed.model.evidence import Mention
from avowed.model.vocabulary import Dimension

_ASKED = {
    Dimension.ACCORD: frozenset({Dimension.ACCORD}),
    Dimension.MEMBERSHIP: frozenset({Dimension.MEMBERSHIP, Dimension.COMMAND}),
    Dimension.COMMAND: frozenset({Dimension.MEMBERSHIP, Dimension.COMMAND}),
}
_MOST, _SHARE, _LONG = 22, 0.75, 4


def cueless(page: Page, trigger: Token, dimension: Dimension) -> bool:
    """True where the trigger stands in a headline that has no word by which some rule knows such a bond."""
    asked = _ASKED.get(dimension)
    if asked is None or not _in_headline(page.report.text, trigger.idx):
        return False
    return not any(_is_cue(token, _cues(asked)) for token in trigger.sent)


def _is_cue(token: Token, cues: Mapping[tuple[bool, str], frozenset[str]]) -> bool:
    told = cues.get((token.pos_ in VERBAL, phrase_of(token)), frozenset())
    return bool({"", token.tag_} & told)


def of_namer(trigger: Token, parties: tuple[Mention, Mention]) -> bool:
    """True for `X called Y the leader of Z`, where X is taken for a party: X only says so."""
    namer = ascriber(trigger)
    return namer is not None and any(one.span.start <= namer.idx < one.span.end for one in parties)


def _in_headline(text: str, at: int) -> bool:
    """True for a line in title case that ends without a stop."""
    end = text.find("\n", at)
    line = text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)].strip()
    if line.isupper():  # a wire in capitals throughout, whose lines are broken anywhere
        return False
    words = [word for word in line.split() if len(word) >= _LONG and word[0].isalpha()]
    raised = sum(word[0].isupper() for word in words)
    return bool(words) and len(line.split()) <= _MOST and line[-1] not in ".;:" and raised >= _SHARE * len(words)


@cache
def _cues(dimensions: frozenset[Dimension]) -> Mapping[tuple[bool, str], frozenset[str]]:
    """(verb or not, word or phrase) -> the tags with which it is a cue; the empty one stands for all of them."""
    found: dict[tuple[bool, str], frozenset[str]] = {}
    for row in load_ties().all:
        for word in row.lemmas if row.dimension in dimensions else ():
            key = row.pos == "verb", word
            found[key] = found.get(key, frozenset()) | (row.tags or {""})
    return MappingProxyType(found)
