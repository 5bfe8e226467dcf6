"""A relation in words: how close by whom, the gap and what it hangs on, its course, and through whom; never a lone number."""

import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence

from avowed.model.findings import Closeness, Denial, Gap, Pair, Path, Phase, Tally, Third, Tie, Together, Turn
from avowed.model.vocabulary import Voice
from avowed.present import words

WIDTH = 100
HEADINGS = {
    Voice.STATED: "What the two say (stated)",
    Voice.OBSERVED: "What reporting shows (observed)",
    Voice.ASSESSED: "What others judge (assessed)",
}
ABOVE = "On a body above one of the two (listed, not counted)"
OWN_WORDS = "Their own words on each other that tell no tie (not counted)"
BESIDE = "What is foretold, judged or said of both at once (not counted)"
INCIDENTS = "Incidents in which both have a part"
_STATES = {1: "cooperative", 0: "mixed", -1: "hostile"}
_MOST = 6


def summary(pair: Pair) -> list[str]:
    """Each voice with its interval and counts, then the gap for both together, then what each denies."""
    rows = [
        f"{HEADINGS[voice]:<34} {closeness_words(pair.closeness[voice], pair.voices.get(voice))}{beside_words(pair, voice)}"
        for voice in Voice
    ]
    rows = [text for row in rows for text in textwrap.wrap(row, WIDTH, subsequent_indent=" " * 35)]
    rows += ["", *_wrapped(told)] if (told := parts_words(pair)) else []
    if pair.shown:
        rows += ["", *_wrapped(f"Shown (observed and assessed together): {number_words(pair.shown)}.")]
    rows += ["", *_wrapped(gap_words(pair.gap))]
    for party, gap in pair.gaps.items():
        if gap:
            rows += _wrapped(f"{pair.names[party]} alone: {gap_words(gap)}")
    return [*rows, *denials(pair), *together(pair)]


def parts_words(pair: Pair) -> str:
    """Which of the lines run to a part of one of the two, or to a body above it, and not to itself; "" where none does."""
    told = []
    if pair.between_parts:
        told += [
            f"{_of(pair, pair.between_parts)} to a part of one of the two, not to itself: {_ends(pair, pair.between_parts)}."
        ]
    if pair.of_bodies:
        told += [
            f"{_of(pair, pair.of_bodies)} in their own words to a body above one of the two: {_ends(pair, pair.of_bodies)}."
        ]
    return " ".join(told)


def _of(pair: Pair, ties: Sequence[Tie]) -> str:
    return f"{len(ties)} of {words.lines(len(pair.ties))} {'runs' if len(ties) == 1 else 'run'}"


def _ends(pair: Pair, ties: Sequence[Tie]) -> str:
    """Who stands at the ends of some ties besides the two, the most frequent first."""
    ends = Counter(key for tie in ties for key in (tie.subject, tie.object))
    return ", ".join(f"{pair.names.get(k, k)} ({n})" for k, n in ends.most_common() if k not in (pair.left, pair.right))


def beside_words(pair: Pair, voice: Voice) -> str:
    """How many lines stand below that are not counted: ties with a body above, own words that are no tie."""
    above = [tie for tie in pair.above if tie.voice is voice]
    words_only = len(pair.own_words) if voice is Voice.STATED else 0
    told = [f"{signs(above)} on a body above one of them"] if above else []
    told += [f"{words_only} of their own words that tell no tie"] if words_only else []
    return f"; not counted: {', '.join(told)}" if told else ""


def signs(ties: Sequence[Tie]) -> str:
    """`3 (2 cooperative, 1 denied)`."""
    counts = {
        "cooperative": sum(tie.effective_sign > 0 for tie in ties),
        "hostile": sum(tie.effective_sign < 0 for tie in ties),
        "denied": sum(tie.line.negated for tie in ties),
    }
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    return f"{len(ties)} ({told})" if told else str(len(ties))


