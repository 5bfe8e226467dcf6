from collections.abc import Iterator
from pathlib import Path

import pytest

from avowed.settings import default_text
from avowed.store import Store, create, open_case
from avowed.store.connection import FolderStore
from tests.team.server import BLANK, Server
from tests.team.serving import server

__all__ = ["server"]

ON_A_SERVER = pytest.param("server", marks=(pytest.mark.team, pytest.mark.slow))


@pytest.fixture(params=["folder", ON_A_SERVER])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty case: every test that asks for it runs on either engine."""
    if request.param == "folder":
        with create(tmp_path / "case", default_text()) as store:
            yield store
    else:
        server: Server = request.getfixturevalue("server")
        with open_case(server.database(BLANK)) as store:
            yield store


@pytest.fixture
def folder_case(tmp_path: Path) -> Iterator[FolderStore]:
    """An empty case in a folder, for what is asked of SQLite alone."""
    with create(tmp_path / "case", default_text()) as store:
        assert isinstance(store, FolderStore)
        yield store
