"""One opener for all tests of reading, so that its child process starts once."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from avowed.model.evidence import Report
from avowed.read import Open, Original, Outcome, ReadOptions, Skipped, opened

TODAY = date(2024, 5, 1)


@pytest.fixture(scope="session")
def options() -> ReadOptions:
    return ReadOptions(today=TODAY)


@pytest.fixture(scope="session")
def open_one(options: ReadOptions) -> Iterator[Open]:
    with opened(options) as opener:
        yield opener


@pytest.fixture(scope="session")
def outcome(open_one: Open) -> Callable[[bytes | str], Outcome]:
    def read(content: bytes | str) -> Outcome:
        return open_one(Original("here", content.encode() if isinstance(content, str) else content))

    return read


@pytest.fixture(scope="session")
def report(outcome: Callable[[bytes | str], Outcome]) -> Callable[[bytes | str], Report]:
    def read(content: bytes | str) -> Report:
        found = outcome(content)
        assert isinstance(found, Report), found
        return found

    return read


@pytest.fixture(scope="session")
def reason(outcome: Callable[[bytes | str], Outcome]) -> Callable[[bytes | str], str]:
    def read(content: bytes | str) -> str:
        found = outcome(content)
        assert isinstance(found, Skipped), found
        assert "\n" not in found.reason
        return found.reason

    return read
