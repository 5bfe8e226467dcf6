"""Findings as plain text that reads without colour; every line stands with its quote, source, speaker and hedge."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence

from avowed.model.findings import Closeness, Dossier, Entry, Gap, Line, Outlet, Pair, Path, Said, Tally, Tie
from avowed.model.resolution import Proposal
from avowed.model.vocabulary import Voice
from avowed.model.world import Actor
from avowed.present import words

WIDTH = 100
_HEADINGS = {
    Voice.STATED: "What the two say (stated)",
    Voice.OBSERVED: "What reporting shows (observed)",
    Voice.ASSESSED: "What others judge (assessed)",
}


def pair_text(pair: Pair, most: int = 12) -> str:
    """The answer for two actors; at most `most` lines of each voice are quoted, the rest counted."""
    title = f"{pair.names[pair.left]}  <->  {pair.names[pair.right]}"
    if not pair.ties:
        body = [f"No report in this case ties the two.{_by_way_of(pair)}", *_paths(pair)]
        return "\n".join([*_heading(title), *body, "", *_wrapped(words.LEADS)])
    blocks: list[str] = [*_heading(title), *_summary(pair), "", *_table(pair), ""]
    for voice in (Voice.STATED, Voice.OBSERVED, Voice.ASSESSED):
        ties = [tie for tie in pair.ties if tie.voice is voice]
        blocks += [*_section(_HEADINGS[voice], ties, pair, most), ""]
    blocks += [*_turns(pair), *_paths(pair), *_missing(pair.missing), *_wrapped(words.LEADS)]
    return "\n".join(blocks)


def tie_text(tie: Tie, names: Mapping[str, str]) -> list[str]:
    """One tie: the proposition, then its quote, then who says so, how sure and where."""
    head = f"[{words.signed(tie.sign)}] {words.proposition(tie, names)}  ({words.plain(tie.dimension)}"
    head += f", {tie.role})" if tie.role else ")"
    return [f"  {head}", *line_text(tie.line)]


def line_text(line: Line) -> list[str]:
    """A line's quote and, below it, its speaker, certainty, time, source and key."""
    hedge = f"; hedged: {words.hedges(line)}" if line.hedges else ""
    decided = f"; {line.decision}ed by a person" if line.decision else ""
    told = f"{words.interval(line.valid)}; says {words.speakers(line)}{hedge}{decided}"
    quote = " ".join(line.quote.split())
    return [
        *textwrap.wrap(f"“{quote}”", WIDTH, initial_indent="      ", subsequent_indent="      "),
        *textwrap.wrap(told, WIDTH, initial_indent="      ", subsequent_indent="        "),
        f"      {words.published(line)}  [{line.key}]",
    ]


def dossier_text(dossier: Dossier, most: int = 8) -> str:
    """What the case holds on one actor."""
    names = dossier.names
    also = f"Also called: {', '.join(dossier.known_as)}." if dossier.known_as else "No other names."
    under = f" Part of {dossier.parent}." if dossier.parent else ""
    blocks = [*_heading(f"{dossier.name} ({words.plain(dossier.kind)})"), *_wrapped(also + under)]
    if dossier.parts:
        blocks += _wrapped(f"Its parts: {', '.join(names.get(part, part) for part in dossier.parts)}.")
    blocks += ["", *_offices(dossier), *_titled("Structure", dossier.structure, names, most)]
    blocks += [*_titled("Friendly ties", dossier.friends, names, most)]
    blocks += [*_titled("Hostile ties", dossier.enemies, names, most)]
    for name, value, line in dossier.attributes[:most]:
        blocks += [f"  {words.plain(name)}: {value}", *line_text(line)]
    blocks += ["", *_own_words(dossier, most), *_missing(dossier.missing), *_wrapped(words.LEADS)]
    return "\n".join(blocks)


def says_text(said: Iterable[Said], names: Mapping[str, str]) -> str:
    """Who said what of whom, one after the other."""
    blocks: list[str] = []
    for one in said:
        whom = ", ".join(names.get(key, key) for key in one.about) or "nobody by name"
        blocks += [f"{names.get(one.speaker, one.speaker)} ({words.plain(one.role)}) on {whom}: {one.words}"]
        blocks += line_text(one.line)
    return "\n".join(blocks) if blocks else "Nobody is quoted in this case."


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
        rows += [
            f"    {words.interval(s.published):<14} {s.title or s.location}{_copy(s.family, s.report)}"
            for s in outlet.reports
        ]
    return "\n".join(rows)


def _copy(family: str, report: str) -> str:
    return "" if family == report else "  (a copy or version of another report)"


def _heading(title: str) -> list[str]:
    return [title, "=" * len(title), ""]


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH)


def _summary(pair: Pair) -> list[str]:
    rows = [
        f"{_HEADINGS[voice]:<34} {closeness_words(pair.closeness[voice], pair.voices.get(voice))}" for voice in Voice
    ]
    return [*rows, "", *_wrapped(gap_words(pair.gap))]


def closeness_words(closeness: Closeness | None, tally: Tally | None) -> str:
    """How close a voice shows the two, with its interval and what it rests on; never a lone number."""
    if tally is None:
        return "silent: no line"
    counts = (
        f"{_count(tally.cooperative)} cooperative, {_count(tally.hostile)} hostile, {_count(tally.denied)} denied; "
        f"{tally.families} independent source{'' if tally.families == 1 else 's'}"
    )
    if closeness is None:
        return f"too little evidence for a number ({counts})"
    leaning = "mixed" if closeness.mixed else "close" if closeness.value > 0 else "hostile"
    return f"{leaning}, {closeness.value:+.2f} (80 % between {closeness.low:+.2f} and {closeness.high:+.2f}; {counts})"


