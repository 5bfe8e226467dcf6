"""`python docs/take_pictures.py`: takes the pictures of the desk in docs/pictures anew, from the example case.

It needs the built pages (`make desk`) and Debian's Chromium. The desk's day is fixed, so that the same program takes the
same pictures.
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
LEFT, RIGHT = "Halmar+Liberation+Front", "Dawn+Brigades"
SIZE = {"width": 1360, "height": 860}
# Picture -> address, what stands on it once it is drawn, and what is pressed before it is taken.
TAKEN: dict[str, tuple[str, str, str]] = {
    "desk-pair": (f"/?left={LEFT}&right={RIGHT}", ".voice-panel", ""),
    "desk-network": (f"/network?focus={RIGHT}&tie=", ".network-canvas canvas", ".network-side .tie-open >> nth=0"),
    "desk-report": ("/report?id={report}", ".report-text", ".reader-list li >> nth=1"),
    "desk-review": ("/review", ".review-one .chosen", ""),
    "desk-timeline": (f"/timeline?name={RIGHT}&since=2021-01-01&until=2021-12-31", ".bar-list", ".bar-row >> nth=0"),
}


def day() -> datetime:
    """The day of the desk."""
    return datetime(2024, 1, 1, tzinfo=UTC)


def example(folder: Path) -> Path:
    """The example case, with the places that belong to it."""
    with Case.create(folder, day) as case:
        case.bring(ROOT / "examples" / "places.csv")
        case.add([ROOT / "examples" / "reports"])
    return folder


def take(page: Any, address: str, name: str) -> None:
    """One picture."""
    path, sign, press = TAKEN[name]
    page.goto(address + path)
    page.wait_for_selector(sign)
    if press and page.locator(press).count():
        page.locator(press).click()
    page.wait_for_timeout(1500)  # what is drawn on a canvas comes to rest
    page.screenshot(path=PICTURES / f"{name}.png")


def main(names: Sequence[str]) -> int:
    """Take all pictures, or those that are named."""
    if lack := screens.missing():
        sys.exit(lack)
    with tempfile.TemporaryDirectory() as folder:
        case = example(Path(folder) / "talmeria")
        with screens.served(case) as address, screens.browser(Path(folder) / "profile") as held:
            page = held.new_page()
            page.set_viewport_size(SIZE)
            for name in names or TAKEN:
                take(page, address, name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
