"""Lines beside lines as text: the matrix of hypotheses, the division of labour, contradictions, changes, a weight."""

from collections.abc import Iterable, Mapping, Sequence

from avowed.model.contrasts import Change, Changes, Contradiction
from avowed.model.findings import Line, Tie, Weight
from avowed.model.hypotheses import Evidence, Hypothesis, Labour, Matrix
from avowed.model.records import Record
from avowed.present import words
from avowed.present.terminal import heading, line_text, tie_text, wrapped

_RATINGS = {-2: "--", -1: "-", 0: "·", 1: "+", 2: "++"}


def matrix_text(matrix: Matrix) -> str:
    """The hypotheses on an incident with what speaks against each, then every line with its rating for each."""
    rows = heading(f"Who did it: {matrix.headline}  [{matrix.incident}]")
    letters = {one.key: chr(ord("A") + number) for number, one in enumerate(matrix.hypotheses)}
    if matrix.hypotheses:
        rows += ["Hypotheses, the least inconsistent first"]
        rows += [f"  {letters[one.key]}  {_hypothesis(one)}" for one in matrix.hypotheses]
        rows += [""]
    if matrix.competing:
        names = ", ".join(matrix.names.get(key, key) for key in matrix.competing)
        rows += [*wrapped(f"Competing claims: {names} each claim it."), ""]
    if matrix.evidence:
        head = "  ".join(f"{letter:>2}" for letter in letters.values())
        rows += ["Evidence, what tells the hypotheses apart first (++ fits well ... -- speaks strongly against)"]
        rows += [f"  {head}  weight", *_evidence_rows(matrix, tuple(letters)), ""]
    if matrix.gains:
        rows += ["Who gains: judgements, not evidence of the deed"]
        rows += [text for key, _ in matrix.gains for text in line_text(matrix.lines[key])] + [""]
    rows += missing_text(matrix.missing)
    return "\n".join([*rows, *wrapped(words.LEADS)])


def missing_text(missing: Sequence[str]) -> list[str]:
    """What is missing, a row each."""
    return ["What is missing", *(f"  - {item}" for item in missing), ""] if missing else []


def _hypothesis(one: Hypothesis) -> str:
    footing = ", ".join(words.plain(basis) for basis in one.bases)
    own = f"a person's own (decision {one.decision})" if one.decision else ""
    told = "; ".join(part for part in (footing, own) if part)
    return f"{one.words}: {one.inconsistency:.2f} against, {one.support:.2f} for ({told})"


def _evidence_rows(matrix: Matrix, keys: Sequence[str]) -> Iterable[str]:
    quoted: set[str] = set()
    for row in matrix.evidence:
        yield f"  {_cells(row, keys)}  {row.weight:>6.2f}  {row.words}"
        if row.line in quoted:
            yield f"      the passage quoted above  [{row.line}]"
        else:
            yield from line_text(matrix.lines[row.line])
        quoted.add(row.line)


def _cells(row: Evidence, keys: Sequence[str]) -> str:
    return "  ".join(f"{_RATINGS[row.ratings[key]] + ('*' if key in row.rated else ''):>2}" for key in keys)


def labour_text(labour: Labour) -> str:
    """The table of functions and actors, then the lines behind each cell."""
    names = [labour.names.get(key, key) for key in labour.actors]
    rows = [*heading("Who does what"), *wrapped(f"Among {', '.join(names)}"), ""]
    rows += [f"{'':<16}" + "".join(f"{name[:22]:>24}" for name in names)]
    for function, cells in labour.functions.items():
        counts = (len(cells.get(key, ())) for key in labour.actors)
        rows.append(f"{function:<16}" + "".join(f"{count or '·':>24}" for count in counts))
    rows.append("")
    for function, cells in labour.functions.items():
        for key, held in cells.items():
            rows.append(f"{labour.names.get(key, key)} {function}: {words.lines(len(held))}")
            rows += _some(held, labour.lines, 3, labour)
    return "\n".join([*rows, "", *missing_text(labour.missing), *wrapped(words.LEADS)])


def contradictions_text(found: Sequence[Contradiction]) -> str:
    """Each contradiction with both quotes, grouped by kind."""
    if not found:
        return "No two lines in this case contradict each other."
    rows: list[str] = []
    for kind in dict.fromkeys(one.kind for one in found):
        held = [one for one in found if one.kind is kind]
        rows += heading(f"{kind}: {len(held)}")
        for one in held:
            rows += [one.words, f"  one says: {one.left_says}", *line_text(one.left)]
            rows += [f"  another says: {one.right_says}", *line_text(one.right), ""]
    return "\n".join([*rows, *wrapped(words.LEADS)])


