from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from avowed import Case
from tests.walk.by_hand import fill

EXAMPLES = Path(__file__).parents[2] / "examples"


def clock() -> datetime:
    return datetime(2024, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """The example case, read once for all walks."""
    with Case.create(tmp_path_factory.mktemp("walk") / "case", clock) as case:
        case.add([EXAMPLES / "reports"])
        yield case


@pytest.fixture(scope="session")
def by_hand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """The example case as the key reads it."""
    with Case.create(tmp_path_factory.mktemp("walk") / "by-hand", clock) as case:
        fill(case)
        yield case
