"""From place mentions to places: look up, weigh twice (the second time knowing the first), and group by place."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from avowed.annotate.actors.lexicon import nations
from avowed.annotate.page import Page
from avowed.annotate.places.choose import Asked, choose, gathered
from avowed.annotate.places.gazetteer import Entry, Gazetteer, Rank
from avowed.annotate.places.inner import with_inner_places
from avowed.annotate.places.names import (
    Named,
    meant_countries,
    meant_towns,
    named_places,
    never_alone,
    regions,
    short_forms,
    spellings,
    too_wide,
)
from avowed.model.evidence import LocalPlace
from avowed.model.names import fold
from avowed.model.vocabulary import Form, MentionType, PlacePrecision

_CONTAINED = re.compile(
    r"^(?:\s*,\s*(?:in\s+|of\s+)?|\s+in\s+|\s*\(\s*|\s+\w+,?\s+(?:in|of)\s+)(?:the\s+)?(?:\w+\s+){0,1}$", re.IGNORECASE
)
_SHORT = re.compile(r"^,\s+((?:[A-Z]\.?\s?){1,2}[A-Za-z]{0,5}\.?)(?=[\s,.;)—-]|$)")
ROUNDS = (True, False)  # whether a round still guesses; a third round changes next to nothing
FOREMOST = 3.0
_PRECISION = {
    Rank.COUNTRY: PlacePrecision.COUNTRY,
    Rank.UNIT: PlacePrecision.ADMIN1,
    Rank.DISTRICT: PlacePrecision.DISTRICT,
    Rank.TOWN: PlacePrecision.EXACT,
    Rank.VILLAGE: PlacePrecision.EXACT,
}


def find_places(page: Page, gazetteer: Gazetteer) -> Page:
    """The page with its places; a name that may be anywhere keeps its precision unknown and has no coordinates."""
    page = with_inner_places(page)
    asked = _asked(page, gazetteer)
    peoples = _peoples(page)
    chosen: list[Entry | None] = [choose(one, gathered((), peoples)) if _plain(one) else None for one in asked]
    for tentative in ROUNDS:
        chosen = [choose(one, gathered(_others(asked, chosen, at), peoples), tentative) for at, one in enumerate(asked)]
    return page.with_(places=_grouped(page, asked, chosen))


def _others(asked: Sequence[Asked], chosen: Sequence[Entry | None], at: int) -> list[Entry | None]:
    """What was chosen for other names: no name is evidence for itself."""
    name = fold(asked[at].named.name)
    return [entry for one, entry in zip(asked, chosen, strict=True) if fold(one.named.name) != name]


def _asked(page: Page, gazetteer: Gazetteer) -> list[Asked]:
    names = _with_articles(page, named_places(page))
    found = [_candidates(named, gazetteer) for named in names]
    within = _said_once(names, [_within(page, names, found, at, gazetteer) for at in range(len(names))], found)
    return [Asked(named, found[at], within[at]) for at, named in enumerate(names)]


def _said_once(
    names: Sequence[Named], within: Sequence[tuple[Entry, ...]], found: Sequence[tuple[Entry, ...]]
) -> list[tuple[Entry, ...]]:
    """What is set around a name holds wherever the report uses the name, unless it sets other things around it.

    A country's name is the country until then: `Lebanon` after `Lebanon, Tenn.`, not before.
    """
    said: dict[tuple[str, bool], set[tuple[Entry, ...]]] = {}
    for named, outer in zip(names, within, strict=True):
        if outer:
            said.setdefault((fold(named.name), named.inside), set()).add(outer)
    told, ordered = set[tuple[str, bool]](), list[tuple[Entry, ...]]()
    for at, named in enumerate(names):
        key = (fold(named.name), named.inside)
        told |= {key} if within[at] else set()
        ways = said.get(key, set())
        one = len(ways) == 1 and (key in told or not _country_name(found[at]))
        ordered.append(within[at] or (next(iter(ways)) if one else ()))
    return ordered


def _country_name(entries: Sequence[Entry]) -> bool:
    return any(entry.rank is Rank.COUNTRY for entry in entries)


def _with_articles(page: Page, names: Sequence[Named]) -> list[Named]:
    """A name that the report sets `the` before somewhere (`the Concord`) is no town's anywhere in it."""
    text = page.report.text
    called = {fold(one.name) for one in names if one.article}
    for mention in page.mentions:
        words = mention.span.of(text)
        if mention.type is MentionType.ORGANISATION and mention.form is Form.NAME and words.lower().startswith("the "):
            called.add(fold(words))
    return [replace(one, article=one.article or (fold(one.name) in called and not one.inside)) for one in names]


