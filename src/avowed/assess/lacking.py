"""What the evidence on a relation lacks, in words: who is not heard, when nobody speaks, what rests on one voice."""

from collections.abc import Iterator, Mapping, Sequence

from avowed.assess.closeness import years
from avowed.model.findings import Tie
from avowed.model.vocabulary import Voice


def lacking(
    names: Mapping[str, str], parties: Mapping[str, Sequence[str]], ties: Sequence[Tie], above: Sequence[Tie] = ()
) -> tuple[str, ...]:
    """A sentence for everything that is missing; `above` are ties with a body that one of the parties is part of."""
    return (*_unheard(names, parties, ties, above), *_undated(ties), *_silent_years(ties), *_one_voice(ties))


def _unheard(
    names: Mapping[str, str], parties: Mapping[str, Sequence[str]], ties: Sequence[Tie], above: Sequence[Tie]
) -> Iterator[str]:
    for side, parts in parties.items():
        if not any(tie.voice is Voice.STATED and tie.speaker in parts for tie in ties):
            yield f"{names[side]} itself is not heard on the relation{_heard(names, parts, ties, above)}."
    silent = [voice for voice in Voice if not any(tie.voice is voice for tie in ties)]
    if silent:
        yield f"No line is {' or '.join(silent)}."


def _heard(names: Mapping[str, str], parts: Sequence[str], ties: Sequence[Tie], above: Sequence[Tie]) -> str:
    """Where one side is heard all the same: on a body above the other, or by one of its own who does not speak for it."""
    people = dict.fromkeys(tie.speaker for tie in ties if tie.speaker in parts)
    own = ", ".join(names.get(key, key) for key in people)
    elsewhere = any(tie.voice is Voice.STATED and tie.speaker in parts for tie in above)
    but = ", only on a body above the other" if elsewhere else ""
    return f"{but}; {own}, of it, tells of the relation and is not taken to speak for it" if own else but


def _undated(ties: Sequence[Tie]) -> Iterator[str]:
    undated = sum(not tie.when.known for tie in ties)
    if undated:
        yield f"{undated} of {len(ties)} lines do not say when; only the date of their report is known."


def _silent_years(ties: Sequence[Tie]) -> Iterator[str]:
    covered = list(years(ties))
    gaps = [year for year in range(covered[0], covered[-1]) if year not in covered] if covered else []
    if gaps:
        yield f"No line speaks of {', '.join(map(str, gaps))}."


def _one_voice(ties: Sequence[Tie]) -> Iterator[str]:
    if len({tie.line.source.family for tie in ties}) == 1:
        yield "All lines come from one report or its copies."
        return
    shown = [tie for tie in ties if tie.voice is not Voice.STATED and tie.effective_sign]
    for dimension in dict.fromkeys(tie.dimension for tie in shown):
        families = {tie.line.source.family for tie in shown if tie.dimension is dimension}
        if len(families) == 1:
            yield f"Only one independent report speaks of {str(dimension).replace('_', ' ')}."