def _count(keys: Sequence[str]) -> str:
    return str(len(keys)) if keys else "no"


def gap_words(gap: Gap | None) -> str:
    """The gap with its range and what it hangs on, or that there is too little to put a number on it."""
    if gap is None:
        return (
            "Gap between word and deed: too little evidence on one side to put a number on it; compare the lines below."
        )
    direction = "closer than they say" if gap.value > 0 else "less close than they say"
    hangs = f" It hangs on {gap.hangs_on}." if gap.hangs_on else " It does not hang on any single publisher."
    return (
        f"Gap between word and deed: {gap.value:+.2f} on a scale from -2 to +2 ({direction}); "
        f"{gap.low:+.2f} to {gap.high:+.2f} when any one publisher is left out.{hangs}"
    )


def _table(pair: Pair) -> list[str]:
    rows = [f"{'dimension':<18}" + "".join(f"{voice:>16}" for voice in Voice), f"{'':<18}" + f"{'+    -':>16}" * 3]
    for dimension, tallies in pair.dimensions.items():
        rows.append(f"{words.plain(dimension):<18}" + "".join(_cell(tallies.get(voice)) for voice in Voice))
    rows.append("")
    for year, tallies in pair.years.items():
        rows.append(f"{year:<18}" + "".join(_cell(tallies.get(voice)) for voice in Voice))
    return rows


def _cell(tally: Tally | None) -> str:
    if tally is None:
        return f"{'·':>16}"
    return f"{len(tally.cooperative):>12}{len(tally.hostile):>4}"


def _section(title: str, ties: Sequence[Tie], pair: Pair, most: int) -> list[str]:
    if not ties:
        return [title, "  No line."]
    ranked = sorted(ties, key=lambda tie: (-pair.weights[tie.line.key], tie.line.key))
    rows = [f"{title}: {len(ties)} line{'' if len(ties) == 1 else 's'}"]
    for tie in ranked[:most]:
        rows += tie_text(tie, pair.names)
    if len(ranked) > most:
        rows.append(f"  ... and {len(ranked) - most} more (--all shows them)")
    return rows


def _titled(title: str, ties: Sequence[Tie], names: Mapping[str, str], most: int) -> list[str]:
    if not ties:
        return []
    rows = [f"{title}: {len(ties)} line{'' if len(ties) == 1 else 's'}"]
    for tie in ties[:most]:
        rows += tie_text(tie, names)
    return [*rows, ""]


def _offices(dossier: Dossier) -> list[str]:
    if not dossier.offices:
        return []
    rows = ["Leaders, in order"]
    for office in dossier.offices:
        role = f", {office.role}" if office.role else ""
        rows.append(f"  {dossier.names.get(office.holder, office.holder)}{role}: {words.interval(office.since)}")
    return [*rows, ""]


def _own_words(dossier: Dossier, most: int) -> list[str]:
    if not dossier.own_words:
        return []
    return ["What it says", says_text(dossier.own_words[:most], dossier.names), ""]


def _turns(pair: Pair) -> list[str]:
    if not pair.turns:
        return []
    rows = ["Turns"]
    for turn in pair.turns:
        way = "from hostile to cooperative" if turn.after > 0 else "from cooperative to hostile"
        rows.append(f"  {way} between {turn.earliest.isoformat()} and {turn.latest.isoformat()}")
    return [*rows, ""]


def _by_way_of(pair: Pair) -> str:
    return " But others stand between them:" if pair.paths else ""


def _paths(pair: Pair) -> list[str]:
    if not pair.paths:
        return []
    return ["Through whom (lines + and -)", *(f"  {path_words(path, pair.names)}" for path in pair.paths[:6]), ""]


def path_words(path: Path, names: Mapping[str, str]) -> str:
    """A way through others with the number of cooperative and hostile lines on each step."""
    text = names[path.steps[0].start]
    for step in path.steps:
        text += f" --({step.sympathy:.0f}+ {step.hostility:.0f}-)-- {names[step.end]}"
    return text


def _missing(missing: Sequence[str]) -> list[str]:
    if not missing:
        return []
    return ["What is missing", *(f"  - {item}" for item in missing), ""]


def actors_text(actors: Iterable[Actor]) -> str:
    """Every actor with its other names and the number of reports that name it."""
    rows = []
    for actor in sorted(actors, key=lambda one: (-one.reports, one.name)):
        also = ", ".join(dict.fromkeys(name.text for name in actor.names if name.text != actor.name))
        head = f"{actor.reports:>5}  {actor.name} ({words.plain(actor.kind)})"
        rows += textwrap.wrap(f"{head}{f': {also}' if also else ''}", WIDTH, subsequent_indent=" " * 9)
    return "\n".join(rows) if rows else "This case names no actors yet. Add reports with: avowed add REPORTS"


def proposals_text(proposals: Iterable[Proposal], names: Mapping[str, str]) -> str:
    """Pairs that may be one, each with its reasons and the commands that decide."""
    rows: list[str] = []
    for one in proposals:
        left, right = names.get(one.left, one.left), names.get(one.right, one.right)
        rows.append(f"{one.score:.2f}  {left}  ~  {right}")
        rows += [f"        {feature.weight:+.2f}  {feature.name}: {feature.words}" for feature in one.features]
        rows.append(f'        avowed same "{left}" "{right}"   or   avowed not-same "{left}" "{right}"')
    return "\n".join(rows) if rows else "Nothing waits for a decision."
