"""What a case holds on one actor as plain text."""

from collections.abc import Mapping, Sequence

from avowed.model.findings import Dossier, Handover, Office, Tie
from avowed.model.names import is_named
from avowed.present import words
from avowed.present.terminal.lists import says_text
from avowed.present.terminal.rows import happened, heading, line_text, missing_rows, more, tie_text, wrapped


def dossier_text(dossier: Dossier, most: int = 8) -> str:
    """What the case holds on one actor."""
    names = dossier.names
    also = f"Also called: {', '.join(dossier.known_as)}." if dossier.known_as else "No other names."
    under = f" Part of {dossier.parent}." if dossier.parent else ""
    blocks = [*heading(f"{dossier.name} ({words.plain(dossier.kind)})"), *wrapped(also + under)]
    blocks += [text for row in parts_words(dossier) for text in wrapped(row)]
    blocks += ["", *_offices(dossier), *_helpers(dossier), *_titled("Structure", dossier.structure, names, most)]
    blocks += [*_titled("Friendly ties", dossier.friends, names, most)]
    blocks += [*_titled("Hostile ties", dossier.enemies, names, most)]
    blocks += [*_titled("Splits, mergers and renamings", dossier.changes, names, most)]
    blocks += [*_titled("Money", dossier.money, names, most), *_titled("Havens", dossier.havens, names, most)]
    blocks += _incidents(dossier, most)
    for name, value, line in dossier.attributes[:most]:
        blocks += [f"  {words.plain(name)}: {value}", *line_text(line)]
    blocks += ["", *_own_words(dossier, most), *missing_rows(lacking_words(dossier)), *wrapped(words.LEADS)]
    return "\n".join(blocks)


def parts_words(dossier: Dossier) -> list[str]:
    """Its named parts, its people, and the unnamed whom reports place in it, a sentence each."""
    named = {key: dossier.names.get(key, key) for key in dossier.parts if key not in dossier.people}
    rows = {
        "Its parts": [name for name in named.values() if is_named(name)],
        "Its people": [dossier.names.get(key, key) for key in dossier.people],
        "Without a name": [name for name in named.values() if not is_named(name)],
    }
    return [f"{title}: {', '.join(held)}." for title, held in rows.items() if held]


def _incidents(dossier: Dossier, most: int) -> list[str]:
    """The newest incidents in which it is named, in words, and how many there are."""
    if not dossier.incidents:
        return []
    count = len(dossier.incidents)
    rows = [f"Named in {count} incident{'s' if count > 1 else ''}, the newest first"]
    rows += [text for entry in dossier.latest[:most] for text in happened(entry, quoted=False)]
    left = count - len(dossier.latest[:most])
    return [*rows, *([f"  ... and {left} more (`avowed timeline`)"] if left > 0 else []), ""]


def _titled(title: str, ties: Sequence[Tie], names: Mapping[str, str], most: int) -> list[str]:
    if not ties:
        return []
    rows = [f"{title}: {words.lines(len(ties))}"]
    for tie in ties[:most]:
        rows += tie_text(tie, names)
    return [*rows, *more(len(ties) - most), ""]


def _offices(dossier: Dossier) -> list[str]:
    if not dossier.offices:
        return []
    rows = [f"  {office_words(office, dossier.names)}" for office in dossier.offices]
    rows += [f"  {handover_words(one, dossier.names)}" for one in dossier.handovers]
    return ["Leaders, in order", *rows, ""]


def office_words(office: Office, names: Mapping[str, str]) -> str:
    """`Omar, founder: until 2013 (2 lines)`."""
    role = f", {office.role}" if office.role else ""
    told = words.lines(len(office.lines))
    return f"{names.get(office.holder, office.holder)}{role}: {_term(office)} ({told})"


def handover_words(one: Handover, names: Mapping[str, str]) -> str:
    """A gap or an overlap between two holders of an office."""
    before, after = (names.get(key, key) for key in (one.before, one.after))
    what = "nobody is told to lead" if one.kind == "gap" else "both are told to lead"
    days = f"{words.interval_day(one.first)} to {words.interval_day(one.last)}"
    return f"{one.kind} between {before} and {after}: {what}, {days}"


def _term(office: Office) -> str:
    """From when to when, as finely as each end is told."""
    if not office.until.last:
        return words.interval(office.since)
    start = words.day(office.since.first, office.since.precision) if office.since.first else ""
    end = words.day(office.until.last, office.until.precision)
    return f"until {end}" if not start else start if start == end else f"{start} to {end}"


def _helpers(dossier: Dossier) -> list[str]:
    """Who helps whom with what, as names with counts, and who is linked in which words; the lines are friendly ties."""
    rows: list[str] = []
    for title, ties, of_subject in (
        ("Helped by", dossier.sponsors, True),
        ("Gives help to", dossier.clients, False),
    ):
        found: dict[str, dict[str, int]] = {}
        for tie in ties:
            held = found.setdefault(tie.subject if of_subject else tie.object, {})
            held[words.plain(tie.dimension)] = held.get(words.plain(tie.dimension), 0) + 1
        listed = "; ".join(
            f"{dossier.names.get(key, key)} ({', '.join(f'{what} {count}' for what, count in held.items())})"
            for key, held in found.items()
        )
        rows += wrapped(f"{title}: {listed}.") if listed else []
    bonds: dict[str, list[str]] = {}
    for tie in dossier.linked:
        other = tie.object if tie.subject in {dossier.key, *dossier.parts} else tie.subject
        bonds.setdefault(dossier.names.get(other, other), []).append(tie.role)
    told = "; ".join(f"{name} ({', '.join(dict.fromkeys(roles))})" for name, roles in bonds.items())
    rows += wrapped(f"Linked with: {told}.") if told else []
    return [*rows, ""] if rows else []


def _own_words(dossier: Dossier, most: int) -> list[str]:
    if not dossier.own_words:
        return []
    shown = says_text(dossier.own_words[:most], dossier.names)
    return ["What it says", shown, *more(len(dossier.own_words) - most), ""]


def lacking_words(dossier: Dossier) -> list[str]:
    """What the case lacks on an actor, a sentence each."""
    unheard = [dossier.names.get(key, key) for key in dossier.unheard]
    more = f" and {len(unheard) - 8} more" if len(unheard) > 8 else ""
    return [
        *dossier.missing,
        *([f"Not heard on their ties with it: {', '.join(unheard[:8])}{more}."] if unheard else []),
    ]
