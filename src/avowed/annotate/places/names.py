"""What a place mention is looked up by: its bare name, the sort of place its words say, and the units set after it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from avowed.annotate.actors.lexicon import nations
from avowed.annotate.page import Page
from avowed.annotate.places.gazetteer import Entry, Rank
from avowed.model.evidence import Mention, Span
from avowed.model.names import fold
from avowed.model.vocabulary import Form, MentionType

PLACING = frozenset({MentionType.LOCATION, MentionType.FACILITY})
_SPLIT = re.compile(r"\s{0,8},\s{0,8}")
_DIRECTION = re.compile(
    r"^(?:(?:northern|southern|eastern|western|central|north|south|east|west|northeast\w*|northwest\w*|southeast\w*|southwest\w*"
    r"|greater|downtown|upper|lower|mid|metropolitan|nearby|neighbou?ring|mainland|rural)[\s-]+)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """One mention as the gazetteer is asked for it; `within` are the names set after it in the mention itself.

    `inside` is true of a building or post, `article` where `the` stands before a bare name, as it does not before towns.
    """

    mention: Mention
    name: str
    rank: Rank | None
    inside: bool
    within: tuple[str, ...] = ()
    article: bool = False


@cache
def table() -> Mapping[str, Any]:
    """The regions and short forms that the gazetteer lacks."""
    return MappingProxyType(
        tomllib.loads((files("avowed") / "data" / "places" / "regions.toml").read_text(encoding="utf-8"))
    )


@cache
def _kinds() -> Mapping[str, Rank]:
    kinds = table()["kinds"]
    ranks = (("unit", Rank.UNIT), ("district", Rank.DISTRICT), ("town", Rank.TOWN))
    return MappingProxyType({word: rank for name, rank in ranks for word in kinds[name]})


@cache
def never_alone() -> frozenset[str]:
    """Words that open the names of buildings and are no places there, though towns are called so."""
    return frozenset(table()["kinds"]["plain"])


@cache
def short_forms() -> Mapping[str, str]:
    """Folded short form -> the name of the first-level unit of the United States."""
    return MappingProxyType({fold(short): row[0] for row in table()["short"]["US"] for short in row[1:]})


@cache
def regions() -> Mapping[str, Entry]:
    """Folded name -> a region that is neither country nor first-level unit."""
    return MappingProxyType(
        {
            name: Entry(-1 - number, None, row["middle"][0], row["middle"][1], Rank.UNIT, row["country"], "", 6.5)
            for number, row in enumerate(table()["region"])
            for name in row["names"]
        }
    )


@cache
def meant_countries() -> Mapping[str, str]:
    """Folded name -> code of the country that English means by it; the gazetteer's own names come on top."""
    names = {fold(name): country for name, country in nations().countries.items()}
    return MappingProxyType(names | {fold(name): code for name, code in table()["meant"]["countries"]})


@cache
def meant_towns() -> Mapping[str, tuple[str, str, str]]:
    """Folded name -> name, country and unit of the town that is meant where no other context speaks."""
    return MappingProxyType({fold(row[0]): (row[1], row[2], row[3]) for row in table()["meant"]["towns"]})


@cache
def too_wide() -> frozenset[str]:
    """Folded names of what has no one point."""
    return frozenset(fold(name) for name in table()["wide"]["names"])


def named_places(page: Page) -> tuple[Named, ...]:
    """Every mention of a place by name, in order."""
    found = (_named(page, mention) for mention in page.mentions if _may_be_place(page, mention))
    return tuple(named for named in found if named is not None)


def _may_be_place(page: Page, mention: Mention) -> bool:
    if mention.form is not Form.NAME:
        return False
    if mention.type in PLACING:
        return True
    words = mention.span.of(page.report.text).lower().removeprefix("the ")
    return mention.type is MentionType.ORGANISATION and words in nations().countries


def _named(page: Page, mention: Mention) -> Named | None:
    text = " ".join(mention.span.of(page.report.text).split())
    first, *rest = _SPLIT.split(text)
    words = first.removeprefix("the ").removeprefix("The ").removeprefix("THE ").split()
    bare, rank = _without_kind(words)
    if not bare:
        return None
    beside = rank or _kind_after(page.report.text, mention.span)
    article = first.lower().startswith("the ") and beside is None
    inside = mention.type is MentionType.FACILITY
    return Named(mention, " ".join(bare), beside, inside, tuple(filter(None, rest)), article and not inside)


def _without_kind(words: list[str]) -> tuple[list[str], Rank | None]:
    """`Kandahar province` is Kandahar the province, `the city of Mosul` is Mosul the town."""
    kinds = _kinds()
    if len(words) > 2 and words[1].lower() == "of" and words[0].lower() in kinds:
        return words[2:], kinds[words[0].lower()]
    if len(words) > 1 and words[-1].lower() in kinds:
        return words[:-1], kinds[words[-1].lower()]
    return words, None


def _kind_after(text: str, span: Span) -> Rank | None:
    match = re.match(r"\s{1,9}([A-Za-z]+)", text[span.end : span.end + 24])
    return _kinds().get(match.group(1).lower()) if match else None


def spellings(name: str) -> tuple[str, ...]:
    """The ways to ask for a name: as it stands, without a direction, and with the Persian link written in one."""
    joined = re.sub(r"(\w)[\s-](?:e|i)[\s-](\w)", r"\1i \2", name)
    bare = _DIRECTION.sub("", name)
    return tuple(dict.fromkeys(one for one in (name, joined, bare, short_forms().get(fold(name), "")) if one))
