"""A case of one bombing that two reports may tell of: the day and a name agree, the doers differ, and one names no place."""

from datetime import date
from pathlib import Path

from avowed.model.evidence import LocalPlace
from avowed.model.vocabulary import PlacePrecision
from avowed.model.when import on_day
from avowed.settings import default_text
from avowed.store import Store, create, write
from avowed.walk.rebuild import rebuild
from tests.web.placed import bombing

AT = "2024-01-01T00:00:00+00:00"
_SARNHOLT = LocalPlace("p1", "Sarnholt", (), latitude=47.2, longitude=19.5, precision=PlacePrecision.EXACT)
_DAY = on_day(date(2021, 3, 4))
TOLD = (
    bombing("Dawn Column bombed a depot in Sarnholt.", "Dawn Column", _SARNHOLT, _DAY),
    bombing("Birch Raiders bombed a store near Sarnholt.", "Birch Raiders", None, _DAY),
)


def tell(store: Store) -> None:
    """Fill a case with both."""
    for one in TOLD:
        write.add_reading(store, one, AT)
    rebuild(store)


def twice_told_case(folder: Path) -> Path:
    """A case in a folder with both."""
    with create(folder / "told", default_text()) as store:
        tell(store)
    return folder / "told"
