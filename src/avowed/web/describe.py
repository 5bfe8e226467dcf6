"""The OpenAPI description of the desk, from which the pages' typed client is made: `python -m avowed.web.describe`."""

import json
import sys
from pathlib import Path
from typing import Any

from avowed.web.adding import Tray
from avowed.web.app import api
from avowed.web.asked import Desk
from avowed.web.safety import Access

_GIVEN = frozenset({"Decide", "Given", "HTTPValidationError", "ValidationError"})
"""What is given to the desk, or comes from its framework; there a field may be left out."""


def description() -> dict[str, Any]:
    """The OpenAPI description; no case is opened for it. What an answer holds it holds always, defaults too."""
    found = api(Desk(Path(), Access(frozenset(), token=""), "", Tray())).openapi()
    schemas: dict[str, dict[str, Any]] = found["components"]["schemas"]
    for name, schema in schemas.items():
        if "properties" in schema and name not in _GIVEN:
            schema["required"] = list(schema["properties"])
    _widen(found)
    return found


def _widen(node: Any) -> None:
    """Pairs of one kind as lists of it: the client's generator and its types disagree about fixed lengths."""
    if isinstance(node, list):
        for item in node:
            _widen(item)
    elif isinstance(node, dict):
        if "prefixItems" in node:
            node["items"] = node.pop("prefixItems")[0]
        for item in node.values():
            _widen(item)


if __name__ == "__main__":
    json.dump(description(), sys.stdout, indent=1)
