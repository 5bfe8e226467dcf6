"""The command line's entry: every error of the product becomes one plain line and exit status 1; bugs say so."""

import sys

from avowed.cli import asking, deciding, intake, showing  # noqa: F401  # each adds its commands to the app
from avowed.cli.app import app
from avowed.errors import AvowedError


def main() -> None:
    """Run the command line and leave with its status: 0 done, 1 something failed, 2 not understood, 130 stopped."""
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
        if "--traceback" in sys.argv:
            raise
        _fail(
            f"This is a fault of Avowed, not yours: {type(error).__name__}: {error}. Set --traceback to see where.", 70
        )


def _fail(message: str, status: int) -> None:
    sys.stderr.write(f"avowed: {message}\n")
    sys.exit(status)
