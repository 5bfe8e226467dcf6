"""How the desk describes itself in OpenAPI: what an answer holds it holds always, and lists are of one kind."""

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI

GIVEN = frozenset({"Decide", "Given", "HTTPValidationError", "ValidationError"})
"""What is given to the desk, or comes from its framework; there a field may be left out."""


def describer(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """The application's own description, worked over."""
    made = app.openapi
    described: list[dict[str, Any]] = []

    def describe() -> dict[str, Any]:
        if not described:
            found = made()
            for name, schema in found["components"]["schemas"].items():
                if "properties" in schema and name not in GIVEN:
                    schema["required"] = list(schema["properties"])
            _widen(found)
            described.append(found)
        return described[0]

    return describe


def _widen(node: Any) -> None:
    """Tuples as lists of any of their kinds: the framework, the client and the checkers write fixed lengths otherwise."""
    if isinstance(node, list):
        for item in node:
            _widen(item)
    elif isinstance(node, dict):
        items = node.pop("prefixItems", node.get("items"))
        if isinstance(items, list):
            kinds = [item for index, item in enumerate(items) if item not in items[:index]]
            node["items"] = kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
        for item in node.values():
            _widen(item)
