"""Answers as Markdown, for notes and wikis: the same sentences as on the page, every line with its quote and its key."""

import re
from collections.abc import Iterable, Mapping, Sequence

from avowed.model.findings import Dossier, Line, Pair, Said, Tie
from avowed.model.vocabulary import Voice
from avowed.present import relation, words
from avowed.present.terminal import handover_words, lacking_words, office_words

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&])|^([+-])(?=\s)|(?<=^\d)(\.)")


def pair_markdown(pair: Pair) -> str:
    """The answer for two actors."""
    blocks = [f"# {escaped(pair.names[pair.left])} and {escaped(pair.names[pair.right])}", f"> {words.LEADS}"]
    blocks += [
        f"**{relation.HEADINGS[voice]}:** "
        + escaped(
            relation.closeness_words(pair.closeness[voice], pair.voices.get(voice)) + relation.beside_words(pair, voice)
        )
        for voice in Voice
    ]
    if pair.shown:
        blocks.append(f"**Shown (observed and assessed together):** {escaped(relation.number_words(pair.shown))}")
    told = (relation.parts_words(pair), relation.gap_words(pair.gap))
    blocks += [escaped(one) for one in told if one]
    blocks += [
        escaped(f"{pair.names[party]} alone: {relation.gap_words(gap)}") for party, gap in pair.gaps.items() if gap
    ]
    found = [relation.denial_words(one, pair) for one in pair.denials if one.shown]
    found += [relation.phase_words(one) for one in pair.phases] + [f"{relation.turn_words(one)}." for one in pair.turns]
    found += [relation.together_words(one, pair) for one in pair.together]
    blocks += _list("Findings", found)
    blocks += _list("Through whom", [relation.path_words(path, pair.names) for path in pair.paths])
    blocks += _list("What is missing", pair.missing)
    for voice in Voice:
        blocks += _ties(relation.HEADINGS[voice], [tie for tie in pair.ties if tie.voice is voice], pair.names)
    blocks += _ties(relation.ABOVE, pair.above, pair.names)
    blocks += _said(relation.OWN_WORDS, pair.own_words, pair.names)
    blocks += _said(relation.BESIDE, pair.beside, pair.names)
    return "\n\n".join(blocks) + "\n"


def dossier_markdown(dossier: Dossier) -> str:
    """What the case holds on one actor."""
    names = dossier.names
    blocks = [f"# {escaped(dossier.name)} ({words.plain(dossier.kind)})", f"> {words.LEADS}"]
    also = [f"also called {', '.join(dossier.known_as)}"] if dossier.known_as else []
    also += [f"part of {dossier.parent}"] if dossier.parent else []
    blocks += [escaped("; ".join(also).capitalize()) + "."] if also else []
    blocks += _list("Leaders, in order", [office_words(office, names) for office in dossier.offices])
    blocks += _list("Gaps and overlaps", [handover_words(one, names) for one in dossier.handovers])
    for title, ties in (
        ("Structure", dossier.structure),
        ("Friendly ties", dossier.friends),
        ("Hostile ties", dossier.enemies),
        ("Splits, mergers and renamings", dossier.changes),
    ):
        blocks += _ties(title, ties, names)
    blocks += _list("What is missing", lacking_words(dossier))
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Text whose marks are letters to a Markdown reader, on one line."""
    return _MARKS.sub(r"\\\g<0>", " ".join(text.split()))


def _list(title: str, items: Iterable[str]) -> list[str]:
    rows = [f"- {escaped(item)}" for item in items]
    return [f"## {title}", "\n".join(rows)] if rows else []


def _ties(title: str, ties: Sequence[Tie], names: Mapping[str, str]) -> list[str]:
    if not ties:
        return []
    heads = (f"**{escaped(words.signed(tie.sign))} {escaped(words.proposition(tie, names))}**" for tie in ties)
    return [f"## {title}", *(f"{head}\n\n{_line(tie.line)}" for head, tie in zip(heads, ties, strict=True))]


def _said(title: str, found: Sequence[Said], names: Mapping[str, str]) -> list[str]:
    if not found:
        return []
    heads = (
        f"{names.get(one.speaker, one.speaker)} on {', '.join(names.get(key, key) for key in one.about)}: {one.words}"
        for one in found
    )
    return [
        f"## {title}",
        *(f"**{escaped(head)}**\n\n{_line(one.line)}" for head, one in zip(heads, found, strict=True)),
    ]


def _line(line: Line) -> str:
    hedge = f"; hedged: {words.hedges(line)}" if line.hedges else ""
    told = f"says {words.speakers(line)}; {words.sureness(line)}{hedge}; {words.interval(line.valid)}"
    return f"> {escaped(line.quote)}\n>\n> {escaped(f'{told}; {words.published(line)}')} `{line.key}`"
