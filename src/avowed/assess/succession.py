"""Who led what, in order: leading offices from command and membership ties, dated as far as the words date them."""

from collections.abc import Iterable, Sequence
from datetime import date

from avowed.model.findings import Office, Tie
from avowed.model.vocabulary import Dimension
from avowed.model.when import UNKNOWN_TIME


def offices(ties: Iterable[Tie], organisation: str) -> tuple[Office, ...]:
    """Holders of command over the organisation, earliest first; those without a date keep the order of their lines."""
    by_holder: dict[str, list[Tie]] = {}
    for tie in ties:
        if tie.dimension is Dimension.COMMAND and tie.object == organisation and not tie.line.negated:
            by_holder.setdefault(tie.subject, []).append(tie)
    found = [_office(holder, organisation, held) for holder, held in by_holder.items()]
    return tuple(sorted(found, key=_order))


def _office(holder: str, organisation: str, ties: Sequence[Tie]) -> Office:
    dated = sorted((tie for tie in ties if tie.when.known), key=lambda tie: tie.when.first or date.max)
    return Office(
        holder=holder,
        organisation=organisation,
        role=next((tie.role for tie in ties if tie.role), ""),
        since=dated[0].when if dated else UNKNOWN_TIME,
        until=dated[-1].when if dated and dated[-1].when.last else UNKNOWN_TIME,
        lines=tuple(tie.line.key for tie in ties),
    )


def _order(office: Office) -> tuple[date, int]:
    return office.since.first or date.max, 0
