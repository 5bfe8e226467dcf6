"""What is shown beside what is said: shown minus stated closeness, and what the difference hangs on.

A party's denial is its statement that there is no tie: on the stated side it counts as 0, between friend and foe.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from avowed.assess.closeness import counted
from avowed.assess.intervals import Share, around_share, difference
from avowed.assess.pool import Pool, Rest
from avowed.assess.weigh import counted_once, most_of_one
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


def sides(ties: Iterable[Tie], speakers: Sequence[str] = ()) -> Sides:
    """Split by voice; with speakers, only their own statements stand on the stated side."""
    listed = tuple(ties)
    stated = tuple(t for t in listed if t.voice is Voice.STATED and (not speakers or t.speaker in speakers))
    return Sides(stated, tuple(tie for tie in listed if tie.voice is not Voice.STATED))


def gap(of: Sides, scale: Scale) -> Gap | None:
    """Shown minus stated closeness, in [-2, 2]; None when either side is too thin to say.

    "Nobody says" is not "they say zero".
    """
    pools = _pools(of, scale)
    said, shown = _stated(pools, {}), _shown(pools.shown, scale.settings, {})
    if said is None or shown is None:
        return None
    value = 2 * (shown.value - said.value)
    without = tuple(_left_out(pools))
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
        without=_telling(without, value),
        one_more=_one_more(pools),
    )


@dataclass(frozen=True)
class _Pools:
    """The evidence of both sides; `heard` is how many families speak on the stated one."""

    said: Pool
    denied: Pool
    shown: Pool
    heard: int
    settings: Settings


def _pools(of: Sides, scale: Scale) -> _Pools:
    likeness = scale.settings.publisher_likeness
    signed, shown = counted(of.stated, scale.weights), counted(of.shown, scale.weights)
    denied = counted_once((tie for tie in of.stated if tie.line.negated), scale.denials)
    said, none = Pool(signed, scale.weights, likeness), Pool(denied, scale.denials, likeness)
    return _Pools(said, none, Pool(shown, scale.weights, likeness), len(said.families | none.families), scale.settings)


Out = Mapping[int, Sequence[Tie]]  # pool (0 said, 1 denied, 2 shown) -> the ties that are left out


def _stated(pools: _Pools, out: Out) -> Share | None:
    """The position that statements take: their share of sympathy, in which a denial leans to neither side."""
    said, denied = pools.said.rest(out.get(0, ())), pools.denied.rest(out.get(1, ()))
    families = pools.heard - len(_gone(pools, said, denied))
    if families < pools.settings.minimum_families or said.lines + denied.lines < pools.settings.minimum_lines:
        return None
    return _position(said.share, denied.share)


def _position(said: Share | None, denied: Share | None) -> Share | None:
    if denied is None:
        return said
    if said is None:
        return Share(0.5, denied.number)
    number = said.number + denied.number
    return Share((said.value * said.number + 0.5 * denied.number) / number, number)


def _gone(pools: _Pools, said: Rest, denied: Rest) -> set[str]:
    """The families that are heard on the stated side no more."""
    lost = {one for one in said.gone if one in denied.gone or one not in pools.denied.families}
    return lost | {one for one in denied.gone if one not in pools.said.families}


def _shown(pool: Pool, settings: Settings, out: Out) -> Share | None:
    rest = pool.rest(out.get(2, ()))
    families = len(pool.families) - len(rest.gone)
    return rest.share if families >= settings.minimum_families and rest.lines >= settings.minimum_lines else None


def _against(of: Sides, voice: Voice, said: Share, scale: Scale) -> float | None:
    pools = _pools(Sides((), tuple(tie for tie in of.shown if tie.voice is voice)), scale)
    shown = _shown(pools.shown, scale.settings, {})
    return None if shown is None else 2 * (shown.value - said.value)


def _likely(shown: Share, said: Share) -> Range:
    around = difference(around_share(shown), shown.value, around_share(said), said.value)
    return Range(max(-2.0, 2 * around.low), min(2.0, 2 * around.high))


def _one_more(pools: _Pools) -> Range:
    """The gap if one unknown publisher came that shows one sign alone, and quotes the parties with the other alone."""
    most = most_of_one(pools.settings)
    if not most:
        return Range(-2.0, 2.0)
    denied = pools.denied.rest().share
    reached = []
    for sign in (-1, 1):
        shown, said = pools.shown.joined(most, sign), _position(pools.said.joined(most, -sign), denied)
        reached.append(2 * (shown.value - said.value) if said else 0.0)
    return Range(min(reached), max(reached))


def _left_out(pools: _Pools) -> Iterator[Without]:
    every = (pools.said, pools.denied, pools.shown)
    for what, key in _PARTS.items():
        held = tuple(pool.by(key) for pool in every)
        names = sorted({name for by in held for name in by})
        for name in names if len(names) > 1 else ():
            if name:
                yield Without(what, name, _rest(pools, {n: by[name] for n, by in enumerate(held) if name in by}))
    hedged = {number: list(filter(_hedged, pool.ties)) for number, pool in enumerate(every)}
    if any(hedged.values()):
        yield Without("hedged", "all hedged lines", _rest(pools, hedged))


def _rest(pools: _Pools, out: Out) -> float | None:
    """The gap without the lines that are out; None where a side falls silent."""
    said, shown = _stated(pools, out), _shown(pools.shown, pools.settings, out)
    return None if said is None or shown is None else 2 * (shown.value - said.value)


def _telling(without: Sequence[Without], value: float) -> tuple[Without, ...]:
    """What matters most when it is left out, of each kind; a case of a thousand stories need not list each."""
    ranked = sorted(
        without, key=lambda one: (-abs((one.value or 0.0) - value) if one.value is not None else -9.0, one.name)
    )
    kept = [one for what in _SHOWN_AS | {"family": ""} for one in [o for o in ranked if o.what == what][:_LISTED]]
    return tuple(kept)


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
_LISTED = 20


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
