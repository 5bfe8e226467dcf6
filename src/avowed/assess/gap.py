"""What is shown beside what is said: shown minus stated closeness, and what the difference hangs on.

A party's denial is its statement that there is no tie: on the stated side it counts as 0, between friend and foe.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from avowed.assess.closeness import counted
from avowed.assess.intervals import Share, around_share, difference, share
from avowed.model.findings import Gap, Range, Tie, Without
from avowed.model.vocabulary import Dimension, Factuality, Mode, Voice
from avowed.settings import Settings


@dataclass(frozen=True)
class Scale:
    """How the lines weigh: `weights` of every line, `denials` what a denial would weigh if it were none."""

    weights: Mapping[str, float]
    denials: Mapping[str, float]
    settings: Settings


@dataclass(frozen=True, slots=True)
class Sides:
    """The lines of both sides: what the asked party or parties state, and what is shown."""

    stated: tuple[Tie, ...]
    shown: tuple[Tie, ...]

    def without(self, key: Callable[[Tie], str], name: str) -> "Sides":
        """Both sides less the lines with this name."""
        return self.kept(lambda tie: key(tie) != name)

    def kept(self, wanted: Callable[[Tie], bool]) -> "Sides":
        """Both sides with the wanted lines alone."""
        return Sides(tuple(filter(wanted, self.stated)), tuple(filter(wanted, self.shown)))


def sides(ties: Iterable[Tie], speakers: Sequence[str] = ()) -> Sides:
    """Split by voice; with speakers, only their own statements stand on the stated side."""
    listed = tuple(ties)
    stated = tuple(t for t in listed if t.voice is Voice.STATED and (not speakers or t.speaker in speakers))
    return Sides(stated, tuple(tie for tie in listed if tie.voice is not Voice.STATED))


def gap(of: Sides, scale: Scale) -> Gap | None:
    """Shown minus stated closeness, in [-2, 2]; None when either side is too thin to say.

    "Nobody says" is not "they say zero".
    """
    said, shown = _stated(of.stated, scale), _shown(of.shown, scale)
    if said is None or shown is None:
        return None
    value = 2 * (shown.value - said.value)
    without = tuple(_left_out(of, scale))
    reached = [value, *(one.value for one in without if one.value is not None)]
    return Gap(
        value=value,
        low=min(reached),
        high=max(reached),
        hangs_on=", ".join(_decisive(without, value)),
        likely=_likely(shown, said),
        observed=_against(of, Voice.OBSERVED, said, scale),
        assessed=_against(of, Voice.ASSESSED, said, scale),
        dimensions=tuple(_dimensions(of, value)),
        since=_since(of, value),
        without=without,
    )


def _stated(ties: Sequence[Tie], scale: Scale) -> Share | None:
    """The position that statements take: their share of sympathy, in which a denial leans to neither side."""
    once = counted(ties, scale.weights)
    denials = _denials(ties, scale)
    families = {tie.line.source.family for tie in (*once, *denials)}
    settings = scale.settings
    if len(families) < settings.minimum_families or len(once) + len(denials) < settings.minimum_lines:
        return None
    if not denials:
        return share(once, scale.weights, settings.publisher_likeness)
    neither = share(denials, scale.denials, settings.publisher_likeness)
    if not once:
        return Share(0.5, neither.number)
    signed = share(once, scale.weights, settings.publisher_likeness)
    number = signed.number + neither.number
    return Share((signed.value * signed.number + 0.5 * neither.number) / number, number)


def _denials(ties: Iterable[Tie], scale: Scale) -> tuple[Tie, ...]:
    """One denial of each dimension by each speaker in each family."""
    found: dict[tuple[str, str, Dimension], Tie] = {}
    for tie in ties:
        if tie.line.negated and scale.denials[tie.line.key] > 0:
            found.setdefault((tie.line.source.family, tie.speaker, tie.dimension), tie)
    return tuple(found.values())


def _shown(ties: Sequence[Tie], scale: Scale) -> Share | None:
    once = counted(ties, scale.weights)
    families = {tie.line.source.family for tie in once}
    if len(families) < scale.settings.minimum_families or len(once) < scale.settings.minimum_lines:
        return None
    return share(once, scale.weights, scale.settings.publisher_likeness)


def _difference(of: Sides, scale: Scale) -> float | None:
    said, shown = _stated(of.stated, scale), _shown(of.shown, scale)
    return None if said is None or shown is None else 2 * (shown.value - said.value)


def _against(of: Sides, voice: Voice, said: Share, scale: Scale) -> float | None:
    shown = _shown([tie for tie in of.shown if tie.voice is voice], scale)
    return None if shown is None else 2 * (shown.value - said.value)


def _likely(shown: Share, said: Share) -> Range:
    around = difference(around_share(shown), shown.value, around_share(said), said.value)
    return Range(max(-2.0, 2 * around.low), min(2.0, 2 * around.high))


def _left_out(of: Sides, scale: Scale) -> Iterator[Without]:
    every = (*of.stated, *of.shown)
    for what, key in _PARTS.items():
        names = sorted({key(tie) for tie in every})
        for name in names if len(names) > 1 else ():
            if name:
                yield Without(what, name, _difference(of.without(key, name), scale))
    if any(map(_hedged, every)):
        yield Without("hedged", "all hedged lines", _difference(of.kept(lambda tie: not _hedged(tie)), scale))


def _speaker(tie: Tie) -> str:
    """Who alone vouches for what is shown; what the two say of themselves has no speaker to leave out."""
    speakers = tie.line.speakers
    return speakers[-1].text if speakers and tie.voice is not Voice.STATED else ""


_PARTS: Mapping[str, Callable[[Tie], str]] = {
    "publisher": lambda tie: tie.line.source.publisher,
    "family": lambda tie: tie.line.source.family,
    "speaker": _speaker,
    "rule": lambda tie: tie.line.rule,
}
_SHOWN_AS = {"publisher": "{}", "speaker": "the speaker {}", "rule": "the reader's rule {}", "hedged": "{}"}


def _hedged(tie: Tie) -> bool:
    return tie.line.factuality is not Factuality.CERTAIN or tie.line.mode is not Mode.ACTUAL


def _decisive(without: Iterable[Without], value: float) -> list[str]:
    """What changes the gap's sign, or silences a side; a family is not named beside its publisher."""
    decisive = [one for one in without if one.value is None or one.value * value < 0]
    return [_SHOWN_AS[one.what].format(one.name) for one in decisive if one.what in _SHOWN_AS]


def _dimensions(of: Sides, value: float) -> Iterator[Dimension]:
    """In which dimensions the shown lines lean to the side of the gap that the statements do not."""
    sign = 1 if value > 0 else -1
    said = {tie.dimension for tie in of.stated if tie.effective_sign == sign}
    shown = {tie.dimension for tie in of.shown if tie.effective_sign == sign}
    yield from (dimension for dimension in Dimension if dimension in shown - said)


def _since(of: Sides, value: float) -> date | None:
    """The first day on which something is shown that leans to the side of the gap."""
    sign = 1 if value > 0 else -1
    days = [tie.when.first for tie in of.shown if tie.effective_sign == sign and tie.when.first]
    return min(days, default=None)
