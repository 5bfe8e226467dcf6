"""DataFrames of a case carry a citation in every row. Run by `make exchange`, which installs pandas."""

from datetime import date

import pytest

from avowed.settings import default_text
from avowed.store import create, write
from avowed.walk.frames import CITATION, frames
from avowed.walk.rebuild import rebuild
from tests.building import Told, reading, report

pytestmark = [pytest.mark.exchange, pytest.mark.filterwarnings("ignore")]


def test_every_row_of_a_frame_is_cited(tmp_path):
    with create(tmp_path / "case", default_text()) as store:
        text = "Alder Front trains Birch Army, a defector said."
        told = Told("Alder Front", "Birch Army")
        write.add_reading(store, reading(report(text, day=date(2021, 8, 27)), told), "2024-01-01T00:00:00+00:00")
        rebuild(store)
        held = frames(store)
    assert set(held) == {"ties", "incidents", "lines"}
    (citation,) = held["ties"][CITATION]
    assert text in citation
    assert "The Herald, 27 Aug 2021" in citation
