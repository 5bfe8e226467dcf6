"""Readings as plain JSON objects in the reading format, and back; `from_wire(to_wire(reading))` equals the reading."""

from avowed.model.wire.marks import mention_from_wire, place_from_wire, time_from_wire
from avowed.model.wire.parts import (
    Wire,
    compact,
    speaker_from_wire,
    speaker_to_wire,
    speakers_from_wire,
    when_from_wire,
    when_to_wire,
)
from avowed.model.wire.whole import (
    FORMAT,
    assertion_from_wire,
    assertion_to_wire,
    from_wire,
    report_from_wire,
    report_to_wire,
    to_wire,
)

__all__ = [
    "FORMAT",
    "Wire",
    "assertion_from_wire",
    "assertion_to_wire",
    "compact",
    "from_wire",
    "mention_from_wire",
    "place_from_wire",
    "report_from_wire",
    "report_to_wire",
    "speaker_from_wire",
    "speaker_to_wire",
    "speakers_from_wire",
    "time_from_wire",
    "to_wire",
    "when_from_wire",
    "when_to_wire",
]
