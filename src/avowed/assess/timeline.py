"""Incidents and dated ties in the order of their days; what has no date is still listed, at the end."""

from collections.abc import Mapping, Sequence
from datetime import date

from avowed.model.findings import Entry, Line, Tie
from avowed.model.vocabulary import ParticipantRole, Side
from avowed.model.world import Incident, Responsibility, TollRange


def entries(
    ties: Sequence[Tie], incidents: Sequence[Incident], lines: Mapping[str, Line], names: Mapping[str, str]
) -> tuple[Entry, ...]:
    """Every incident and every dated tie as one entry, the earliest first."""
    told = [_of_incident(incident, lines, names) for incident in incidents]
    told += [_of_tie(tie, names) for tie in ties if tie.when.known]
    return tuple(sorted(told, key=lambda entry: (entry.when.first or entry.when.last or date.max, entry.words)))


def _of_tie(tie: Tie, names: Mapping[str, str]) -> Entry:
    sign = {1: "+", -1: "-"}.get(tie.sign, "·")
    denial = "denied: " if tie.line.negated else ""
    words = f"{denial}{names[tie.subject]} {sign} {names[tie.object]}: {_plain(tie.dimension)}"
    return Entry(tie.when, "tie", words, (tie.subject, tie.object), (tie.line,))


def _footing(told: Responsibility) -> str:
    """On what footing an actor is named; who is only said to gain or to have helped is not named as the doer."""
    if told.role is ParticipantRole.BENEFICIARY:
        return "said to gain"
    return "said to have helped" if told.role is ParticipantRole.FACILITATOR else _plain(told.basis)


def _of_incident(incident: Incident, lines: Mapping[str, Line], names: Mapping[str, str]) -> Entry:
    where = f" in {incident.place.name}" if incident.place else ""
    tolls = tolls_in_words(incident)
    by_whom = "; ".join(
        dict.fromkeys(f"{_footing(told)}: {names.get(told.actor, told.actor)}" for told in incident.responsibility)
    )
    words = "; ".join(part for part in (f"{_plain(incident.type)}{where}", tolls, by_whom) if part)
    actors = tuple(dict.fromkeys(told.actor for told in incident.responsibility))
    return Entry(incident.when, "incident", words, actors, tuple(lines[k] for k in incident.assertions if k in lines))


def tolls_in_words(incident: Incident) -> str:
    """How many were killed, hurt, taken: `14 killed, 3–5 wounded, 20+ abducted`."""
    return ", ".join(_toll(toll) for toll in incident.tolls)


def _toll(toll: TollRange) -> str:
    end = "+" if toll.high is None else f"–{toll.high}"
    count = str(toll.best) if toll.low == toll.high else f"{toll.low}{end}"
    side = "" if toll.who == Side.UNKNOWN else f" ({toll.who})"
    return f"{count} {toll.kind}{side}"


def _plain(word: str) -> str:
    return str(word).replace("_", " ")