def closeness_words(closeness: Closeness | None, tally: Tally | None) -> str:
    """How close a voice shows the two, with its interval and what it rests on."""
    if tally is None:
        return "silent: no line"
    counts = (
        f"{_count(tally.cooperative)} cooperative, {_count(tally.hostile)} hostile, {_count(tally.denied)} denied; "
        f"{tally.families} independent source{'' if tally.families == 1 else 's'}{_voices(tally)}"
    )
    if closeness is None:
        return f"too little evidence for a number ({counts})"
    tallies = (
        f"sympathy {tally.sympathy:.1f} ({tally.sympathy_range.low:.1f} to {tally.sympathy_range.high:.1f}), "
        f"hostility {tally.hostility:.1f} ({tally.hostility_range.low:.1f} to {tally.hostility_range.high:.1f})"
    )
    return f"{number_words(closeness)}; {tallies}; {counts}"


def _voices(tally: Tally) -> str:
    """Fewer voices than stories: several reports name one origin, or are of one publisher."""
    if not 0 < tally.voices < tally.families:
        return ""
    return f" in the words of {tally.voices} voice{'' if tally.voices == 1 else 's'}"


def number_words(closeness: Closeness) -> str:
    """`mixed, +0.07 (80 % between -0.62 and +0.70; -0.20 to +0.31 with any one source less, or an unknown one more)`."""
    leaning = "mixed" if closeness.mixed else "close" if closeness.value > 0 else "hostile"
    hangs = f"; it hangs on {closeness.hangs_on}" if closeness.hangs_on else ""
    return (
        f"{leaning}, {closeness.value:+.2f} (80 % between {closeness.low:+.2f} and {closeness.high:+.2f}; "
        f"{closeness.reach.low:+.2f} to {closeness.reach.high:+.2f} with any one source less, or an unknown one more{hangs})"
    )


def gap_words(gap: Gap | None) -> str:
    """The gap with its range and what it hangs on, or that there is too little to put a number on it."""
    if gap is None:
        return (
            "Gap between word and deed: too little evidence on one side to put a number on it; compare the lines below."
        )
    chance = gap.likely.low <= 0 <= gap.likely.high
    direction = "may be chance" if chance else "closer than they say" if gap.value > 0 else "less close than they say"
    since = f" since {gap.since.year}" if gap.since and not chance else ""
    where = f", in {', '.join(map(words.plain, gap.dimensions))}" if gap.dimensions and not chance else ""
    hangs = (
        f" It hangs on {gap.hangs_on}." if gap.hangs_on else " It hangs on no single source, speaker, rule or hedge."
    )
    return (
        f"Gap between word and deed: {gap.value:+.2f} on a scale from -2 to +2 ({direction}{since}{where}; 80 % between "
        f"{gap.likely.low:+.2f} and {gap.likely.high:+.2f}); {gap.low:+.2f} to {gap.high:+.2f} when any one source, copy "
        f"family, speaker, reader's rule or all hedged lines are left out, {gap.one_more.low:+.2f} to "
        f"{gap.one_more.high:+.2f} should one unknown source tell one side alone.{hangs}"
    )


def denials(pair: Pair) -> list[str]:
    """What each party denies, beside how much shows it all the same."""
    met = [one for one in pair.denials if one.shown]
    return ["", "Denied, and shown all the same", *(text for one in met for text in _denial(one, pair))] if met else []


def _denial(one: Denial, pair: Pair) -> list[str]:
    return textwrap.wrap(denial_words(one, pair), WIDTH, initial_indent="  ", subsequent_indent="    ")


def denial_words(one: Denial, pair: Pair) -> str:
    """What a party denies beside what shows it: `A denies training (2 lines); 3 lines show it since 2019`."""
    since = f" since {one.since.year}" if one.since else ""
    hangs = f"; all of it from {one.hangs_on}" if one.hangs_on else ""
    return (
        f"{pair.names[one.party]} denies {words.plain(one.dimension)} ({_lines(one.denied)}); {_lines(one.shown)} of "
        f"{one.families} independent source{'' if one.families == 1 else 's'} show it{since}{hangs}."
    )


def together(pair: Pair) -> list[str]:
    """When cooperation and hostility are shown at one time, in which dimensions and parts."""
    return (
        ["", "At one time both", *(text for one in pair.together for text in _both(one, pair))] if pair.together else []
    )


def _both(one: Together, pair: Pair) -> list[str]:
    return textwrap.wrap(together_words(one, pair), WIDTH, initial_indent="  ", subsequent_indent="    ")


