"""A real browser on a real desk over the example case; marked `browser`, and built by `make desk` beforehand."""

import json
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from avowed import Case
from avowed.web import pages
from avowed.web.adding import Tray
from avowed.web.app import application
from avowed.web.asked import Desk
from avowed.web.safety import Access
from avowed.web.serve import hosts

ROOT = Path(__file__).parents[3]
REPORTS = ROOT / "examples" / "reports"
PLACES = ROOT / "examples" / "places.csv"
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SERIOUS = ("serious", "critical")


def clock() -> datetime:
    return datetime(2024, 1, 1, tzinfo=UTC)


@dataclass
class Served:
    """A desk that answers on a port of its own, until it is closed."""

    folder: Path
    server: uvicorn.Server
    thread: threading.Thread
    address: str

    def close(self) -> None:
        self.server.should_exit = True
        self.thread.join(timeout=20)


def served(folder: Path) -> Served:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(64)
    port = listening.getsockname()[1]
    desk = Desk(folder, Access(hosts("127.0.0.1", port)), "tester", Tray(), clock)
    server = uvicorn.Server(uvicorn.Config(application(desk), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    return Served(folder, server, thread, f"http://127.0.0.1:{port}")


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example case, read once; tests that change it take a copy."""
    folder = tmp_path_factory.mktemp("desk") / "talmeria"
    with Case.create(folder, clock) as case:
        case.bring(PLACES)
        case.add([REPORTS])
    return folder


@pytest.fixture(scope="session")
def reading_desk(example: Path) -> Iterator[Served]:
    """One desk for all tests that change nothing."""
    desk = served(example)
    yield desk
    desk.close()


@pytest.fixture
def two_tolls(tmp_path: Path) -> Iterator[Served]:
    """A desk over two reports that count the dead of one bombing differently."""
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "one.txt").write_text(
        "A bomb exploded in the market of Dasmir on 3 May 2019 and killed 12 people, police said."
    )
    (reports / "two.txt").write_text(
        "Twenty people were killed when a bomb exploded in the market of Dasmir on 3 May 2019, the ministry said."
    )
    with Case.create(tmp_path / "case", clock) as case:
        case.add([reports])
    desk = served(tmp_path / "case")
    yield desk
    desk.close()


@pytest.fixture
def own_desk(example: Path, tmp_path: Path) -> Iterator[Served]:
    """A desk over a copy of the example case, for a test that decides."""
    shutil.copytree(example, tmp_path / "talmeria")
    desk = served(tmp_path / "talmeria")
    yield desk
    desk.close()


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[Served]:
    """A desk over a case without reports."""
    Case.create(tmp_path / "empty", clock).close()
    desk = served(tmp_path / "empty")
    yield desk
    desk.close()


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Debian's Chromium with a fresh profile."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # not where no browser is driven

    assert pages.built(), "run `make desk` first"
    with sync_playwright() as play:
        profile = tmp_path_factory.mktemp("profile")
        launched = play.chromium.launch_persistent_context(
            str(profile), executable_path=CHROMIUM, args=QUIET, viewport={"width": 1440, "height": 900}
        )
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page on which any error of a script, or any request that leaves the machine, fails the test."""
    opened = browser.new_page()
    opened.set_default_timeout(20_000)
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda told: faults.append(told.text) if _is_fault(told) else None)
    opened.on("request", lambda asked: faults.append(f"asked elsewhere: {asked.url}") if _leaves(asked.url) else None)
    yield opened
    opened.close()
    assert not faults, faults


def _is_fault(told: Any) -> bool:
    return told.type == "error" and "status of 4" not in told.text


def _leaves(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "data:", "blob:"))


def axe_faults(page: Any) -> list[str]:
    """The serious faults that axe finds on the page as it stands."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {one['help']}: {json.dumps([node['target'] for node in one['nodes']][:3])}"
        for one in found["violations"]
        if one["impact"] in SERIOUS
    ]


def until(holds: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until something holds; the page's own policy forbids the browser's way of waiting for a script."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come to hold in time"
        time.sleep(0.05)
