"""Lists as plain text: who said what, what was foretold, what happened when, publishers, actors, what may be one."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence

from avowed.model.findings import Entry, Foretold, Outlet, Said
from avowed.model.names import fold, is_named
from avowed.model.resolution import Proposal
from avowed.model.world import Actor
from avowed.present import words
from avowed.present.terminal.rows import WIDTH, line_text


def says_text(said: Iterable[Said], names: Mapping[str, str]) -> str:
    """Who said what of whom, one after the other."""
    blocks: list[str] = []
    for one in said:
        whom = ", ".join(names.get(key, key) for key in one.about)
        on = f" on {whom}" if whom else ""
        blocks += [f"{names.get(one.speaker, one.speaker)} ({words.plain(one.role)}){on}: {one.words}"]
        blocks += line_text(one.line)
    return "\n".join(blocks) if blocks else "Nobody is quoted in this case."


def predictions_text(told: Iterable[Foretold], names: Mapping[str, str]) -> str:
    """What was foretold, one after the other: what became of it, by when it should come true, who says so."""
    blocks: list[str] = []
    for one in told:
        by = words.due(one.by)
        shown = f", shown by report {one.shown_by[:16]}" if one.shown_by else ""
        speaker = names.get(one.speaker, one.speaker)
        blocks += [f"[{words.plain(one.outcome).replace('-', ' ')}{shown}] {speaker}: {one.words} ({by})"]
        blocks += line_text(one.line)
    return "\n".join(blocks) if blocks else "Nothing is foretold in this case."


def timeline_text(entries: Sequence[Entry], *, quotes: bool = True) -> str:
    """Dated entries with their first quote."""
    blocks: list[str] = []
    for entry in entries:
        blocks.append(f"{words.interval(entry.when):<26} {entry.words}")
        blocks += [text for line in entry.lines[:1] for text in line_text(line)] if quotes else []
    return "\n".join(blocks) if blocks else "Nothing in this case has a date."


def outlets_text(outlets: Sequence[Outlet]) -> str:
    """Publishers, with how many of their reports are independent."""
    rows = [f"{'publisher':<40} {'grade':<6} {'reports':>8} {'families':>9} {'lines':>7}"]
    for outlet in outlets:
        name = outlet.name or "(unknown)"
        rows.append(f"{name:<40} {outlet.grade:<6} {len(outlet.reports):>8} {outlet.families:>9} {outlet.lines:>7}")
        for label, outlets_named in (("takes from", outlet.takes_from), ("taken by", outlet.taken_by)):
            rows += [f"    {label}: {', '.join(f'{one} ({n})' for one, n in outlets_named)}"] if outlets_named else []
        rows += [
            f"    {words.interval(s.published):<14} {s.title or s.location}{_copy(s.family, s.report)}"
            for s in outlet.reports
        ]
    return "\n".join(rows)


def _copy(family: str, report: str) -> str:
    return "" if family == report else "  (a copy or version of another report)"


def actors_text(actors: Iterable[Actor]) -> str:
    """Every actor with its other names and the number of reports that name it; whom no name tells stands below."""
    alike: dict[tuple[str, str], list[Actor]] = {}
    for actor in actors:
        alike.setdefault((fold(actor.name), actor.kind), []).append(actor)
    held = sorted(alike.values(), key=lambda one: (-sum(actor.reports for actor in one), one[0].name))
    named = [text for one in held if is_named(one[0].name) for text in _namesakes(one)]
    others = [text for one in held if not is_named(one[0].name) for text in _namesakes(one)]
    if not named and not others:
        return "This case names no actors yet. Add reports with: avowed add REPORTS"
    return "\n".join([*named, *(["", "Without a name", *others] if others else [])])


def _namesakes(held: Sequence[Actor]) -> list[str]:
    """One row for all of one kind that are called the same: they are kept apart, as nothing tells that they are one."""
    names = (name.text for actor in held for name in actor.names if name.text != held[0].name)
    also = ", ".join(dict.fromkeys(names))
    apart = f", {len(held)} of this name kept apart" if len(held) > 1 else ""
    head = f"{sum(actor.reports for actor in held):>5}  {held[0].name} ({words.plain(held[0].kind)}{apart})"
    return textwrap.wrap(f"{head}{f': {also}' if also else ''}", WIDTH, subsequent_indent=" " * 9)


def proposals_text(proposals: Iterable[Proposal], names: Mapping[str, str]) -> str:
    """Pairs that may be one, each with its reasons and the commands that decide."""
    rows: list[str] = []
    for one in proposals:
        left, right = names.get(one.left, one.left), names.get(one.right, one.right)
        rows.append(f"{one.score:.2f}  {left}  ~  {right}")
        rows += [f"        {feature.weight:+.2f}  {feature.name}: {feature.words}" for feature in one.features]
        rows.append(f'        avowed same "{left}" "{right}"   or   avowed not-same "{left}" "{right}"')
    return "\n".join(rows) if rows else "Nothing waits for a decision."
