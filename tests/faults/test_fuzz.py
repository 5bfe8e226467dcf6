"""More than 20,000 mutants through the readers: each ends as a sound report or a plain reason, none crashes or hangs."""

import io
import signal
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from avowed.model.evidence import Report
from avowed.read import Limits, Open, Original, Outcome, ReadOptions, Skipped, opened, originals_in
from avowed.read.clean import unstorable
from avowed.read.outcome import Container
from avowed.read.unpacking import taken_apart
from tests.faults.mutating import SEEDS, mutant

pytestmark = [pytest.mark.faults, pytest.mark.timeout(300)]

CORPUS = Path(__file__).parents[1] / "corpus" / "mutants"
LIMITS = Limits(wall_seconds=20, cpu_seconds=10)
SECONDS = 20
BUDGET = {"html": 2000, "pdf": 3500, "feed": 3000, "jsonl": 3000, "docx": 3000, "mail": 2000, "text": 1000}
IN_PROCESS = {"zip": 1500, "warc": 1500, "feed": 500, "mail": 500}
THROUGH_A_CHILD = 60


def many(count: int) -> settings:
    return settings(
        max_examples=count,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )


CHANCE = st.randoms(use_true_random=False)


@pytest.fixture(scope="module")
def open_one() -> Iterator[Open]:
    with opened(ReadOptions(date(2024, 5, 1), limits=LIMITS)) as opener:
        yield opener


@contextmanager
def limited() -> Iterator[None]:
    """An input that takes longer than allowed is a fault, and the run does not wait for it."""

    def late(*_: object) -> None:
        raise AssertionError(f"took longer than {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def check(found: Outcome) -> None:
    if isinstance(found, Skipped):
        assert found.reason
        assert "\n" not in found.reason
        assert "crashed" not in found.reason
        assert "fault of Avowed" not in found.reason
        assert "too slow" not in found.reason
        return
    assert isinstance(found, Report)
    assert unstorable(found.text) is None
    assert unicodedata.is_normalized("NFC", found.text)
    if found.origin:
        assert found.origin.span.of(found.text) == found.origin.text
    for one in found.pages:
        assert one.end <= len(found.text)


@pytest.mark.parametrize("kind", BUDGET)
def test_a_mutant_of_any_document_ends_as_one_sound_outcome(open_one: Open, kind: str) -> None:
    tried: list[None] = []

    @many(BUDGET[kind])
    @given(chance=CHANCE)
    def run(chance: Random) -> None:
        tried.append(None)
        with limited():
            check(open_one(Original("here", mutant(chance, kind))))

    run()
    assert len(tried) >= BUDGET[kind]


@pytest.mark.parametrize("kind", IN_PROCESS)
def test_a_mutant_of_any_container_is_taken_apart_into_sound_outcomes(kind: str) -> None:
    tried: list[None] = []

    @many(IN_PROCESS[kind])
    @given(chance=CHANCE)
    def run(chance: Random) -> None:
        tried.append(None)
        with limited():
            for one in taken_apart(io.BytesIO(mutant(chance, kind)), Container(kind), LIMITS):
                assert isinstance(one, Original) or one.reason

    run()
    assert len(tried) >= IN_PROCESS[kind]


@pytest.mark.parametrize("kind", [*Container])
def test_a_mutant_of_any_container_ends_well_through_its_child_too(kind: Container) -> None:
    for number in range(THROUGH_A_CHILD // len(Container)):
        found = list(originals_in(mutant(Random(number), kind.value), "here", LIMITS))
        assert found
        assert not any(isinstance(one, Skipped) and "crashed" in one.reason for one in found)


def test_there_are_more_than_twenty_thousand_of_them() -> None:
    assert sum(BUDGET.values()) + sum(IN_PROCESS.values()) >= 20_000
    assert set(BUDGET) | set(IN_PROCESS) == set(SEEDS)


def kept() -> list[Path]:
    return sorted(path for path in CORPUS.glob("*") if path.is_file() and path.name != "README.md")


@pytest.mark.parametrize("path", kept(), ids=lambda path: path.name)
def test_what_once_failed_fails_no_more(open_one: Open, path: Path) -> None:
    for found in originals_in(path.read_bytes(), path.name, LIMITS):
        with limited():
            check(found if isinstance(found, Skipped) else open_one(found))
