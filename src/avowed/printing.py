"""A page as PDF, printed by the Chromium or Chrome that is installed; without one the error says what to do instead."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from avowed.errors import UsageError

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_SECONDS = 120
_INSTEAD = "Write the page instead (-o answer.html), open it in any browser and print it to PDF there."
_ALONE = (
    "--headless",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-background-networking",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # the page needs no address, and none is opened
    "--no-pdf-header-footer",
)


def browser() -> str | None:
    """The program that prints; None where none is installed."""
    found = (shutil.which(name) for name in (*_BROWSERS, *_PLACES))
    return next((one for one in found if one), None)


def pdf(page: str, program: str | None = None) -> bytes:
    """A page as PDF; UsageError where no browser is installed or it fails."""
    program = program or browser()
    if program is None:
        raise UsageError(f"To write PDF, Avowed needs Chromium or Chrome, and found neither. {_INSTEAD}")
    with tempfile.TemporaryDirectory(prefix="avowed-") as folder:
        source, target = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_text(page, encoding="utf-8")
        fault = _printed(program, source, target)
        if fault or not target.exists():
            raise UsageError(f"{program} could not print the page{fault}. {_INSTEAD}")
        return target.read_bytes()


def _printed(program: str, source: Path, target: Path) -> str:
    """Let the browser print; what went wrong, "" where nothing did."""
    profile = f"--user-data-dir={source.parent / 'profile'}"
    command = [program, *_ALONE, *_for_root(), profile, f"--print-to-pdf={target}", source.as_uri()]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603  # no words of a report
    except (OSError, subprocess.SubprocessError) as error:
        return f" ({type(error).__name__})"
    return f" (exit status {done.returncode})" if done.returncode else ""


def _for_root() -> tuple[str, ...]:
    """Chromium refuses its sandbox to root; the page holds no script and opens no address."""
    return ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
