"""One incident as one report tells it, made ready to compare: its days, its place, the words and names of its parties."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from avowed.model.names import fold
from avowed.model.resolution import ToldIncident, ToldParty
from avowed.model.vocabulary import Harm, Mode, ParticipantRole, Precision, Side
from avowed.model.when import UNKNOWN_TIME, When
from avowed.resolve.once import once

DOERS = frozenset(
    {
        ParticipantRole.PERPETRATOR_INDIVIDUAL,
        ParticipantRole.PERPETRATOR_ORGANISATION,
        ParticipantRole.FACILITATOR,
        ParticipantRole.PARTY,
    }
)
SUFFERERS = frozenset({ParticipantRole.TARGET, ParticipantRole.VICTIM})

_NEWS = timedelta(days=3)
"""An incident without a date is taken to have happened in the days before it was published, and weighs less."""

_REMEMBERED = re.compile(
    r"\b(?:anniversar|commemorat|memorial|remembrance|in memory of|years? (?:ago|after|since|on))", re.I
)
"""Words by which a report tells of an old incident: without a date of its own it is not news."""

_NAMED = re.compile(r"(?<=[a-z,;] )[A-Z][\w'-]{2,}")

_SMALL_TEXT = """
    a an the of in on at to for and or by with from near two three four five several some many other others dead
    people persons civilian civilians man men woman women
"""
_SMALL_WORDS = frozenset(_SMALL_TEXT.split())


@dataclass(frozen=True)
class Telling:
    """A told incident with what is compared of it."""

    told: ToldIncident

    @once
    def comparable(self) -> bool:
        """False for what is denied, planned for later or supposed: it stands alone."""
        return not self.told.negated and self.told.mode is Mode.ACTUAL

    @once
    def dated(self) -> bool:
        """Whether the report itself dates it to the day."""
        when = self.told.when
        return when.precision is Precision.DAY and when.first is not None and when.last is not None

    @once
    def days(self) -> tuple[date, date] | None:
        """First and last day that it may have happened on; from the day of publication where the report gives none."""
        for when in (self.told.when, self._news):
            if when.first and when.last:
                return when.first, when.last
        return None

    @once
    def numbered(self) -> tuple[int, int] | None:
        """The same days by number, to be counted between."""
        return (self.days[0].toordinal(), self.days[1].toordinal()) if self.days else None

    @once
    def tolls(self) -> dict[tuple[Harm, Side], list[int]]:
        """Harm and side -> the numbers told."""
        found: dict[tuple[Harm, Side], list[int]] = {}
        for toll in self.told.tolls:
            found.setdefault((toll.kind, toll.who), []).append(toll.best)
        return found

    @property
    def _news(self) -> When:
        published = self.told.published
        if self.told.when.known or not published.first or not published.last or _REMEMBERED.search(self.told.words):
            return UNKNOWN_TIME
        return When(published.first - _NEWS, published.last, Precision.UNKNOWN)

    @once
    def doers(self) -> frozenset[str]:
        """Actors who did it or are said to have."""
        return frozenset(party.actor for party in self._parties(DOERS) if party.actor)

    @once
    def sufferers(self) -> frozenset[str]:
        """Actors whom it struck."""
        return frozenset(party.actor for party in self._parties(SUFFERERS) if party.actor)

    @once
    def struck(self) -> frozenset[str]:
        """Words for what or whom it struck."""
        return self._words(SUFFERERS)

    @once
    def targets(self) -> frozenset[str]:
        """Words for what it was aimed at, without the victims."""
        return self._words(frozenset({ParticipantRole.TARGET}))

    @once
    def weapons(self) -> frozenset[str]:
        """Words for the weapons."""
        return self._words(frozenset({ParticipantRole.WEAPON}))

    @once
    def named(self) -> frozenset[str]:
        """Capitalised words within the sentence that tells of it: places and people, where nothing better is known."""
        return frozenset(fold(word) for word in _NAMED.findall(self.told.words))

    def _words(self, roles: frozenset[ParticipantRole]) -> frozenset[str]:
        words = (word for party in self._parties(roles) for word in fold(party.words).split())
        return frozenset(_singular(word) for word in words if word not in _SMALL_WORDS and not word.isdigit())

    def _parties(self, roles: frozenset[ParticipantRole]) -> tuple[ToldParty, ...]:
        return tuple(party for party in self.told.parties if party.role in roles)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
