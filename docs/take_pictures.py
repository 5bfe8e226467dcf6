"""`python docs/take_pictures.py [NAME...]`: takes the pictures of the desk in docs/pictures anew, from the example case.

It needs the built pages (`make desk`) and Debian's Chromium.
"""

import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from avowed import Case
from benchmarks import screens

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
LEFT, RIGHT = "Halmar Liberation Front", "Dawn Brigades"
WIDE, LOW, HIGH = 1360, 860, 1120
TITLE = "sworn enemies"  # of the report that is shown
# Picture -> its height, its address, what stands on it once it is drawn, and what is pressed then.
TAKEN: dict[str, tuple[int, str, str, str]] = {
    "desk-pair": (HIGH, "/?left={left}&right={right}", ".voice-panel", ""),
    "desk-network": (LOW, "/network?focus={right}&pair={pair}", ".network-canvas canvas", ""),
    "desk-report": (LOW, "/report?id={report}&line={line}", ".reader-text .chosen", ""),
    "desk-review": (LOW, "/review", ".review-one .chosen", ""),
    "desk-timeline": (
        LOW,
        "/timeline?name={right}&since=2019-01-01&until=2019-12-31",
        ".bar-list",
        ".bar-row >> nth=1",
    ),
}


def day() -> datetime:
    """The day on which the case is made."""
    return datetime(2024, 1, 1, tzinfo=UTC)


def example(folder: Path) -> dict[str, str]:
    """The example case, with the places that belong to it; gives the keys that the addresses name."""
    with Case.create(folder, day) as case:
        case.bring(ROOT / "examples" / "places.csv")
        case.add([ROOT / "examples" / "reports"])
        report = case.desk.reports(TITLE, "", 1).reports[0].source.report
        ties = [one for one in case.desk.report(report).passages if one.kind == "tie" and one.sign > 0]
        pair = "~".join(sorted(case.actor_key(name) for name in (LEFT, RIGHT)))
    return {"left": LEFT, "right": RIGHT, "pair": pair, "report": report, "line": ties[0].line.key}


def take(page: Any, address: str, name: str, keys: dict[str, str]) -> None:
    """One picture."""
    height, path, sign, press = TAKEN[name]
    page.set_viewport_size({"width": WIDE, "height": height})
    page.goto(address + path.format(**keys))
    page.wait_for_selector(sign)
    if press:
        page.locator(press).click()
    page.wait_for_timeout(1500)  # what is drawn on a canvas comes to rest
    page.screenshot(path=PICTURES / f"{name}.png")


def main(names: Sequence[str]) -> int:
    """Take all pictures, or those that are named."""
    if lack := screens.missing():
        sys.exit(lack)
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "talmeria"
        keys = example(case)
        with screens.served(case) as address, screens.browser(Path(folder) / "profile") as held:
            page = held.new_page()
            for name in names or TAKEN:
                take(page, address, name, keys)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
