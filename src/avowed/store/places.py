"""Where a case is: a folder of this machine, or the address of a database that a team shares."""

from importlib.util import find_spec
from pathlib import Path

from avowed.errors import CaseError
from avowed.store import connection
from avowed.store.store import Store

Place = Path | str
_SCHEMES = ("postgresql:", "postgres:")


def is_address(place: Place) -> bool:
    """True for the address of a shared database."""
    return isinstance(place, str) and place.startswith(_SCHEMES)


def create(place: Place, settings: str) -> Store:
    """Make a new case, with the text of its settings; CaseError when there is one already."""
    if not str(place).strip():
        raise CaseError("The place for the case is empty. Name a folder: avowed init my-case")
    if not is_address(place):
        return connection.create(Path(place), settings)
    _need_driver()
    from avowed.store import team  # noqa: PLC0415  # with its driver, an extra that only teams install

    return team.create(str(place), settings)


def open_case(place: Place) -> Store:
    """Open an existing case, bringing an older one up to date.

    Raises NoCase, NewerCase, DamagedCase or CannotWrite.
    """
    if not is_address(place):
        return connection.open_case(Path(place))
    _need_driver()
    from avowed.store import team  # noqa: PLC0415  # as above

    return team.open_case(str(place))


def _need_driver() -> None:
    if find_spec("psycopg") is None:
        raise CaseError(
            "A case on a PostgreSQL server needs a driver that is not installed. Install it: pip install 'avowed[team]'"
        )
