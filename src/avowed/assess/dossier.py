"""Who an actor is by what the case holds: structure, leaders, friends, enemies, its own words, and what is missing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from avowed.assess.closeness import years_held
from avowed.assess.succession import handovers, offices
from avowed.model.evidence import Assertion, AttributeContent
from avowed.model.findings import Dossier, Entry, Line, Said, Tie
from avowed.model.names import is_named
from avowed.model.vocabulary import Dimension, Mode, Voice
from avowed.model.world import Actor

# In a row, not a set: a word of the vocabulary is found by what it is, sooner than by its letters.
_STRUCTURE = (Dimension.COMMAND, Dimension.MEMBERSHIP, Dimension.ORIGIN, Dimension.KINSHIP)
_SPONSORING = (
    Dimension.FINANCE,
    Dimension.ARMS,
    Dimension.TRAINING,
    Dimension.LOGISTICS,
    Dimension.SAFE_HAVEN,
    Dimension.SUPPORT,
)


@dataclass(frozen=True)
class Gathered:
    """What the store holds on an actor and its parts; `people` are the persons among its parts and leaders."""

    actor: Actor
    parts: tuple[str, ...]
    ties: tuple[Tie, ...]
    said: tuple[Said, ...]
    attributes: tuple[tuple[Line, Assertion, str], ...]
    incidents: tuple[str, ...]
    names: Mapping[str, str]
    people: tuple[Actor, ...] = ()
    latest: tuple[Entry, ...] = ()


def dossier(gathered: Gathered) -> Dossier:
    """One actor's dossier; ties among its own parts count as structure, never as friendship."""
    actor, own = gathered.actor, set(gathered.parts)
    live = [tie for tie in gathered.ties if tie.line.decision != "reject"]
    party = [tie for tie in live if tie.subject in own or tie.object in own]
    outward = [tie for tie in party if not tie.line.negated and not (tie.subject in own and tie.object in own)]
    structure = [tie for tie in party if _structural(tie, own)]
    rest = [tie for tie in outward if not _structural(tie, own)]
    one_voice = _one_voice(outward)
    holders = offices(structure, actor.key, gathered.people)
    return Dossier(
        key=actor.key,
        name=actor.name,
        kind=str(actor.kind),
        known_as=tuple(dict.fromkeys(name.text for name in actor.names if name.text != actor.name)),
        reviewed=actor.reviewed,
        parent=gathered.names.get(actor.parent or "", actor.parent or ""),
        parts=tuple(key for key in gathered.parts if key != actor.key),
        offices=holders,
        friends=tuple(tie for tie in rest if tie.sign > 0),
        enemies=tuple(tie for tie in rest if tie.sign < 0),
        structure=tuple(structure),
        own_words=gathered.said,
        attributes=tuple(_attribute(*row) for row in gathered.attributes),
        incidents=gathered.incidents,
        missing=tuple(_missing(gathered, outward, one_voice)),
        names=gathered.names,
        handovers=handovers(holders),
        changes=tuple(tie for tie in structure if tie.dimension is Dimension.ORIGIN),
        money=tuple(tie for tie in party if tie.dimension is Dimension.FINANCE),
        havens=tuple(tie for tie in party if tie.dimension is Dimension.SAFE_HAVEN and tie.object in own),
        sponsors=_helped(rest, own, given=False),
        clients=_helped(rest, own, given=True),
        one_voice=one_voice,
        silent_years=_silent_years(party),
        unheard=_unheard(rest, own, gathered.names),
        people=tuple(one.key for one in gathered.people if one.key in own and one.key != actor.key),
        latest=gathered.latest,
        linked=tuple(tie for tie in rest if tie.bond and tie.sign > 0),
    )


def _structural(tie: Tie, own: Set[str]) -> bool:
    """Kinship is structure within an actor alone: with another it is a friendly tie."""
    if tie.dimension not in _STRUCTURE:
        return False
    return tie.dimension is not Dimension.KINSHIP or (tie.subject in own and tie.object in own)


def _helped(ties: Iterable[Tie], own: set[str], *, given: bool) -> tuple[Tie, ...]:
    """Help in kind or money: given by the actor to others, or by others to it; plans and mere bonds are none."""
    return tuple(
        tie
        for tie in ties
        if tie.sign > 0
        and tie.dimension in _SPONSORING
        and not tie.bond
        and tie.line.mode is Mode.ACTUAL
        and (tie.subject in own) is given
    )


def _attribute(line: Line, assertion: Assertion, words: str) -> tuple[str, str, Line]:
    content = assertion.content
    name = str(content.attribute) if isinstance(content, AttributeContent) else str(assertion.kind)
    return name, words, line


def _one_voice(ties: Sequence[Tie]) -> tuple[str, ...]:
    """The lines whose proposition only one independent report tells."""
    first: dict[tuple[object, ...], str] = {}
    several: set[tuple[object, ...]] = set()
    told = [(_proposition(tie), tie.line) for tie in ties]
    for what, line in told:
        if first.setdefault(what, line.source.family) != line.source.family:
            several.add(what)
    return tuple(line.key for what, line in told if what not in several)


def _proposition(tie: Tie) -> tuple[object, ...]:
    one, other = tie.subject, tie.object
    if other < one and tie.dimension.symmetric:
        one, other = other, one
    return one, other, tie.dimension, tie.sign


def _silent_years(ties: Iterable[Tie]) -> tuple[int, ...]:
    covered = years_held(ties)
    return tuple(year for year in range(min(covered), max(covered)) if year not in covered) if covered else ()


def _unheard(ties: Sequence[Tie], own: Set[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """Those with whom there are ties and who are never heard on them, most lines first; crowds without a name cannot be."""
    others = Counter(key for tie in ties for key in (tie.subject, tie.object) if key not in own)
    heard = {tie.speaker for tie in ties if tie.voice is Voice.STATED}
    return tuple(key for key, _ in others.most_common() if key not in heard and is_named(names.get(key, key)))


def _missing(gathered: Gathered, party: Sequence[Tie], one_voice: Sequence[str]) -> Iterable[str]:
    if not gathered.said:
        yield f"{gathered.actor.name} itself is not heard in any report."
    families = {tie.line.source.family for tie in party}
    if len(families) <= 1:
        yield "No more than one independent report speaks of its ties."
    alone = len(one_voice)
    if alone and len(families) > 1:
        yield f"{alone} of {len(party)} lines on its ties rest on one independent report each."
    silent = _silent_years(party)
    if silent:
        yield f"No dated line on {', '.join(map(str, silent))}."
    if not gathered.actor.reviewed:
        yield "Nobody has yet reviewed which names are this actor (`avowed same`, `avowed not-same`)."
