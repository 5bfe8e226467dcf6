"""Incidents as text: what, when, where, tolls as ranges, and every voice on who did it kept apart."""

from collections.abc import Iterable, Mapping, Sequence

from avowed.model.findings import Line
from avowed.model.resolution import IncidentPair
from avowed.model.vocabulary import Basis, ParticipantRole
from avowed.model.world import Incident, Responsibility, TollRange
from avowed.present import words
from avowed.present.terminal import line_text

_BASES = {
    Basis.REPORTED: "reported as done by",
    Basis.CLAIMED: "claimed by",
    Basis.ATTRIBUTED: "attributed to",
    Basis.SUSPECTED: "suspected",
    Basis.ACCUSED_BY_AUTHORITIES: "accused by authorities",
    Basis.CONVICTED: "convicted",
    Basis.DENIED: "denied by",
    Basis.NO_COMMENT: "neither confirmed nor denied by",
}


_PARTS = {
    ParticipantRole.BENEFICIARY: "said to gain",
    ParticipantRole.FACILITATOR: "said to have helped",
    ParticipantRole.PARTY: "party",
}


def incidents_text(incidents: Sequence[Incident], lines: Mapping[str, Line], names: Mapping[str, str]) -> str:
    """Every incident with the first quote of each report that tells of it."""
    blocks = [text for incident in incidents for text in incident_text(incident, lines, names)]
    return "\n".join(blocks) if blocks else "No incident was read in this case."


def incident_pairs_text(pairs: Iterable[IncidentPair]) -> str:
    """Pairs that may be one, each with its reasons and the commands that decide."""
    rows: list[str] = []
    for pair in pairs:
        of = pair.proposal
        left, right = (f"{words.interval(one.when)}  {headline(one)}" for one in (pair.left, pair.right))
        rows += [f"{of.score:.2f}  {left}  [{of.left}]", f"   ~  {right}  [{of.right}]"]
        rows += [f"        {feature.weight:+.2f}  {feature.name}: {feature.words}" for feature in of.features]
        rows.append(f"        avowed same {of.left} {of.right}   or   avowed not-same {of.left} {of.right}")
    return "\n".join(rows) if rows else "Nothing waits for a decision."


def incident_text(incident: Incident, lines: Mapping[str, Line], names: Mapping[str, str]) -> list[str]:
    """One incident: a heading, what is known of it, then its lines."""
    rows = [f"{words.interval(incident.when)}  {headline(incident)}  [{incident.key}]"]
    rows += [f"    {toll_words(toll)}" for toll in incident.tolls]
    rows += [f"    {told}" for told in responsibility_words(incident.responsibility, names)]
    for label, listed in (("targets", incident.targets), ("victims", incident.victims), ("weapons", incident.weapons)):
        rows += [f"    {label}: {', '.join(listed)}"] if listed else []
    told_by = len(incident.reports)
    review = "reviewed" if incident.reviewed else "merged unreviewed" if told_by > 1 else ""
    rows.append(f"    told by {told_by} report{'s' if told_by > 1 else ''}{f' ({review})' if review else ''}")
    for line in _first_of_each_report(incident.assertions, lines):
        rows += line_text(line)
    return [*rows, ""]


def headline(incident: Incident) -> str:
    """`bombing, Kabul (planned)`."""
    where = f", {incident.place.name}" if incident.place else ""
    stage = "" if incident.stage == "accomplished" else f" ({incident.stage})"
    return f"{words.plain(incident.type)}{where}{stage}"


def toll_words(toll: TollRange) -> str:
    """`killed (civilian): 25`, `11 to 19, best 14` where reports differ, `401 or more (“more than 400 people”)`."""
    best = f", best {toll.best}" if toll.best != toll.low else ""
    side = "" if toll.who == "unknown" else f" ({toll.who})"
    told = f" ({', '.join(f'“{said}”' for said in toll.words)})" if toll.words else ""
    return f"{toll.kind}{side}: {words.count(toll.low, toll.high)}{best}{told}"


def responsibility_words(told: Iterable[Responsibility], names: Mapping[str, str]) -> list[str]:
    """One row for each footing and actor, with who says so."""
    rows: dict[str, None] = {}
    for one in told:
        speaker = f" (says {one.speaker})" if one.speaker else ""
        rows[f"{_PARTS.get(one.role, _BASES[one.basis])}: {names.get(one.actor, one.actor)}{speaker}"] = None
    return list(rows)


def _first_of_each_report(keys: Sequence[str], lines: Mapping[str, Line]) -> list[Line]:
    found: dict[str, Line] = {}
    for key in keys:
        if key in lines:
            found.setdefault(lines[key].source.report, lines[key])
    return list(found.values())
