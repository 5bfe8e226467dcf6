"""The desk on a case of 10,000 invented reports and 200,000 assertions: what each answer of its API costs in processor time."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from time import process_time

from starlette.testclient import TestClient

from avowed.web.adding import Tray
from avowed.web.app import application
from avowed.web.asked import Desk
from avowed.web.safety import Access
from benchmarks.crowd.__main__ import REPORTS, make
from benchmarks.crowd.reports import cast
from benchmarks.session import QUICK_STEP, Line, Session, cost, no_baselines

TITLE = "The desk's API on a case of 10,000 reports and 200,000 assertions"
HOST = "127.0.0.1:8756"
_SHARE = 0.95
_TIMES = 3

Asked = tuple[str, Mapping[str, str | int]]


baselines = no_baselines


def ours(session: Session) -> list[Line]:
    """Seconds of processor time for each question that a screen puts, the best of three, and their 95th percentile."""
    reports = REPORTS // QUICK_STEP if session.quick else REPORTS
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case"
        make(case, reports)
        found = measured(case, reports)
    ranked = sorted(found.values())
    figures = {**found, "95 % of all": ranked[int(_SHARE * (len(ranked) - 1))]}
    return [cost(f"{name}: seconds of processor", value, reports) for name, value in figures.items()]


def measured(case: Path, reports: int) -> dict[str, float]:
    """Question -> the best time of three; each opens the case anew, as every request to the desk does."""
    desk = Desk(str(case), Access(frozenset({HOST})), "nobody", Tray())
    with TestClient(application(desk), base_url=f"http://{HOST}") as http:
        return {name: min(_time(http, one) for _ in range(_TIMES)) for name, one in questions(http, reports).items()}


def questions(http: TestClient, reports: int) -> dict[str, Asked]:
    """What the screens ask, of the most named actors and of seldom named ones."""
    names = cast(max(40, reports // 4)).names
    first, second, rare = names[0], names[1], names[len(names) // 2]
    incident = http.get("/api/incidents", params={"limit": 1}).json()["incidents"][0]["key"]
    report = http.get("/api/reports", params={"limit": 1}).json()["reports"][0]["source"]["report"]
    return {
        "the session": ("session", {}),
        "pairs to begin with": ("pairs", {"limit": 12}),
        "names as one types": ("actors", {"words": first[:2], "limit": 8}),
        "a pair, the most named": ("pair", {"left": first, "right": second}),
        "a pair, one seldom named": ("pair", {"left": first, "right": rare}),
        "an actor, the most named": ("actor", {"name": first}),
        "an actor, seldom named": ("actor", {"name": rare}),
        "incidents": ("incidents", {"limit": 40}),
        "incidents of an actor": ("incidents", {"limit": 40, "actor": first}),
        "an incident": ("incident", {"key": incident}),
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
        "names to merge": ("proposals", {"limit": 30}),
        "reports": ("reports", {"limit": 100}),
        "a report": ("report", {"id": report}),
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
