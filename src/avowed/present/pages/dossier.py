"""Who an actor is, as one HTML page: names, leaders, friends and enemies side by side, own words, and what is missing."""

from collections.abc import Mapping, Sequence
from datetime import date

from avowed.model.findings import Dossier, Entry, Line, Tie
from avowed.model.world import Incident
from avowed.present import words
from avowed.present.map import places
from avowed.present.markup import Markup, element
from avowed.present.pages.parts import bullets, card, document, finding, incidents, section, tie_card
from avowed.present.terminal import handover_words, lacking_words, office_words, parts_words


def dossier_page(dossier: Dossier, entries: Sequence[Entry], made_on: date, happened: Sequence[Incident] = ()) -> str:
    """The whole page, with every line that it rests on at its end; `happened` are the incidents on its map."""
    every = _every(dossier)
    lines = {tie.line.key: tie.line for tie in every}
    return document(
        f"{dossier.name}: what the reports say",
        made_on,
        element("h1", dossier.name),
        element("p", words.LEADS, class_="leads"),
        _names(dossier),
        section("Leaders, in order", *_offices(dossier, lines)),
        _sides(dossier),
        section("Structure", *_short(dossier.structure, dossier.names)),
        section("Splits, mergers and renamings", *_short(dossier.changes, dossier.names)),
        section("Money", *_short(dossier.money, dossier.names)),
        section("Havens", *_short(dossier.havens, dossier.names)),
        section("Told of it", *(finding(said, held) for said, held in _attributes(dossier).items())),
        incidents("Incidents in which it is named", entries),
        section("Where they lie", places(happened)),
        section("In its own words", *(card(one.line, one.words) for one in dossier.own_words)),
        section("What is missing", bullets(lacking_words(dossier))),
        section(
            "Every line with its words",
            *(tie_card(tie, dossier.names) for tie in every),
            *(card(line, f"{words.plain(name)}: {value}") for name, value, line in dossier.attributes),
        ),
    )


def _every(dossier: Dossier) -> list[Tie]:
    parts = (
        *(dossier.friends, dossier.enemies, dossier.structure, dossier.changes),
        *(dossier.money, dossier.havens, dossier.sponsors, dossier.clients),
    )
    return list({tie.line.key: tie for part in parts for tie in part}.values())


def _names(dossier: Dossier) -> Markup:
    rows = [
        ("kind", words.plain(dossier.kind)),
        ("also called", ", ".join(dossier.known_as)),
        ("part of", dossier.parent),
        *(tuple(row.removesuffix(".").split(": ", 1)) for row in parts_words(dossier)),
        ("who it is", "decided by a person" if dossier.reviewed else "put together by the machine, unreviewed"),
    ]
    held = [element("tr", element("th", label), element("td", value)) for label, value in rows if value]
    return element("table", element("tbody", held))


def _attributes(dossier: Dossier) -> dict[str, list[Line]]:
    """`alias: HLF` -> the lines that say so."""
    held: dict[str, list[Line]] = {}
    for name, value, line in dossier.attributes:
        held.setdefault(f"{words.plain(name)}: {value}", []).append(line)
    return held


def _offices(dossier: Dossier, lines: Mapping[str, Line]) -> list[Markup]:
    held = [
        finding(office_words(office, dossier.names), [lines[key] for key in office.lines if key in lines])
        for office in dossier.offices
    ]
    told = bullets(handover_words(one, dossier.names) for one in dossier.handovers)
    return [*held, told] if told else held


def _sides(dossier: Dossier) -> Markup:
    """Friendly and hostile lines beside each other; neither is netted against the other."""
    return element(
        "div",
        _side(f"Friendly ties: {len(dossier.friends)} lines", dossier.friends, dossier),
        _side(f"Hostile ties: {len(dossier.enemies)} lines", dossier.enemies, dossier),
        class_="columns",
    )


def _side(title: str, ties: Sequence[Tie], dossier: Dossier) -> Markup:
    by_other: dict[str, list[Tie]] = {}
    own = {dossier.key, *dossier.parts}
    for tie in ties:
        by_other.setdefault(tie.object if tie.subject in own else tie.subject, []).append(tie)
    rows = [
        finding(
            _with(dossier.names.get(other, other), held), [tie.line for tie in held], _against(other, held, dossier)
        )
        for other, held in sorted(by_other.items(), key=lambda row: (-len(row[1]), row[0]))
    ]
    return element("div", element("h2", title), rows or [element("p", "No line.")], class_="column")


def _with(name: str, ties: Sequence[Tie]) -> str:
    kinds = ", ".join(dict.fromkeys(words.plain(tie.dimension) for tie in ties))
    return f"{name}: {kinds} ({words.lines(len(ties))})"


def _against(other: str, ties: Sequence[Tie], dossier: Dossier) -> list[Line]:
    """The lines on the same other actor that have the other sign."""
    sign = next((tie.effective_sign for tie in ties if tie.effective_sign), 0)
    every = (*dossier.friends, *dossier.enemies)
    return [tie.line for tie in every if other in (tie.subject, tie.object) and tie.effective_sign == -sign and sign]


def _short(ties: Sequence[Tie], names: Mapping[str, str]) -> list[Markup]:
    by_words: dict[str, list[Line]] = {}
    for tie in ties:
        role = f" ({tie.role})" if tie.role else ""
        by_words.setdefault(f"{words.proposition(tie, names)}{role}", []).append(tie.line)
    return [finding(said, lines) for said, lines in by_words.items()]
