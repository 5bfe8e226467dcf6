from pathlib import Path

import pytest

from tests.team.serving import server

__all__ = ["server"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here needs a server: they run by `make team`."""
    here = f"{Path(__file__).parent}/"
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.team)
            item.add_marker(pytest.mark.slow)
