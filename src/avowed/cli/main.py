"""The command line's entry: every error of the product becomes one plain line and exit status 1; bugs say so."""

import io
import os
import sys

from avowed.cli import asking, bulk, comparing, deciding, desk, intake, showing  # noqa: F401  # each adds its commands to the app
from avowed.cli.app import app, harmless
from avowed.errors import AvowedError


def main() -> None:
    """Run the command line and leave with its status: 0 done, 1 something failed, 2 not understood, 130 stopped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter must not end the answer
    try:
        app()
    except AvowedError as error:
        _fail(str(error), 1)
    except KeyboardInterrupt:
        _fail("Stopped. What was added is kept; run the same command again to go on.", 130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        if os.environ.get("AVOWED_TRACEBACK"):
            raise
        _fail(
            f"A fault of Avowed, not yours: {type(error).__name__}: {error}. AVOWED_TRACEBACK=1 shows where.",
            70,
        )


def _fail(message: str, status: int) -> None:
    sys.stderr.write(harmless(f"avowed: {message}\n"))
    sys.exit(status)