def together_words(one: Together, pair: Pair) -> str:
    """When cooperation and hostility are told at one time, in which dimensions, between which parts."""
    plus, minus = (", ".join(map(words.plain, held)) for held in one.dimensions)
    parts = tuple(dict.fromkeys((*one.parts[0], *one.parts[1])))
    who = f"; parts involved: {', '.join(pair.names.get(key, key) for key in parts)}" if parts else ""
    when = "told side by side, without dates"
    if one.first and one.last:
        when = f"{words.interval_day(one.first)} to {words.interval_day(one.last)}"
    return (
        f"{when}: cooperation in {plus} ({_lines(one.cooperative)}), hostility in {minus} ({_lines(one.hostile)}){who}"
    )


def course(pair: Pair) -> list[str]:
    """The phases of what is shown and the turns between them, each as sure as its lines make it."""
    if not pair.phases:
        return []
    rows = ["Over time, by dated lines", *(f"  {_phase(phase)}" for phase in pair.phases)]
    rows += [f"  {turn_words(turn)}" for turn in pair.turns]
    return [*rows, ""]


def _phase(phase: Phase) -> str:
    when = f"{words.month(phase.first)} to {words.month(phase.last)}"
    return f"{when:<24} {_STATES[phase.sign]}{surety(phase.sure)} ({_lines(phase.lines)})"


def phase_words(phase: Phase) -> str:
    """A period as `May 2019 to Jan 2022: cooperative, likely (4 lines)`."""
    when = f"{words.month(phase.first)} to {words.month(phase.last)}"
    return f"{when}: {_STATES[phase.sign]}{surety(phase.sure)} ({_lines(phase.lines)})."


def turn_words(turn: Turn) -> str:
    """`Turn from hostile to cooperative between May 2019 and Jan 2022`."""
    way = f"from {_STATES[turn.before]} to {_STATES[turn.after]}"
    between = f"between {words.interval_day(turn.earliest)} and {words.interval_day(turn.latest)}"
    return f"Turn {way} {between}{surety(turn.sure)}"


def surety(sure: float) -> str:
    """Nothing for what is well founded, else a word on how thin it is."""
    return "" if sure >= 0.8 else ", likely" if sure >= 0.5 else ", but on thin evidence"


def through(pair: Pair) -> list[str]:
    """The paths, who is close to both, and where third actors stand."""
    rows: list[str] = []
    if pair.paths:
        rows += ["Through whom (lines + and -; parts, parents and leaders first)"]
        rows += [text for path in pair.paths[:_MOST] for text in _path(path, pair.names)]
    if pair.brokers:
        rows += _wrapped(f"Close to both: {', '.join(_third(one, pair.names) for one in pair.brokers[:_MOST])}.")
    if pair.balance:
        told = "; ".join(_stands(one, pair) for one in pair.balance[:_MOST])
        rows += _wrapped(f"On balance, an observation and no evidence: {told}.")
    return [*rows, ""] if rows else []


def _path(path: Path, names: Mapping[str, str]) -> list[str]:
    time = {True: "", None: "; times unknown", False: "; NOT at one time"}[path.overlap]
    text = f"{path_words(path, names)}{time}"
    return textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="      ")


def path_words(path: Path, names: Mapping[str, str]) -> str:
    """A way through others with the number of cooperative and hostile lines on each step."""
    text = names[path.steps[0].start]
    for step in path.steps:
        what = f" {', '.join(map(words.plain, step.dimensions[:2]))}" if step.dimensions else ""
        text += f" --({step.sympathy:.0f}+ {step.hostility:.0f}-{what})-- {names[step.end]}"
    return text


def _third(one: Third, names: Mapping[str, str]) -> str:
    return f"{names.get(one.actor, one.actor)} ({_lines(one.lines)})"


def _stands(one: Third, pair: Pair) -> str:
    third = pair.names.get(one.actor, one.actor)
    if one.left < 0 and one.right < 0:
        return f"both are hostile with {third}"
    friend, foe = (pair.left, pair.right) if one.left > 0 else (pair.right, pair.left)
    return f"{third} is close to {pair.names[friend]} and hostile with {pair.names[foe]}"


def _lines(keys: Sequence[str]) -> str:
    return words.lines(len(keys))


def _count(keys: Sequence[str]) -> str:
    return str(len(keys)) if keys else "no"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH)
