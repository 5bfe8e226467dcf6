"""The product's question for two actors: every voice, both signs, all dimensions and years, and what is missing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from avowed.assess.closeness import closeness, tally, years
from avowed.assess.curve import curve
from avowed.assess.denials import denials
from avowed.assess.gap import Scale, gap, sides
from avowed.assess.lacking import lacking
from avowed.assess.paths import by_pair, outsiders, paths, thirds
from avowed.assess.together import together
from avowed.assess.turns import told
from avowed.assess.ways import Way
from avowed.assess.weigh import factors
from avowed.model.findings import Entry, Pair, Said, Tally, Tie
from avowed.model.vocabulary import Dimension, Voice
from avowed.settings import Settings


@dataclass(frozen=True)
class Asked:
    """Whom the question is about: each side's actor and its parts (factions, branches, leaders)."""

    left: str
    right: str
    left_parts: tuple[str, ...]
    right_parts: tuple[str, ...]
    names: Mapping[str, str]


@dataclass(frozen=True)
class Around:
    """Who stands around the two: ways through others, thirds tied to both, and the ties among all of them.

    Beside them what is listed and not counted: ties with a body above one of the two, their own words and those of
    others on both that are no tie, and the incidents in which both have a part. `whole` are counted lines: what one of
    the two itself says of a body that the other is part of.
    """

    ways: tuple[Way, ...] = ()
    thirds: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()
    above: tuple[Tie, ...] = ()
    own_words: tuple[Said, ...] = ()
    beside: tuple[Said, ...] = ()
    incidents: tuple[Entry, ...] = ()
    whole: tuple[Tie, ...] = ()


def pair(
    asked: Asked, ties: Sequence[Tie], around: Around, settings: Settings, grades: Mapping[str, str], as_of: date
) -> Pair:
    """Both sides with their parts, every line kept, nothing netted; numbers only where the evidence allows them."""
    every = {tie.line.key: tie for tie in (*ties, *around.ties)}
    told_by = {key: factors(tie, settings, grades, as_of) for key, tie in every.items()}
    weights = {key: factor.value for key, factor in told_by.items()}
    scale = Scale(weights, {tie.line.key: _plain(tie, settings, grades, as_of) for tie in ties}, settings)
    parties = {asked.left: asked.left_parts, asked.right: asked.right_parts}
    shown = [tie for tie in ties if tie.voice is not Voice.STATED]
    phases, turns = told(shown, weights, settings)
    between = by_pair(around.ties, weights)
    close = {voice: closeness(_of(voice, ties), weights, settings) for voice in Voice}
    close_shown = closeness(shown, weights, settings)
    standing = thirds(around.thirds, asked.left_parts, asked.right_parts, between)
    return Pair(
        left=asked.left,
        right=asked.right,
        ties=tuple(ties),
        voices=_by_voice(ties, weights),
        closeness=close,
        dimensions={d: _by_voice(of, weights) for d in Dimension if (of := [t for t in ties if t.dimension is d])},
        years={year: _by_voice(of, weights) for year, of in years(ties).items()},
        undated=tally([tie for tie in ties if not tie.when.known], weights),
        gap=gap(sides(ties), scale),
        turns=turns,
        paths=paths(around.ways, between, (*asked.left_parts, *asked.right_parts)),
        between_parts=tuple(
            tie for tie in ties if {tie.subject, tie.object} != {asked.left, asked.right} and tie not in around.whole
        ),
        missing=lacking(asked.names, parties, ties, around.above),
        weights=weights,
        names=asked.names,
        shown=close_shown,
        gaps={party: gap(sides(ties, parts), scale) for party, parts in parties.items()},
        denials=denials(ties, parties, weights),
        phases=phases,
        stated_phases=told(_of(Voice.STATED, ties), weights, settings)[0],
        together=together(shown, weights, (asked.left, asked.right)),
        brokers=tuple(third for third in standing if third.left > 0 and third.right > 0),
        balance=tuple(
            third
            for third in outsiders(standing, around.ties)
            if third.left and third.right and -1 in (third.left, third.right)
        ),
        factors=told_by,
        lines={tie.line.key: tie.line for tie in around.ties},
        above=around.above,
        of_bodies=around.whole,
        own_words=around.own_words,
        beside=_untold(around.beside, ties),
        incidents=around.incidents,
        curve=curve(shown, weights, settings) if close_shown else (),
        stated_curve=curve(_of(Voice.STATED, ties), weights, settings) if close[Voice.STATED] else (),
    )


def _untold(beside: Iterable[Said], ties: Iterable[Tie]) -> tuple[Said, ...]:
    """Words whose passage tells no tie between the two: what tells one stands among the lines already."""
    told = {(tie.line.source.report, tie.line.start, tie.line.end) for tie in ties}
    return tuple(one for one in beside if (one.line.source.report, one.line.start, one.line.end) not in told)


def _plain(tie: Tie, settings: Settings, grades: Mapping[str, str], as_of: date) -> float:
    """What the line would weigh if it were no denial."""
    affirmed = replace(tie, line=replace(tie.line, negated=False)) if tie.line.negated else tie
    return factors(affirmed, settings, grades, as_of).value


def _of(voice: Voice, ties: Iterable[Tie]) -> list[Tie]:
    return [tie for tie in ties if tie.voice is voice]


def _by_voice(ties: Sequence[Tie], weights: Mapping[str, float]) -> dict[Voice, Tally]:
    return {voice: tally(of, weights) for voice in Voice if (of := _of(voice, ties))}
