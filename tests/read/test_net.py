"""What goes wrong in this process over one document is an outcome too, and says that the fault is ours."""

import pytest

from avowed.errors import CannotWrite
from avowed.read import Open, Original, Skipped, reader


@pytest.mark.parametrize("fault", [ValueError("x"), OverflowError("x"), MemoryError(), RecursionError(), KeyError("x")])
def test_a_fault_over_one_document_does_not_stop_the_rest(
    open_one: Open, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def broken(*_: object) -> None:
        raise fault

    with monkeypatch.context() as patched:
        patched.setattr(reader, "compose", broken)
        found = open_one(Original("here", b"The garrison of Dol left the bridge."))
    assert isinstance(found, Skipped)
    assert "fault of Avowed" in found.reason
    assert not isinstance(open_one(Original("here", b"The garrison of Dol left the bridge.")), Skipped)


def test_a_disk_without_room_stops_the_run_in_plain_words(open_one: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise CannotWrite("no room")

    monkeypatch.setattr(reader, "compose", full)
    with pytest.raises(CannotWrite):
        open_one(Original("here", b"The garrison of Dol left the bridge."))


@pytest.mark.parametrize(
    "written", ["9" * 100 + "-08-54", "1-2-" + "3" * 5000, "27 Aug " + "2" * 30, "0-0-0", "-1-1-1"]
)
def test_a_date_of_any_figures_is_a_day_or_none(open_one: Open, written: str) -> None:
    row = f'{{"text": "Dol fell on {written} in the valley.", "published": "{written}"}}'
    assert not isinstance(open_one(Original("here", row.encode(), jsonl=True)), Skipped)
