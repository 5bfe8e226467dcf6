"""Who an actor is by what the case holds: structure, leaders, friends, enemies, its own words, and what is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from avowed.assess.succession import offices
from avowed.model.evidence import Assertion, AttributeContent
from avowed.model.findings import Dossier, Line, Said, Tie
from avowed.model.vocabulary import Dimension
from avowed.model.world import Actor, Incident

_STRUCTURE = frozenset({Dimension.COMMAND, Dimension.MEMBERSHIP, Dimension.ORIGIN, Dimension.KINSHIP})


@dataclass(frozen=True)
class Gathered:
    """What the store holds on an actor and its parts."""

    actor: Actor
    parts: tuple[str, ...]
    ties: tuple[Tie, ...]
    said: tuple[Said, ...]
    attributes: tuple[tuple[Line, Assertion, str], ...]
    incidents: tuple[Incident, ...]
    names: Mapping[str, str]


def dossier(gathered: Gathered) -> Dossier:
    """One actor's dossier; ties among its own parts count as structure, never as friendship."""
    actor, own = gathered.actor, set(gathered.parts)
    outward = [tie for tie in gathered.ties if not {tie.subject, tie.object} <= own and not tie.line.negated]
    party = [tie for tie in outward if {tie.subject, tie.object} & own]
    structure = [tie for tie in gathered.ties if tie.dimension in _STRUCTURE and {tie.subject, tie.object} & own]
    rest = [tie for tie in party if tie.dimension not in _STRUCTURE]
    return Dossier(
        key=actor.key,
        name=actor.name,
        kind=str(actor.kind),
        known_as=tuple(dict.fromkeys(name.text for name in actor.names if name.text != actor.name)),
        reviewed=actor.reviewed,
        parent=gathered.names.get(actor.parent or "", actor.parent or ""),
        parts=tuple(key for key in gathered.parts if key != actor.key),
        offices=offices(structure, actor.key),
        friends=tuple(tie for tie in rest if tie.sign > 0),
        enemies=tuple(tie for tie in rest if tie.sign < 0),
        structure=tuple(structure),
        own_words=gathered.said,
        attributes=tuple(_attribute(*row) for row in gathered.attributes),
        incidents=tuple(incident.key for incident in gathered.incidents),
        missing=tuple(_missing(gathered, party)),
        names=gathered.names,
    )


def _attribute(line: Line, assertion: Assertion, words: str) -> tuple[str, str, Line]:
    content = assertion.content
    name = str(content.attribute) if isinstance(content, AttributeContent) else str(assertion.kind)
    return name, words, line


def _missing(gathered: Gathered, party: Iterable[Tie]) -> Iterable[str]:
    if not gathered.said:
        yield f"{gathered.actor.name} itself is not heard in any report."
    families = {tie.line.source.family for tie in party}
    if len(families) <= 1:
        yield "No more than one independent report speaks of its ties."
    if not gathered.actor.reviewed:
        yield "Nobody has yet reviewed which names are this actor (`avowed same`, `avowed not-same`)."
