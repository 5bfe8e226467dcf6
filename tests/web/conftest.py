import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from shutil import copytree

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from avowed.model.vocabulary import Dimension, Voice
from avowed.settings import default_text
from avowed.store import create, write
from avowed.walk.rebuild import rebuild
from avowed.web.adding import Tray
from avowed.web.app import api
from avowed.web.asked import Desk
from avowed.web.safety import Access, Guarded
from tests.building import Told, reading, report

HOST = "127.0.0.1:8756"
TEXTS = {
    "Alder Front trained Birch Army, it is said.": Told(
        "Alder Front", "Birch Army", Dimension.TRAINING, hedge="it is said"
    ),
    "Alder Front denies it has any link to Birch Army.": Told(
        "Alder Front", "Birch Army", negated=True, voice=Voice.STATED, speaker="Alder Front"
    ),
    "Birch Army attacked Alder Front at dawn.": Told("Birch Army", "Alder Front", Dimension.ATTACK, sign=-1),
}


def clock() -> datetime:
    return datetime(2024, 1, 1, tzinfo=UTC)


@dataclass
class Client:
    """The desk as a page of its own sees it: right host, right origin, this run's token."""

    http: TestClient
    folder: Path
    headers: dict[str, str] = field(default_factory=lambda: {"origin": f"http://{HOST}", "x-avowed-token": "token"})

    def get(self, address: str, **asked: object):
        return self.http.get(address, params=asked)

    def post(self, address: str, body: object = None, **headers: str):
        return self.http.post(address, json=body, headers=self.headers | headers)

    def edit(self, left: str, given: dict[str, object], verdict: str = "edit"):
        return self.post("/api/decisions", {"verdict": verdict, "left": left, "given": given, "seen": 0})

    def decide(self, verdict: str, left: str, right: str = "", seen: int = 0):
        return self.post("/api/decisions", {"verdict": verdict, "left": left, "right": right, "seen": seen})


def made_case(folder: Path) -> Path:
    """A case of three lines between two groups, made by hand."""
    case = folder / "case"
    with create(case, default_text()) as store:
        for text, told in TEXTS.items():
            held = reading(report(text, publisher=text[-5:-1]), told)
            write.add_reading(store, held, "2024-01-01T00:00:00+00:00")
        rebuild(store)
    return case


def made_desk(folder: Path) -> Desk:
    return Desk(made_case(folder), Access(frozenset({HOST}), token="token"), "tester", Tray(), clock)


@cache
def one_api() -> FastAPI:
    """The routes, made once for all tests: they take a quarter of a second, and know of no desk but the one in `state`."""
    return api(Desk(Path(), Access(frozenset(), token=""), "", Tray()))


def served(desk: Desk, **options: bool) -> TestClient:
    """A client of a desk behind its guard, as `application` puts it; of two at a time each must have an `api` of its own."""
    one_api().state.desk = desk
    return TestClient(Guarded(one_api(), desk.access), base_url=f"http://{HOST}", **options)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case that each test gets a copy of."""
    return made_case(tmp_path_factory.mktemp("made"))


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(copytree(made, tmp_path / "case"))


@pytest.fixture
def desk(folder: Path) -> Desk:
    return Desk(folder, Access(frozenset({HOST}), token="token"), "tester", Tray(), clock)


@pytest.fixture
def client(desk: Desk) -> Iterator[Client]:
    with served(desk) as http:
        yield Client(http, desk.place)


@pytest.fixture
def threads() -> Iterator[None]:
    """No thread outlives its test."""
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(timeout=10)
