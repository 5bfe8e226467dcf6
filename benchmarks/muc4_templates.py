"""Incidents of a reading as MUC-4 templates, without what is denied, only supposed, or of a kind MUC-4 leaves out.

Fills are the words of the mentions; for a pronoun, and for a noun where MUC-4 wants a name, the actor's name.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from benchmarks.readings import Reading, assertions, mentions_by_id, span_of, words
from benchmarks.scoring.templates import Entity, Template, stripped, template

# Takeovers and clashes are left out: on a sixth of the training part either lowers F1 by 0.007.
TYPES = {
    "attack": "attack",
    "assassination": "attack",
    "shooting": "attack",
    "siege": "attack",
    "raid": "attack",
    "bombing": "bombing",
    "suicide_bombing": "bombing",
    "air_strike": "bombing",
    "drone_strike": "bombing",
    "kidnapping": "kidnapping",
    "arson": "arson",
    "robbery": "robbery",
    "work_stoppage": "forced work stoppage",
    "forced_work_stoppage": "forced work stoppage",
}
ROLES = {
    "perpetrator_individual": "PerpInd",
    "perpetrator_organisation": "PerpOrg",
    "target": "Target",
    "victim": "Victim",
    "weapon": "Weapon",
}
NOT_BLAMED = frozenset({"denied", "no_comment"})
# How MUC-4 words the basis on which an organisation is blamed; of several the first in this order counts.
CONFIDENCES = {
    "claimed": "claimed or admitted",
    "accused_by_authorities": "suspected or accused by authorities",
    "suspected": "suspected or accused",
    "attributed": "suspected or accused",
    "convicted": "reported as fact",
    "reported": "reported as fact",
}
POSSIBLE = "possible"
# Who suspects or accuses is told by the attribution; MUC-4 has a word of its own for authorities.
ACCUSED, BY_AUTHORITIES = "suspected or accused", "suspected or accused by authorities"
AUTHORITIES = frozenset({"official", "court", "intelligence"})
# The slots hum_tgt_name and perp_org hold names; with nominals in them F1 is 0.05 less on a sixth of train.
NAMED = frozenset({"Victim", "PerpOrg"})
HUMAN = frozenset({"person", "nationality"})
THINGS = frozenset({"facility", "location", "vehicle", "military_platform", "money", "document"})


def templates(reading: Reading) -> list[Template]:
    """The templates of one reading, in order, none twice."""
    return list(with_confidences(reading))


def with_confidences(reading: Reading) -> dict[Template, dict[Entity, str]]:
    """The templates, each with the confidence of every organisation blamed in it, as MUC-4 words it."""
    found: dict[Template, dict[Entity, str]] = {}
    for one in incidents(reading):
        made = template(TYPES[one["type"]], **role_entities(reading, one))
        found.setdefault(made, dict(_confidences(reading, one)))
    return found


def incidents(reading: Reading) -> Iterator[Mapping[str, Any]]:
    """The incidents that MUC-4 would record."""
    for one in assertions(reading, "incident"):
        if one["type"] in TYPES and not one.get("negated") and one.get("mode") != "hypothetical":
            yield one


def _confidences(reading: Reading, incident: Mapping[str, Any]) -> Iterator[tuple[Entity, str]]:
    bases = set(CONFIDENCES)
    by_basis = {basis: _organisations(reading, incident, basis) for basis in bases}
    official = _organisations(reading, _said_by(incident, AUTHORITIES), *bases)
    for entity in _organisations(reading, incident, *bases):
        said = next(basis for basis in CONFIDENCES if any(set(one) & set(entity) for one in by_basis[basis]))
        doubted = said == "reported" and incident.get("factuality") == "possible"
        confidence = POSSIBLE if doubted else CONFIDENCES[said]
        accused = confidence == ACCUSED and any(set(one) & set(entity) for one in official)
        yield entity, BY_AUTHORITIES if accused else confidence


def _said_by(incident: Mapping[str, Any], roles: Collection[str]) -> Mapping[str, Any]:
    """The incident with those participants alone whose innermost speaker is of one of these roles."""
    parts = incident.get("participants", ())
    kept = [one for one in parts if one.get("attribution") and one["attribution"][-1].get("role") in roles]
    return {**incident, "participants": kept}


def _organisations(reading: Reading, incident: Mapping[str, Any], *bases: str) -> list[Entity]:
    kept = [part for part in incident.get("participants", ()) if part.get("basis", "reported") in bases]
    return [tuple(one) for one in role_entities(reading, {**incident, "participants": kept}).get("PerpOrg", ())]


def role_entities(reading: Reading, incident: Mapping[str, Any]) -> dict[str, list[list[str]]]:
    """For each MUC-4 role the entities of an incident, each as the strings that name it there."""
    mentions, names = mentions_by_id(reading), _names(reading)
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for part in blamed(incident.get("participants", ())):
        mention = mentions.get(part["mention"])
        if mention and part["role"] in ROLES:
            role = _role(part["role"], mention["type"])
            fill = _fill(reading, role, mention, names)
            if fill:
                found[role].setdefault(mention.get("actor") or mention["id"], []).append(fill)
    return {role: [_distinct(entity) for entity in entities.values()] for role, entities in found.items()}


def _fill(reading: Reading, role: str, mention: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """What stands for a mention in a slot; empty where MUC-4 would leave it out."""
    text, name = words(reading, span_of(mention)), names.get(mention.get("actor") or "", "")
    if mention.get("form") == "pronoun" or (role in NAMED and mention.get("form") == "nominal"):
        return name
    return text


def _names(reading: Reading) -> dict[str, str]:
    """The name of every actor that the report names at least once."""
    named = {one.get("actor") for one in reading.get("mentions", ()) if one.get("form", "name") == "name"}
    return {actor["id"]: actor["name"] for actor in reading.get("actors", ()) if actor["id"] in named}


def blamed(participants: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The participants without those who only deny or keep silent."""
    return (part for part in participants if part.get("basis") not in NOT_BLAMED)


def _role(role: str, mention_type: str) -> str:
    """The MUC-4 role: people aimed at are victims there, things hurt are targets."""
    if role == "target" and mention_type in HUMAN:
        return "Victim"
    if role == "victim" and mention_type in THINGS:
        return "Target"
    return ROLES[role]


def _distinct(entity: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text for text in map(stripped, entity) if text))
