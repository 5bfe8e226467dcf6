"""Findings as plain text that reads without colour; every line stands with its quote, source, speaker and hedge."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence

from avowed.model.findings import Dossier, Entry, Foretold, Handover, Line, Office, Outlet, Pair, Said, Tally, Tie
from avowed.model.names import fold, is_named
from avowed.model.resolution import Proposal
from avowed.model.vocabulary import Dimension, Voice
from avowed.model.world import Actor
from avowed.present import relation, words
from avowed.present.relation import ABOVE, HEADINGS

WIDTH = 100


def pair_text(pair: Pair, most: int = 12, held: str = "case") -> str:
    """The answer for two actors; at most `most` lines of each voice are quoted, the rest counted; `held` names the whole."""
    title = f"{pair.names[pair.left]}  <->  {pair.names[pair.right]}"
    if not pair.ties:
        others = " What stands beside and between them:" if pair.paths or _uncounted(pair, most) else ""
        body = [f"No report in this {held} ties the two.{others}", "", *_uncounted(pair, most), *relation.through(pair)]
        return "\n".join([*heading(title), *body, *wrapped(words.LEADS)])
    blocks: list[str] = [*heading(title), *relation.summary(pair), "", *_table(pair), ""]
    for voice in (Voice.STATED, Voice.OBSERVED, Voice.ASSESSED):
        ties = [tie for tie in pair.ties if tie.voice is voice]
        above = sum(tie.voice is voice for tie in pair.above)
        blocks += [*_section(HEADINGS[voice], ties, pair, most, above), ""]
    blocks += _uncounted(pair, most)
    blocks += [*relation.course(pair), *relation.through(pair), *_missing(pair.missing), *wrapped(words.LEADS)]
    return "\n".join(blocks)


def tie_text(tie: Tie, names: Mapping[str, str]) -> list[str]:
    """One tie: the proposition, then its quote, then who says so, how sure and where."""
    head = f"[{words.signed(tie.sign)}] {words.proposition(tie, names)}  ({words.plain(tie.dimension)}"
    head += f", {tie.role})" if tie.role else ")"
    return [f"  {head}", *line_text(tie.line, said_above=True)]


def line_text(line: Line, also: Sequence[str] = (), *, said_above: bool = False) -> list[str]:
    """A line's quote and, below it, its speaker, certainty, time, source and key; `also` are keys of the same words.

    How sure it is stands here too, but where the words above say so already.
    """
    sure = "" if said_above else "".join(f"; {mark}" for mark in words.doubts(line))
    hedge = f"; hedged: {words.hedges(line)}" if line.hedges else ""
    decided = f"; {line.decision}ed by a person" if line.decision else ""
    told = f"{words.interval(line.valid)}; says {words.speakers(line)}{sure}{hedge}{decided}"
    keys = ", ".join((line.key, *also))
    quote = " ".join(line.quote.split())
    return [
        *textwrap.wrap(f"“{quote}”", WIDTH, initial_indent="      ", subsequent_indent="      "),
        *textwrap.wrap(told, WIDTH, initial_indent="      ", subsequent_indent="        "),
        f"      {words.published(line)}  [{keys}]",
    ]


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
    blocks += ["", *_own_words(dossier, most), *_missing(lacking_words(dossier)), *wrapped(words.LEADS)]
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
    rows += [text for entry in dossier.latest[:most] for text in _happened(entry, quoted=False)]
    left = count - len(dossier.latest[:most])
    return [*rows, *([f"  ... and {left} more (`avowed timeline`)"] if left > 0 else []), ""]


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


def heading(title: str) -> list[str]:
    """A title, underlined."""
    return [title, "=" * len(title), ""]


def wrapped(text: str) -> list[str]:
    """Text in rows of at most `WIDTH` characters."""
    return textwrap.wrap(text, WIDTH)


def _table(pair: Pair) -> list[str]:
    marks = f"{'+   -  no':>18}" * 3
    rows = [f"{'dimension':<18}" + "".join(f"{voice:>18}" for voice in Voice), f"{'':<18}{marks}"]
    for dimension, tallies in pair.dimensions.items():
        rows.append(f"{words.plain(dimension):<18}" + "".join(_cell(tallies.get(voice)) for voice in Voice))
    rows += [""] if pair.years else []
    for year, tallies in pair.years.items():
        rows.append(f"{year:<18}" + "".join(_cell(tallies.get(voice)) for voice in Voice))
    return [*rows, *_table_above(pair)]


def _cell(tally: Tally | None) -> str:
    if tally is None:
        return f"{'·':>18}"
    return _counts(len(tally.cooperative), len(tally.hostile), len(tally.denied))


def _counts(plus: int, minus: int, denied: int) -> str:
    return f"{plus:>10}{minus:>4}{denied:>4}"


def _table_above(pair: Pair) -> list[str]:
    """The same table of what is told on a body above one of the two, which counts for neither."""
    if not pair.above:
        return []
    rows = ["", "on a body above one of them, not counted"]
    for dimension in Dimension:
        held = [[t for t in pair.above if t.dimension is dimension and t.voice is voice] for voice in Voice]
        if any(held):
            rows.append(f"{words.plain(dimension):<18}" + "".join(map(_above_cell, held)))
    return rows


def _above_cell(ties: Sequence[Tie]) -> str:
    if not ties:
        return f"{'·':>18}"
    plus, minus = (sum(tie.effective_sign == sign for tie in ties) for sign in (1, -1))
    return _counts(plus, minus, sum(tie.line.negated for tie in ties))


def _section(title: str, ties: Sequence[Tie], pair: Pair, most: int, above: int = 0) -> list[str]:
    if not ties:
        but = f" on the two themselves; {words.lines(above)} on a body above one of them below" if above else ""
        return [title, f"  No line{but}."]
    ranked = _ranked(ties, pair)
    rows = [f"{title}: {words.lines(len(ties))}"]
    for tie in ranked[:most]:
        rows += tie_text(tie, pair.names)
    if len(ranked) > most:
        rows.append(f"  ... and {len(ranked) - most} more (--all shows them)")
    return rows


def _ranked(ties: Sequence[Tie], pair: Pair) -> list[Tie]:
    """The weightiest line of each dimension first, then the second of each: so that few lines show every respect."""
    heavy = sorted(ties, key=lambda tie: (-pair.weights.get(tie.line.key, 0.0), tie.line.key))
    turn: dict[str, int] = {}
    order: dict[str, int] = {}
    for tie in heavy:
        order[tie.line.key] = turn[tie.dimension] = turn.get(tie.dimension, 0) + 1
    return sorted(heavy, key=lambda tie: order[tie.line.key])


def _uncounted(pair: Pair, most: int) -> list[str]:
    """What stands beside the answer and is not counted in it."""
    rows: list[str] = []
    for title, listed in ((relation.OWN_WORDS, pair.own_words), (relation.BESIDE, pair.beside)):
        if listed:
            shown = [text for said in listed[:most] for text in _said(said, pair.names)]
            rows += [f"{title}: {len(listed)}", *shown, *_more(len(listed) - most), ""]
    if pair.incidents:
        rows += [f"{relation.INCIDENTS}: {len(pair.incidents)}"]
        rows += [text for entry in pair.incidents[:most] for text in _happened(entry, quoted=True)]
        rows += [*_more(len(pair.incidents) - most), ""]
    if pair.above:
        rows += [f"{ABOVE}: {words.lines(len(pair.above))}"]
        ranked = sorted(_ranked(pair.above, pair), key=lambda tie: list(Voice).index(tie.voice))
        rows += [text for tie in ranked[:most] for text in tie_text(tie, pair.names)]
        rows += [*_more(len(ranked) - most), ""]
    return rows


def _more(left: int) -> list[str]:
    return [f"  ... and {left} more (--all shows them)"] if left > 0 else []


def _happened(entry: Entry, *, quoted: bool) -> list[str]:
    head = textwrap.wrap(
        f"{words.interval(entry.when)}: {entry.words}", WIDTH, initial_indent="  ", subsequent_indent="    "
    )
    return [*head, *(text for line in entry.lines[:1] if quoted for text in line_text(line))]


def _said(said: Said, names: Mapping[str, str]) -> list[str]:
    whom = ", ".join(names.get(key, key) for key in said.about)
    return [f"  {names.get(said.speaker, said.speaker)} on {whom}: {said.words}", *line_text(said.line)]


def _titled(title: str, ties: Sequence[Tie], names: Mapping[str, str], most: int) -> list[str]:
    if not ties:
        return []
    rows = [f"{title}: {words.lines(len(ties))}"]
    for tie in ties[:most]:
        rows += tie_text(tie, names)
    return [*rows, *_more(len(ties) - most), ""]


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
    return ["What it says", shown, *_more(len(dossier.own_words) - most), ""]


def lacking_words(dossier: Dossier) -> list[str]:
    """What the case lacks on an actor, a sentence each."""
    unheard = [dossier.names.get(key, key) for key in dossier.unheard]
    more = f" and {len(unheard) - 8} more" if len(unheard) > 8 else ""
    return [
        *dossier.missing,
        *([f"Not heard on their ties with it: {', '.join(unheard[:8])}{more}."] if unheard else []),
    ]


def _missing(missing: Sequence[str]) -> list[str]:
    if not missing:
        return []
    rows = [text for item in missing for text in textwrap.wrap(f"  - {item}", WIDTH, subsequent_indent="    ")]
    return ["What is missing", *rows, ""]


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
