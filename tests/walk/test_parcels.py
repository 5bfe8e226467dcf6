"""Readings reach another process as they were sent."""

import copyreg
import pickle

from avowed.model.evidence import Reading, Report, Span
from avowed.walk import parcels
from tests.model.test_wire import full_reading


def test_a_reading_arrives_as_it_was_sent() -> None:
    parcels.quicken()
    sent = full_reading()
    assert pickle.loads(pickle.dumps(sent)) == sent  # noqa: S301  # our own words


def test_every_value_of_a_reading_goes_by_its_fields() -> None:
    parcels.quicken()
    assert {Reading, Report, Span} <= copyreg.dispatch_table.keys()
    kind, fields = copyreg.dispatch_table[Span](Span(3, 7))
    assert (kind, fields) == (Span, (3, 7))
