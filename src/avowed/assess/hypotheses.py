"""Who did it: every hypothesis against every line, the least inconsistent first (Heuer 1999, chapter 8).

A line's own rating follows from what it says of whom; a person's rating takes its place. Copies of a story count once.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from avowed.assess.ratings import Statement, rating
from avowed.model.findings import Line
from avowed.model.hypotheses import Evidence, Hypothesis, Matrix
from avowed.model.vocabulary import Basis, ParticipantRole
from avowed.model.world import Incident
from avowed.settings import Settings

_DOERS = frozenset({ParticipantRole.PERPETRATOR_INDIVIDUAL, ParticipantRole.PERPETRATOR_ORGANISATION})
_MOST = 2  # the strongest rating, either way


@dataclass(frozen=True, slots=True)
class Supposed:
    """A hypothesis that a person added, by the number of the decision."""

    key: str
    words: str
    decision: int


@dataclass(frozen=True, slots=True)
class Rated:
    """A person's rating of a line for a hypothesis."""

    line: str
    hypothesis: str
    rating: int


@dataclass(frozen=True)
class Told:
    """All that is known of one incident: it, its lines and others that were rated, names, and what persons added."""

    incident: Incident
    headline: str
    lines: Mapping[str, Line]
    names: Mapping[str, str]
    gains: Sequence[Line] = ()
    supposed: Sequence[Supposed] = ()
    rated: Sequence[Rated] = ()


def matrix(told: Told, settings: Settings, grades: Mapping[str, str]) -> Matrix:
    """The matrix: hypotheses by what speaks against them, lines by how far they tell hypotheses apart."""
    statements = tuple(_statements(told))
    bases = _bases(statements)
    supposed = {one.key: one for one in told.supposed}
    keys = tuple(dict.fromkeys((*bases, *supposed)))
    rows = [_evidence(one, keys, told, _weight(one.line, told, settings, grades)) for one in _once(statements, told)]
    rows += [_evidence(one, keys, told, _weight(one.line, told, settings, grades)) for one in _added(told, statements)]
    found = [_hypothesis(key, rows, bases.get(key, ()), supposed.get(key), told.names) for key in keys]
    claimed = tuple(key for key in keys if Basis.CLAIMED in bases.get(key, ()))
    return Matrix(
        incident=told.incident.key,
        headline=told.headline,
        hypotheses=tuple(sorted(found, key=lambda one: (one.inconsistency, -one.support, one.key))),
        evidence=tuple(sorted(rows, key=lambda row: (-row.diagnosticity * row.weight, row.line, row.words))),
        competing=claimed if len(claimed) > 1 else (),
        gains=tuple((line.key, line.quote) for line in told.gains),
        lines={**told.lines, **{line.key: line for line in told.gains}},
        names=told.names,
        missing=tuple(_missing(keys, rows, bases)),
    )


def _statements(told: Told) -> Iterator[Statement]:
    """What the lines say of actors; words that name no actor ("gunmen") count only where no actor is named at all."""
    listed = tuple(told.incident.responsibility)
    named = tuple(one for one in listed if one.actor in told.names)
    for one in named or listed:
        if one.role in _DOERS and one.assertion in told.lines:
            line = told.lines[one.assertion]
            if line.decision != "reject":
                yield Statement(one.assertion, one.actor, one.basis, one.speaker, line.source.family)


def _bases(statements: Iterable[Statement]) -> dict[str, tuple[Basis, ...]]:
    found: dict[str, dict[Basis, None]] = {}
    for one in statements:
        found.setdefault(one.actor, {})[one.basis] = None
    return {actor: tuple(held) for actor, held in found.items()}


def _once(statements: Sequence[Statement], told: Told) -> Iterator[Statement]:
    """One statement of each footing on each actor in each family; that of a rated line before others."""
    rated = {one.line for one in told.rated}
    seen: set[tuple[str, str, Basis]] = set()
    for one in sorted(statements, key=lambda one: (one.line not in rated, statements.index(one))):
        if (one.family, one.actor, one.basis) not in seen:
            seen.add((one.family, one.actor, one.basis))
            yield replace(one, beside=_beside(one, statements))


def _beside(one: Statement, statements: Iterable[Statement]) -> frozenset[str]:
    """Who else the same line names as having done it: a joint deed speaks against neither."""
    return frozenset(
        other.actor
        for other in statements
        if other.line == one.line and other.basis not in (Basis.DENIED, Basis.NO_COMMENT)
    )


def _added(told: Told, statements: Iterable[Statement]) -> Iterator[Statement]:
    """Lines that a person rated and that say nothing themselves on who did it."""
    known = {one.line for one in statements}
    for key in dict.fromkeys(one.line for one in told.rated if one.line in told.lines):
        if key not in known:
            yield Statement(key, "", Basis.NO_COMMENT, "", told.lines[key].source.family)


def _evidence(one: Statement, keys: Sequence[str], told: Told, weight: float) -> Evidence:
    ratings = {key: rating(one, key) for key in keys}
    given = {row.hypothesis: row.rating for row in told.rated if row.line == one.line and row.hypothesis in ratings}
    ratings |= given
    spread = max(ratings.values(), default=0) - min(ratings.values(), default=0)
    return Evidence(one.line, one.words(told.names), weight, ratings, spread / (2 * _MOST), tuple(given))


def _weight(key: str, told: Told, settings: Settings, grades: Mapping[str, str]) -> float:
    line = told.lines[key]
    graded = settings.reliability[grades.get(line.source.publisher, "F")]
    return settings.certainty[line.factuality] * settings.modes[line.mode] * graded


def _hypothesis(
    key: str, rows: Iterable[Evidence], bases: tuple[Basis, ...], supposed: Supposed | None, names: Mapping[str, str]
) -> Hypothesis:
    weighed = [(row.weight, row.ratings[key]) for row in rows]
    return Hypothesis(
        key=key,
        words=supposed.words if supposed else names.get(key, key),
        inconsistency=sum(weight * -value for weight, value in weighed if value < 0),
        support=sum(weight * value for weight, value in weighed if value > 0),
        bases=bases,
        decision=supposed.decision if supposed else 0,
    )


def _missing(keys: Sequence[str], rows: Sequence[Evidence], bases: Mapping[str, tuple[Basis, ...]]) -> Iterator[str]:
    if not keys:
        yield "No report says who did it."
    elif len(keys) == 1:
        yield "Only one hypothesis stands; add others with: avowed suppose INCIDENT WORDS"
    if keys and not any(row.diagnosticity for row in rows):
        yield "No line tells the hypotheses apart."
    if keys and not any(Basis.CLAIMED in held for held in bases.values()):
        yield "Nobody is told to have claimed it."
    if keys and not any({Basis.CONVICTED, Basis.REPORTED} & set(held) for held in bases.values()):
        yield "No report tells as fact who did it; all of it is claim, suspicion or accusation."
