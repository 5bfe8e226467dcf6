"""What every answer in plain text is made of: a line with its quote, speaker, hedge and source, and the rows around lines."""

import textwrap
from collections.abc import Mapping, Sequence

from avowed.model.findings import Entry, Line, Said, Tie
from avowed.present import words

WIDTH = 100


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


def heading(title: str) -> list[str]:
    """A title, underlined."""
    return [title, "=" * len(title), ""]


def wrapped(text: str) -> list[str]:
    """Text in rows of at most `WIDTH` characters."""
    return textwrap.wrap(text, WIDTH)


def more(left: int) -> list[str]:
    """How many lines are not shown, where some are not."""
    return [f"  ... and {left} more (--all shows them)"] if left > 0 else []


def happened(entry: Entry, *, quoted: bool) -> list[str]:
    """What happened and when, with its first line where `quoted`."""
    head = textwrap.wrap(
        f"{words.interval(entry.when)}: {entry.words}", WIDTH, initial_indent="  ", subsequent_indent="    "
    )
    return [*head, *(text for line in entry.lines[:1] if quoted for text in line_text(line))]


def told_by(said: Said, names: Mapping[str, str]) -> list[str]:
    """Who said what of whom, with its line."""
    whom = ", ".join(names.get(key, key) for key in said.about)
    return [f"  {names.get(said.speaker, said.speaker)} on {whom}: {said.words}", *line_text(said.line)]


def missing_rows(missing: Sequence[str]) -> list[str]:
    """What is missing, a row each."""
    if not missing:
        return []
    rows = [text for item in missing for text in textwrap.wrap(f"  - {item}", WIDTH, subsequent_indent="    ")]
    return ["What is missing", *rows, ""]