def _candidates(named: Named, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The places of the first spelling that has any; countries go by the names that English gives them."""
    if fold(named.name) in too_wide():
        return ()
    if named.name.endswith(".") and fold(named.name) in short_forms():
        return tuple(_units(gazetteer.look_up(short_forms()[fold(named.name)]), "US"))
    for name in spellings(named.name):
        key = fold(name)
        region = regions().get(key)
        found = tuple(
            dict.fromkeys(
                (
                    *(() if region is None else (region,)),
                    *_country(meant_countries().get(key), gazetteer),
                    *_town(meant_towns().get(key), gazetteer),
                    *gazetteer.look_up(name),
                )
            )
        )
        if found:
            return found
    return _inside(named, gazetteer)


def _units(entries: Sequence[Entry], country: str) -> Iterator[Entry]:
    return (entry for entry in entries if entry.rank is Rank.UNIT and entry.country == country)


def _country(code: str | None, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    return () if code is None else gazetteer.country(code)


def _town(meant: tuple[str, str, str] | None, gazetteer: Gazetteer) -> Iterator[Entry]:
    """The town that a name means by itself, marked as the foremost of its name."""
    if meant is not None:
        name, country, unit = meant
        for entry in gazetteer.look_up(name):
            if (entry.rank, entry.country, entry.unit) == (Rank.TOWN, country, unit):
                yield replace(entry, size=entry.size + FOREMOST)


def _inside(named: Named, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """`Kabul International Airport` lies near Kabul."""
    words = named.name.split()
    if not named.inside:
        return ()
    for length in range(len(words) - 1, 0, -1):
        found = tuple(entry for entry in gazetteer.look_up(" ".join(words[:length])) if entry.rank is Rank.TOWN)
        if found and not (length == 1 and words[0].lower() in never_alone()):
            return found
    return ()


def _within(
    page: Page, names: Sequence[Named], found: Sequence[tuple[Entry, ...]], at: int, gazetteer: Gazetteer
) -> tuple[Entry, ...]:
    """What the text sets around a place: `Mosul, Iraq`, `Paris, Ky.`, `Achin in Nangarhar province`."""
    text, span = page.report.text, names[at].mention.span
    outer = [entry for name in names[at].within for entry in _wide(_short_or(name, gazetteer))]
    if at + 1 < len(names):
        between = text[span.end : names[at + 1].mention.span.start]
        if len(between) < 40 and _CONTAINED.match(between):
            outer += _around(found[at], found[at + 1])
    short = _SHORT.match(text[span.end : span.end + 14])
    if short and fold(short.group(1)) in short_forms():
        outer += _wide(gazetteer.look_up(short_forms()[fold(short.group(1))]))
    return tuple(outer)


def _around(entries: Sequence[Entry], outer: Sequence[Entry]) -> list[Entry]:
    """What may lie around a name; no country lies in another, and who names two side by side means both."""
    return [one for one in _wide(outer) if one.rank is not Rank.COUNTRY or not _country_name(entries)]


def _short_or(name: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    return gazetteer.look_up(short_forms().get(fold(name), name))


def _wide(entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.rank in (Rank.COUNTRY, Rank.UNIT)]


def _plain(asked: Asked) -> bool:
    """True for names that need no context: countries, units, and places that the text sets in one."""
    return bool(asked.within) or any(entry.rank in (Rank.COUNTRY, Rank.UNIT) for entry in asked.entries)


def _peoples(page: Page) -> Counter[str]:
    """Countries by how often the report names their people or uses their adjective."""
    table = nations()
    counts: Counter[str] = Counter()
    for mention in page.mentions:
        if mention.type is MentionType.NATIONALITY:
            words = mention.span.of(page.report.text).lower()
            country = table.adjectives.get(words) or table.people.get(words)
            counts.update([country] if country else [])
    return counts


def _grouped(page: Page, asked: Sequence[Asked], chosen: Sequence[Entry | None]) -> tuple[LocalPlace, ...]:
    """One place for all its mentions; names without an entry are one place a name."""
    groups: dict[object, list[int]] = {}
    for at, entry in enumerate(chosen):
        key = fold(asked[at].named.name) if entry is None else (entry.index, asked[at].named.inside)
        groups.setdefault(key, []).append(at)
    ordered = sorted(groups.values(), key=lambda group: group[0])
    return tuple(_place(page, f"p{number}", asked, chosen[group[0]], group) for number, group in enumerate(ordered, 1))


def _place(page: Page, key: str, asked: Sequence[Asked], entry: Entry | None, group: Sequence[int]) -> LocalPlace:
    first = asked[group[0]].named
    name = " ".join(first.mention.span.of(page.report.text).split())
    mentions = tuple(asked[at].named.mention.id for at in group)
    if entry is None:
        return LocalPlace(key, name, mentions)
    return LocalPlace(
        id=key,
        name=name,
        mentions=mentions,
        geonames=entry.geonames,
        latitude=entry.latitude,
        longitude=entry.longitude,
        precision=PlacePrecision.NEAR if first.inside else _PRECISION[entry.rank],
        country=entry.country,
        admin1=entry.unit or None,
    )
