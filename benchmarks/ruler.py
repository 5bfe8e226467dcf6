"""The ruler of a benchmark: one hash over its runner and all that it measures with.

A figure stands only under the ruler that it was measured with. Baselines and the reader are no part of it; our own
annotations are, where they are what is measured against.
"""

import ast
import hashlib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
_RECORDS = {"benchmarks.sets.annotations": "training/annotations"}
_NO_RULER = ("benchmarks.baselines", "benchmarks.session", "benchmarks.store")


def ruler(runner: str) -> str:
    """SHA-256 over the files of a runner, by its module name, of what it imports from benchmarks, and of its records."""
    digest = hashlib.sha256()
    for path in files(f"benchmarks.runners.{runner}"):
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def files(module: str) -> list[Path]:
    """The file of a module and of every module of benchmarks that it measures with, in order; then our records."""
    found: dict[str, Path] = {}
    waiting = [module]
    while waiting:
        name = waiting.pop()
        path = _file(name)
        if path and name not in found and not name.startswith(_NO_RULER):
            found[name] = path
            waiting += _imports(path)
    records = [path for name in sorted(found) if name in _RECORDS for path in (ROOT / _RECORDS[name]).glob("*.json")]
    return [*(found[name] for name in sorted(found)), *sorted(records)]


def _file(module: str) -> Path | None:
    path = ROOT.joinpath(*module.split("."))
    return next((one for one in (path.with_suffix(".py"), path / "__init__.py") if one.is_file()), None)


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("benchmarks"):
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)
