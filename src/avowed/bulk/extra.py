"""Says in plain English when what corpora need is not installed."""

from importlib.util import find_spec

from avowed.errors import UsageError

NEEDED = ("duckdb", "pyarrow", "ray")


def check_installed() -> None:
    """UsageError where one of the engines is not there."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise UsageError(f"Corpora need {' and '.join(missing)}. Install them with: pip install 'avowed[bulk]'")
