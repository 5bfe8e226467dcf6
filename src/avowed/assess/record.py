"""The record of those who foretell: what came true, what failed, what is due and not decided; rates only from enough."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from avowed.model.findings import Line
from avowed.model.records import Calibration, Record
from avowed.model.vocabulary import Factuality

ENOUGH = 10  # decided predictions of one degree of sureness; a share of fewer says more of chance than of the speaker


@dataclass(frozen=True, slots=True)
class Prediction:
    """A prediction by who foretells it; `came_true` is None until a person decided."""

    speaker: str
    line: Line
    came_true: bool | None


def records(predictions: Iterable[Prediction], today: date) -> tuple[Record, ...]:
    """One record a speaker, those with most decided predictions first; copies of one story count once."""
    by_speaker: dict[str, dict[tuple[str, str], Prediction]] = {}
    for one in predictions:
        story = one.line.source.family, " ".join(one.line.quote.split())
        by_speaker.setdefault(one.speaker, {}).setdefault(story, one)
    found = [_record(speaker, tuple(told.values()), today) for speaker, told in by_speaker.items()]
    return tuple(sorted(found, key=lambda one: (-one.decided, -len(one.open), one.speaker)))


def _record(speaker: str, told: tuple[Prediction, ...], today: date) -> Record:
    still = [one for one in told if one.came_true is None]
    return Record(
        speaker=speaker,
        came_true=tuple(one.line.key for one in told if one.came_true),
        failed=tuple(one.line.key for one in told if one.came_true is False),
        open=tuple(one.line.key for one in still),
        due=tuple(one.line.key for one in still if one.line.valid.last and one.line.valid.last < today),
        calibration={
            sure: found
            for sure in Factuality
            if (found := _calibration([one for one in told if one.line.factuality is sure]))
        },
    )


def _calibration(told: Iterable[Prediction]) -> Calibration | None:
    decided = [one.came_true for one in told if one.came_true is not None]
    return Calibration(len(decided), sum(decided) / len(decided)) if len(decided) >= ENOUGH else None
