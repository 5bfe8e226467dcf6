from avowed.model.findings import Outlet, Source
from avowed.model.when import UNKNOWN_TIME
from avowed.present.terminal import outlets_text


def _source(publisher, origin=""):
    return Source(f"report of {publisher}", "A title", publisher, "f", UNKNOWN_TIME, origin=origin)


def test_a_report_that_names_its_origin_speaks_with_that_voice_though_the_origin_is_not_in_the_case():
    assert _source("The Herald", "the Meridian Wire").voice == _source("The Post", "Meridian Wire").voice
    assert _source("The Herald", "the Meridian Wire").voice == _source("Meridian Wire").voice


def test_a_report_without_an_origin_speaks_for_its_publisher():
    assert _source("The Herald").voice != _source("The Post").voice


def test_the_list_of_sources_says_who_takes_from_whom():
    herald = Outlet("The Herald", (_source("The Herald", "Meridian Wire"),), 1, 3, takes_from=(("Meridian Wire", 1),))
    wire = Outlet("Meridian Wire", (_source("Meridian Wire"),), 1, 3, taken_by=(("The Herald", 1),))
    text = outlets_text([herald, wire])
    assert "takes from: Meridian Wire (1)" in text
    assert "taken by: The Herald (1)" in text
