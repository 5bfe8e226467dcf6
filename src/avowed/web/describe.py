"""Prints the OpenAPI description of the desk, from which the pages' typed client is made: `python -m avowed.web.describe`."""

import json
import sys
from pathlib import Path

from avowed.web.adding import Tray
from avowed.web.app import api
from avowed.web.asked import Desk
from avowed.web.safety import Access


def main() -> None:
    """Write the description of a desk over no case."""
    json.dump(api(Desk(Path(), Access(frozenset(), token=""), "", Tray())).openapi(), sys.stdout, indent=1)


if __name__ == "__main__":
    main()
