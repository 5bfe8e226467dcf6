"""The desk's screens in Debian's Chromium: how long from the address to a screen that can be read and pressed."""

import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import uvicorn

from avowed.web import pages
from avowed.web.adding import Tray
from avowed.web.app import application
from avowed.web.asked import Desk
from avowed.web.safety import Access
from avowed.web.serve import hosts

CHROMIUM = "/usr/bin/chromium"
_QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
_WAIT = 120_000  # milliseconds; a busy machine must not end the run
_DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@dataclass(frozen=True, slots=True)
class Opened:
    """Seconds by the clock until a screen could be used, and seconds of processor of its page's main thread."""

    clock: float
    processor: float


def missing() -> str:
    """What is not there to drive a browser with; empty where all is."""
    if not pages.built():
        return "the pages of the desk are not built: make desk"
    if not Path(CHROMIUM).exists():
        return f"there is no {CHROMIUM}"
    return ""


def addresses(first: str, second: str, rare: str, found: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Screen -> its address, and what stands on it once it can be used; names are of actors, `found` holds keys."""
    pair, seldom = urlencode({"left": first, "right": second}), urlencode({"left": first, "right": rare})
    return {
        "front door": ("/", ".pairs"),
        "pair, the most named": (f"/?{pair}", ".voice-panel"),
        "pair, one seldom named": (f"/?{seldom}", ".voice-panel"),
        "actors": ("/actor", ".actors"),
        "actor, the most named": (f"/actor?{urlencode({'name': first})}", ".actor-page"),
        "actor, seldom named": (f"/actor?{urlencode({'name': rare})}", ".actor-page"),
        "incidents": ("/incident", ".incidents"),
        "incident": (f"/incident?{urlencode({'key': found['incident']})}", ".incident"),
        "network": ("/network", ".network-canvas canvas"),
        "network around an actor": (f"/network?{urlencode({'focus': first})}", ".network-canvas canvas"),
        "timeline, map": ("/timeline", ".bar-list"),
        "timeline of an actor": (f"/timeline?{urlencode({'name': first})}", ".bar-list"),
        "search": (f"/search?{urlencode({'words': first.split(maxsplit=1)[0]})}", ".hits"),
        "review": ("/review", ".review-one .chosen"),
        "who is who": ("/review?what=merges", ".merge, .empty"),
        "same incident": ("/review?what=tellings", ".merge, .empty"),
        "reports": ("/report", "table"),
        "report": (f"/report?{urlencode({'id': found['report']})}", ".report-text"),
        "contradictions": ("/contradictions", ".contradiction"),
        "predictions": ("/predictions", ".line, .empty"),
        "sources": ("/sources", ".sources"),
        "add": ("/add", ".drop"),
        "export": (f"/export?{pair}", ".panel"),
        "network of 2,000": ("/network?most=2000", ".network-canvas canvas"),
    }


@contextmanager
def served(case: Path) -> Iterator[str]:
    """The desk over a case, on a port of its own."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(64)
    port = listening.getsockname()[1]
    desk = Desk(case, Access(hosts("127.0.0.1", port)), "nobody", Tray())
    server = uvicorn.Server(uvicorn.Config(application(desk), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=20)


@contextmanager
def browser(profile: Path) -> Iterator[Any]:
    """A browser with an empty profile."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # not where no browser is driven

    with sync_playwright() as play:
        launched = play.chromium.launch_persistent_context(
            str(profile), executable_path=CHROMIUM, args=list(_QUIET), viewport={"width": 1440, "height": 900}
        )
        yield launched
        launched.close()


def opened(held: Any, address: str, sign: str) -> Opened:
    """One opening of a screen in a new tab; it can be used when its sign stands and two frames have been drawn since."""
    page = held.new_page()
    session = held.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    began = time.perf_counter()
    page.goto(address, wait_until="commit", timeout=_WAIT)
    page.wait_for_selector(sign, timeout=_WAIT)
    page.evaluate(_DRAWN)
    taken = time.perf_counter() - began
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    page.close()
    return Opened(taken, metrics["TaskDuration"])