def changes_text(changes: Changes, most: int = 20) -> str:
    """What is new since a day: relations by course, then counts of incidents, actors and decisions."""
    rows = heading(f"Since {words.interval_day(changes.since)}: {changes.reports} new reports")
    for one in changes.relations[:most]:
        rows += [f"{one.course}: {_change(one, changes.names)}", *_some(one.lines, changes.lines, 2, changes), ""]
    left = max(0, len(changes.relations) - most) + changes.more
    rows += [f"... and {left} more relations with new lines", ""] if left else []
    rows.append(
        f"{len(changes.incidents)} new incidents, {len(changes.actors)} new actors, {len(changes.decisions)} decisions."
    )
    if changes.actors:
        named = ", ".join(changes.names.get(key, key) for key in changes.actors[:most])
        rows += wrapped(f"New actors: {named}{', ...' if len(changes.actors) > most else '.'}")
    return "\n".join([*rows, "", *wrapped(words.LEADS)])


def records_text(found: Sequence[Record], names: Mapping[str, str]) -> str:
    """One row a speaker; a rate stands only where enough predictions were decided, with their count."""
    if not found:
        return "Nothing is foretold in this case."
    rows = [f"{'who foretells':<40} {'came true':>10} {'failed':>8} {'open':>6} {'due':>5}"]
    for one in found:
        name = names.get(one.speaker, one.speaker)[:40]
        rows.append(f"{name:<40} {len(one.came_true):>10} {len(one.failed):>8} {len(one.open):>6} {len(one.due):>5}")
        for sure, rate in one.calibration.items():
            rows.append(f"    told as {sure}: {rate.came_true:.0%} of {rate.decided} came true")
    due = [key for one in found for key in one.due]
    if due:
        rows += ["", *wrapped(f"Due, and not decided (avowed outcome KEY came-true or failed): {', '.join(due)}.")]
    return "\n".join(rows)


def weight_text(tie: Tie, weight: Weight, names: Mapping[str, str]) -> str:
    """A line with every factor of its weight."""
    rows = [
        *tie_text(tie, names),
        "",
        f"  strength of {words.plain(tie.dimension):<16} {weight.strength:.2f}   [strength] in avowed.toml",
        f"  certainty: {tie.line.factuality:<18} {weight.certainty:.2f}   [certainty]",
        f"  mode: {tie.line.mode:<23} {weight.mode:.2f}   [certainty]",
        f"  grade of its source          {weight.reliability:.2f}   [reliability], `avowed grade`",
        f"  age                          {weight.age:.2f}   half_life_years",
        f"  product                      {weight.value:.2f}",
    ]
    if weight.void:
        rows.append(f"  It does not count: {weight.void}.")
    return "\n".join(rows)


def _change(one: Change, names: Mapping[str, str]) -> str:
    before, after = (f"sympathy {plus:.1f}, hostility {minus:.1f}" for plus, minus in (one.before, one.after))
    moved = f"{before} before; {after} now" if any(one.before) else after
    new = f"{len(one.lines)} new line{'' if len(one.lines) == 1 else 's'}"
    return f"{names.get(one.left, one.left)} and {names.get(one.right, one.right)}: {new} ({moved})"


def _some(keys: Sequence[str], lines: Mapping[str, Line], most: int, of: Labour | Changes) -> list[str]:
    """The first passages among some lines, each once, with what it is read to tell."""
    passages: dict[tuple[object, ...], list[Line]] = {}
    for line in (lines[key] for key in keys if key in lines):
        told = (
            line.source.report,
            line.quote,
            line.valid,
            words.speakers(line),
            line.hedges,
            tuple(words.doubts(line)),
        )
        passages.setdefault(told, []).append(line)
    rows: list[str] = []
    for held in list(passages.values())[:most]:
        ties = [of.ties[line.key] for line in held if line.key in of.ties]
        said = dict.fromkeys(f"    [{words.signed(tie.sign)}] {words.proposition(tie, of.names)}" for tie in ties)
        rows += [*said, *line_text(held[0], [line.key for line in held[1:]], said_above=bool(ties))]
    left = sum(map(len, list(passages.values())[most:]))
    return [*rows, f"      ... and {left} more"] if left else rows
