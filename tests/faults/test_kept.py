"""Texts over which the reader once failed are read."""

import pytest

from avowed import registry
from avowed.annotate.annotator import Annotator
from avowed.model.evidence import Report, report_id
from tests.faults.test_fuzz import CORPUS


@pytest.mark.slow
def test_a_text_over_which_the_reader_once_failed_is_read():
    text = (CORPUS / "a-name-without-letters.txt").read_text(encoding="utf-8")
    (read,) = Annotator(registry.known_actors()).annotate([Report(report_id(text), "kept", text, language="en")])
    assert read.skipped == ""
