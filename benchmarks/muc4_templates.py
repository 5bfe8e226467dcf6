"""Incidents of a reading as MUC-4 templates, without what is denied, only supposed, or of a kind MUC-4 leaves out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from benchmarks.readings import Reading, assertions, mentions_by_id, span_of, words
from benchmarks.scoring.templates import Template, stripped, template

TYPES = {
    "attack": "attack",
    "assassination": "attack",
    "shooting": "attack",
    "siege": "attack",
    "raid": "attack",
    "takeover": "attack",
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
HUMAN = frozenset({"person", "nationality"})
THINGS = frozenset({"facility", "location", "vehicle", "military_platform", "money", "document"})


def templates(reading: Reading) -> list[Template]:
    """The templates of one reading, in order, none twice."""
    found = [_template(reading, one) for one in incidents(reading)]
    return list(dict.fromkeys(found))


def incidents(reading: Reading) -> Iterator[Mapping[str, Any]]:
    """The incidents that MUC-4 would record."""
    for one in assertions(reading, "incident"):
        if one["type"] in TYPES and not one.get("negated") and one.get("mode") != "hypothetical":
            yield one


def _template(reading: Reading, incident: Mapping[str, Any]) -> Template:
    return template(TYPES[incident["type"]], **role_entities(reading, incident))


def role_entities(reading: Reading, incident: Mapping[str, Any]) -> dict[str, list[list[str]]]:
    """For each MUC-4 role the entities of an incident, each as the strings that name it there."""
    mentions = mentions_by_id(reading)
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for part in blamed(incident.get("participants", ())):
        mention = mentions.get(part["mention"])
        if mention and part["role"] in ROLES:
            entity = found[_role(part["role"], mention["type"])].setdefault(mention.get("actor") or mention["id"], [])
            entity.append(words(reading, span_of(mention)))
    return {role: [_distinct(entity) for entity in entities.values()] for role, entities in found.items()}


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
