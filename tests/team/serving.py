"""A server for the tests of a run, with an empty case to copy."""

from collections.abc import Iterator

import pytest

from avowed.settings import default_text
from avowed.store import create
from tests.team.server import BLANK, Server, running


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server for all tests of this run."""
    with running() as held:
        held.run(f"CREATE DATABASE {BLANK}")
        create(held.address(BLANK), default_text()).close()
        yield held
