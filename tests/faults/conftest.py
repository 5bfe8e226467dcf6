from collections.abc import Iterator
from pathlib import Path

import pytest

from avowed.settings import default_text
from avowed.store import Store, create


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Store]:
    with create(tmp_path / "case", default_text()) as store:
        yield store
