"""The product's question for two actors: every voice, both signs, all dimensions and years, and what is missing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from avowed.assess.closeness import closeness, tally, years
from avowed.assess.gap import gap
from avowed.assess.paths import Edge, paths
from avowed.assess.turns import turns
from avowed.assess.weigh import weights as weigh
from avowed.model.findings import Pair, Tally, Tie
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


def pair(
    asked: Asked,
    ties: Sequence[Tie],
    edges: Iterable[Edge],
    settings: Settings,
    grades: Mapping[str, str],
    as_of: date,
) -> Pair:
    """Both sides with their parts, every line kept, nothing netted; numbers only where the evidence allows them."""
    weights = weigh(ties, settings, grades, as_of)
    dated = years(ties)
    direct = {asked.left, asked.right}
    return Pair(
        left=asked.left,
        right=asked.right,
        ties=tuple(ties),
        voices=_by_voice(ties, weights),
        closeness={voice: closeness(_of(voice, ties), weights, settings) for voice in Voice},
        dimensions={d: _by_voice(of, weights) for d in Dimension if (of := [t for t in ties if t.dimension is d])},
        years={year: _by_voice(of, weights) for year, of in dated.items()},
        undated=tally([tie for tie in ties if not tie.when.known], weights),
        gap=gap(ties, weights, settings),
        turns=turns(ties, weights),
        paths=paths(edges, (asked.left,), (asked.right,), settings.path_steps),
        between_parts=tuple(tie for tie in ties if {tie.subject, tie.object} != direct),
        missing=tuple(_missing(asked, ties)),
        weights=weights,
        names=asked.names,
    )


def _of(voice: Voice, ties: Iterable[Tie]) -> list[Tie]:
    return [tie for tie in ties if tie.voice is voice]


def _by_voice(ties: Sequence[Tie], weights: Mapping[str, float]) -> dict[Voice, Tally]:
    return {voice: tally(of, weights) for voice in Voice if (of := _of(voice, ties))}


def _missing(asked: Asked, ties: Sequence[Tie]) -> Iterable[str]:
    """What the evidence lacks, in words."""
    for side, parts in ((asked.left, asked.left_parts), (asked.right, asked.right_parts)):
        if not any(tie.voice is Voice.STATED and tie.speaker in parts for tie in ties):
            yield f"{asked.names[side]} itself is not heard on the relation."
    silent = [voice for voice in Voice if not _of(voice, ties)]
    if silent:
        yield f"No line is {' or '.join(silent)}."
    undated = sum(not tie.when.known for tie in ties)
    if undated:
        yield f"{undated} of {len(ties)} lines do not say when; only the date of their report is known."
    covered = list(years(ties))
    gaps = [str(year) for year in range(covered[0], covered[-1]) if year not in covered] if covered else []
    if gaps:
        yield f"No line speaks of {', '.join(gaps)}."
    if len({tie.line.source.family for tie in ties}) == 1:
        yield "All lines come from one report or its copies."
