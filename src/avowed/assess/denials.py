"""What a party denies although it is shown: the gap that has no number, each denial beside the lines against it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from avowed.assess.closeness import counted
from avowed.model.findings import Denial, Tie
from avowed.model.vocabulary import Dimension, Voice

_A_YEAR = timedelta(days=365)
_LONG_AGO = date(2, 1, 1)
_ANY_LINK = frozenset(
    {Dimension.SUPPORT, Dimension.ACCORD, Dimension.STANCE}
)  # "no link", "no contact", "nothing to do"


def denials(
    ties: Sequence[Tie], parties: Mapping[str, Sequence[str]], weights: Mapping[str, float]
) -> tuple[Denial, ...]:
    """By party (key -> it and its parts) and dimension; a denial of any link is met by every cooperative line."""
    return tuple(one for party, parts in parties.items() for one in _of(ties, party, set(parts), weights))


def _of(ties: Sequence[Tie], party: str, parts: set[str], weights: Mapping[str, float]) -> Iterator[Denial]:
    own = [tie for tie in ties if tie.line.negated and tie.voice is Voice.STATED and tie.speaker in parts]
    shown = counted((tie for tie in ties if tie.voice is not Voice.STATED), weights)
    for dimension, sign in dict.fromkeys((tie.dimension, tie.sign) for tie in own if tie.sign):
        denied = [tie for tie in own if tie.dimension is dimension and tie.sign == sign]
        since = min((t.line.source.published.first for t in denied if t.line.source.published.first), default=_LONG_AGO)
        against = [t for t in shown if t.effective_sign == sign and _meets(t, dimension) and _still(t, since)]
        yield _denial(party, dimension, denied, against)


def _meets(tie: Tie, denied: Dimension) -> bool:
    return tie.dimension is denied or denied in _ANY_LINK


def _still(tie: Tie, denied: date) -> bool:
    """Whether it may have held when it was denied; what had ended a year before is not what a party denies."""
    return tie.when.last is None or tie.when.last >= denied - _A_YEAR


def _denial(party: str, dimension: Dimension, denied: Iterable[Tie], against: Sequence[Tie]) -> Denial:
    publishers = {tie.line.source.publisher for tie in against}
    return Denial(
        party=party,
        dimension=dimension,
        denied=tuple(tie.line.key for tie in denied),
        shown=tuple(tie.line.key for tie in against),
        families=len({tie.line.source.family for tie in against}),
        since=min((tie.when.first for tie in against if tie.when.first), default=None),
        hangs_on=next(iter(publishers)) if len(publishers) == 1 else "",
    )
