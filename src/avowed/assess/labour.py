"""Who does what in a set of actors: who leads, pays, trains, arms, shelters, scouts, executes and claims."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from avowed.model.findings import Line, Tie
from avowed.model.hypotheses import Labour
from avowed.model.vocabulary import Basis, Dimension, IncidentType, ParticipantRole
from avowed.model.world import Incident, Responsibility

_BY_DIMENSION = {
    "leads": {Dimension.COMMAND},
    "pays": {Dimension.FINANCE},
    "arms": {Dimension.ARMS},
    "trains": {Dimension.TRAINING},
    "shelters": {Dimension.SAFE_HAVEN},
    "scouts": {Dimension.INTELLIGENCE},
    "supplies": {Dimension.LOGISTICS},
    "sends people": {Dimension.PERSONNEL},
    "acts jointly": {Dimension.JOINT_OPERATION},
    "fights": {Dimension.ATTACK, Dimension.CLASH},
}
_DOING = frozenset(  # who gains by a deed, or helped in it, did not do it
    {ParticipantRole.PERPETRATOR_INDIVIDUAL, ParticipantRole.PERPETRATOR_ORGANISATION}
)
_BY_BASIS = {
    "executes": {Basis.REPORTED, Basis.CONVICTED},
    "claims": {Basis.CLAIMED},
    "is suspected": {Basis.SUSPECTED, Basis.ATTRIBUTED, Basis.ACCUSED_BY_AUTHORITIES},
}


def labour(
    of: Mapping[str, Sequence[str]],
    ties: Iterable[Tie],
    incidents: Iterable[Incident],
    lines: Mapping[str, Line],
    names: Mapping[str, str],
) -> Labour:
    """The table; `of` are the actors, each with its parts, whose deeds are counted as the actor's.

    A part that is asked for itself, with its own parts, is counted apart from the whole.
    """
    widest_first = sorted(of.items(), key=lambda one: -len(one[1]))
    whose = {part: actor for actor, parts in widest_first for part in (actor, *parts)}
    cells: dict[str, dict[str, list[str]]] = {function: {} for function in (*_BY_DIMENSION, *_BY_BASIS)}
    for tie in ties:
        if tie.line.negated or tie.line.decision == "reject":
            continue
        for function in (name for name, held in _BY_DIMENSION.items() if tie.dimension in held and _does(name, tie)):
            for doer in _doers(tie, whose):
                cells[function].setdefault(doer, []).append(tie.line.key)
    for incident in incidents:
        for told in (one for one in incident.responsibility if one.actor in whose):
            for function in _functions(incident, told):
                cells[function].setdefault(whose[told.actor], []).append(told.assertion)
    functions = {name: {key: tuple(dict.fromkeys(held)) for key, held in row.items()} for name, row in cells.items()}
    told_by = {tie.line.key: tie for tie in ties}
    known = {key: tie.line for key, tie in told_by.items()} | dict(lines)
    used = {key for row in functions.values() for held in row.values() for key in held}
    return Labour(
        actors=tuple(of),
        functions={name: row for name, row in functions.items() if row},
        lines={key: line for key, line in known.items() if key in used},
        names=names,
        missing=tuple(
            f"Nobody among them is told to be the one who {name}." for name, row in functions.items() if not row
        ),
        ties={key: tie for key, tie in told_by.items() if key in used},
    )


def _does(function: str, tie: Tie) -> bool:
    """Help that ends or is taken away is none: who loses people to another sends him nobody."""
    return function == "fights" or tie.sign > 0


def _functions(incident: Incident, told: Responsibility) -> Iterator[str]:
    """What somebody named in an incident did: who has a part in a clash fights, and has a part in a meeting does neither."""
    party = told.role is ParticipantRole.PARTY
    if party and incident.type is IncidentType.CLASH:
        yield "fights"
    for name, held in _BY_BASIS.items():
        if told.basis in held and (told.role in _DOING or (party and told.basis is Basis.CLAIMED)):
            yield name


def _doers(tie: Tie, whose: Mapping[str, str]) -> Iterable[str]:
    """The subject; on undirected ties either party. What an actor does to its own part is leadership alone."""
    parties = (tie.subject, tie.object) if tie.dimension.symmetric else (tie.subject,)
    for key in dict.fromkeys(whose[key] for key in parties if key in whose):
        inner = whose.get(tie.subject) == whose.get(tie.object)
        if not inner or tie.dimension is Dimension.COMMAND:
            yield key
