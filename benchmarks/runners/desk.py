"""The desk on a case of 10,000 invented reports and 200,000 assertions: its API's answers and its screens in a browser.

An answer is worked out when it is asked for first after the case was changed, and kept until it changes again; both are
measured. Screens are opened in Debian's Chromium, once each with nothing kept: seconds by the clock from the address to
what can be read and pressed, which mean something on a quiet machine alone, and seconds of processor of the page itself.
AVOWED_DESK names a folder with such a case; else one is made, which takes some minutes.
"""

import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import process_time

from starlette.testclient import TestClient

from avowed.web.adding import Tray
from avowed.web.app import application
from avowed.web.asked import Desk
from avowed.web.kept import Kept
from avowed.web.safety import Access
from benchmarks import screens
from benchmarks.crowd.__main__ import REPORTS, make
from benchmarks.crowd.reports import cast
from benchmarks.session import QUICK_STEP, Line, Session, cost, no_baselines

TITLE = "The desk on a case of 10,000 reports and 200,000 assertions"
HOST = "127.0.0.1:8756"
_SHARE = 0.95
_TIMES = 3
_LARGE = "network of 2,000"

Asked = tuple[str, Mapping[str, str | int]]


baselines = no_baselines


def ours(session: Session) -> list[Line]:
    """The costs of each question and of each screen, and their 95th percentiles."""
    reports = REPORTS // QUICK_STEP if session.quick else REPORTS
    given = os.environ.get("AVOWED_DESK")
    with tempfile.TemporaryDirectory() as folder:
        case = Path(given) if given else Path(folder) / "case"
        if not (case / "case.sqlite").exists():
            make(case, reports)
        found = {**measured(case, reports), **_screens(session, case, reports, Path(folder) / "profile")}
    return [cost(name, value, reports) for name, value in found.items()]


def measured(case: Path, reports: int) -> dict[str, float]:
    """What each question costs in seconds of processor, asked first and asked again; the best of three."""
    first, again = {}, {}
    with _client(case) as http:
        asked = questions(http, reports)
    for name, one in asked.items():
        first[name] = min(_anew(case, one) for _ in range(_TIMES))
        with _client(case) as http:
            again[name] = min(_time(http, one) for _ in range(1 + _TIMES))
    return {
        **_figures(first, "API, asked first: {}: seconds of processor"),
        **_figures(again, "API, asked again: {}: seconds of processor"),
    }


def _screens(session: Session, case: Path, reports: int, profile: Path) -> dict[str, float]:
    """How long each screen takes to be used, opened first and opened again."""
    lack = screens.missing()
    if lack:
        session.note(f"desk: no screen is measured: {lack}")
        return {}
    names = cast(max(40, reports // 4)).names
    with _client(case) as http:
        places = screens.addresses(names[0], names[1], names[len(names) // 2], _keys(http))
    times: dict[str, list[screens.Opened]] = {}
    with screens.served(case) as address, screens.browser(profile) as held:
        screens.opened(held, f"{address}/add", ".drop")  # what the browser itself does at its first page
        for name, (path, sign) in places.items():
            times[name] = [screens.opened(held, address + path, sign) for _ in range(2)]
    return dict(_told(times))


def _told(times: Mapping[str, list[screens.Opened]]) -> Iterator[tuple[str, float]]:
    large = times[_LARGE]
    small = {name: both for name, both in times.items() if name != _LARGE}
    for index, when in enumerate(("first", "again")):
        yield from _figures(
            {n: both[index].clock for n, both in small.items()}, f"screen, opened {when}: {{}}: seconds by the clock"
        ).items()
    yield from _figures(
        {n: both[1].processor for n, both in small.items()}, "screen: {}: seconds of processor of the page"
    ).items()
    yield f"{_LARGE}, until it can be used: seconds by the clock", large[0].clock
    yield f"{_LARGE}, until it can be used: seconds of processor of the page", large[0].processor


def _figures(found: Mapping[str, float], words: str) -> dict[str, float]:
    ranked = sorted(found.values())
    every = {**found, "95 % of all": ranked[int(_SHARE * (len(ranked) - 1))]}
    return {words.format(name): value for name, value in every.items()}


def _client(case: Path, kept: Kept | None = None) -> TestClient:
    desk = Desk(str(case), Access(frozenset({HOST})), "nobody", Tray(), kept=kept or Kept())
    return TestClient(application(desk), base_url=f"http://{HOST}")


def _anew(case: Path, one: Asked) -> float:
    """Asked where nothing can be kept."""
    with _client(case, Kept(limit=0)) as http:
        http.get("/api/session")  # what a run of the desk does once
        return _time(http, one)


def _keys(http: TestClient) -> dict[str, str]:
    return {
        "incident": http.get("/api/incidents", params={"limit": 1}).json()["incidents"][0]["key"],
        "report": http.get("/api/reports", params={"limit": 1}).json()["reports"][0]["source"]["report"],
    }


def questions(http: TestClient, reports: int) -> dict[str, Asked]:
    """What the screens ask, of the most named actors and of seldom named ones."""
    names = cast(max(40, reports // 4)).names
    first, second, rare = names[0], names[1], names[len(names) // 2]
    found = _keys(http)
    return {
        "the session": ("session", {}),
        "pairs to begin with": ("pairs", {"limit": 12}),
        "names as one types": ("actors", {"words": first[:2], "limit": 8}),
        "a pair, the most named": ("pair", {"left": first, "right": second}),
        "a pair, one seldom named": ("pair", {"left": first, "right": rare}),
        "an actor, the most named": ("actor", {"name": first}),
        "an actor, seldom named": ("actor", {"name": rare}),
        "how reports name an actor": ("actor/names", {"name": first, "limit": 200}),
        "incidents": ("incidents", {"limit": 40}),
        "incidents of an actor": ("incidents", {"limit": 40, "actor": first}),
        "an incident": ("incident", {"key": found["incident"]}),
        "network of 200": ("network", {"most": 200}),
        "network of 2,000": ("network", {"most": 2000}),
        "network around an actor": ("network", {"focus": first}),
        "ways between two": ("network", {"focus": first, "other": rare}),
        "lines of a tie": ("lines/like", {"actor": first, "other": second, "limit": 200}),
        "timeline": ("timeline", {}),
        "timeline of an actor": ("timeline", {"name": first}),
        "timeline of a year": ("timeline", {"since": "2012-01-01", "until": "2012-12-31"}),
        "words in reports": ("search", {"words": first.split()[0]}),
        "lines by meaning": ("lines/like", {"words": "bombing"}),
        "what to check": ("to-check", {}),
        "how far checked": ("checked", {}),
        "names to merge": ("proposals", {"limit": 10}),
        "incidents to merge": ("proposals/incidents", {"limit": 10}),
        "reports": ("reports", {"limit": 100}),
        "a report": ("report", {"id": found["report"]}),
        "contradictions of an actor": ("contradictions", {"name": rare}),
        "contradictions": ("contradictions", {}),
        "sources": ("sources", {}),
    }


def _time(http: TestClient, asked: Asked) -> float:
    began = process_time()
    reply = http.get(f"/api/{asked[0]}", params=dict(asked[1]))
    taken = process_time() - began
    reply.raise_for_status()
    return taken
