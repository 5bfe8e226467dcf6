"""The answer for two actors as plain text."""

from collections.abc import Sequence

from avowed.model.findings import Pair, Tally, Tie
from avowed.model.vocabulary import Dimension, Voice
from avowed.present import relation, words
from avowed.present.relation import ABOVE, HEADINGS
from avowed.present.terminal.rows import happened, heading, missing_rows, more, tie_text, told_by, wrapped


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
    blocks += [*relation.course(pair), *relation.through(pair), *missing_rows(pair.missing), *wrapped(words.LEADS)]
    return "\n".join(blocks)


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
            shown = [text for said in listed[:most] for text in told_by(said, pair.names)]
            rows += [f"{title}: {len(listed)}", *shown, *more(len(listed) - most), ""]
    if pair.incidents:
        rows += [f"{relation.INCIDENTS}: {len(pair.incidents)}"]
        rows += [text for entry in pair.incidents[:most] for text in happened(entry, quoted=True)]
        rows += [*more(len(pair.incidents) - most), ""]
    if pair.above:
        rows += [f"{ABOVE}: {words.lines(len(pair.above))}"]
        ranked = sorted(_ranked(pair.above, pair), key=lambda tie: list(Voice).index(tie.voice))
        rows += [text for tie in ranked[:most] for text in tie_text(tie, pair.names)]
        rows += [*more(len(ranked) - most), ""]
    return rows
