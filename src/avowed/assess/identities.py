"""One name that reports give to two actors: who is meant cannot be both, and a person must look."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from avowed.model.contrasts import Contradiction, Contrast
from avowed.model.findings import Line
from avowed.model.names import fold


@dataclass(frozen=True, slots=True)
class Alias:
    """A line that gives an actor another name."""

    actor: str
    name: str
    line: Line


def on_names(aliases: Iterable[Alias], names: Mapping[str, str]) -> Iterator[Contradiction]:
    """Each two actors that are given one name, by the first line for either."""
    first: dict[str, dict[str, Alias]] = {}
    for one in aliases:
        if one.actor in names:
            first.setdefault(fold(one.name), {}).setdefault(one.actor, one)
    for held in first.values():
        left, *others = held.values()
        for right in others:
            yield Contradiction(
                kind=Contrast.IDENTITY,
                about=(left.actor, right.actor),
                words=f"“{left.name}” is given as a name of {names[left.actor]} and of {names[right.actor]}",
                left=left.line,
                left_says=names[left.actor],
                right=right.line,
                right_says=names[right.actor],
            )
