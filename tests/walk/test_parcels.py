"""Readings reach another process as they were sent."""

from io import BytesIO
from multiprocessing.reduction import ForkingPickler

from avowed.model.evidence import Span
from avowed.walk import parcels
from tests.model.test_wire import full_reading


def test_a_reading_arrives_as_it_was_sent() -> None:
    parcels.quicken()
    sent = full_reading()
    assert ForkingPickler.loads(ForkingPickler.dumps(sent)) == sent


def test_a_value_of_a_reading_goes_by_its_fields_alone() -> None:
    parcels.quicken()
    assert ForkingPickler(BytesIO()).dispatch_table[Span](Span(3, 7)) == (Span, (3, 7))
