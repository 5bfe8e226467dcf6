"""Runs benchmarks by name, each by its runner; where the reader is missing the baselines are still measured."""

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from pkgutil import iter_modules

from benchmarks import runners
from benchmarks.ruler import ruler
from benchmarks.session import Line, NoReader, Session, installed_reader
from benchmarks.sets import data_root
from benchmarks.store import Result


def names() -> list[str]:
    """The benchmarks that there are."""
    return sorted(module.name for module in iter_modules(runners.__path__))


def run(wanted: Sequence[str], data: Path | None, date: str, quick: bool) -> Iterator[Result]:
    """The results of the named benchmarks, in order."""
    session = Session(data_root(data), quick, installed_reader, note=lambda words: print(words, file=sys.stderr))
    for name in wanted:
        yield _one(name, session, date)


def _one(name: str, session: Session, date: str) -> Result:
    runner = import_module(f"benchmarks.runners.{name}")
    lines: list[Line] = []
    missing = ""
    for measure in (runner.baselines, getattr(runner, "ours", _no_part)):
        try:
            lines += measure(session)
        except NoReader as lack:
            missing = str(lack)
            session.note(f"{name}: {lack}")
    reader = "" if missing else _version(session)
    return Result(name, runner.TITLE, reader, ruler(name), date, session.quick, tuple(lines), missing)


def _no_part(_: Session) -> list[Line]:
    raise NoReader("the reader has no part that answers this")


def _version(session: Session) -> str:
    """What the reader calls itself in its readings, else the version of the package whose parts were asked."""
    told = (str(reading["reader"]) for reading in session.seen.values() if reading.get("reader"))
    return next(told, f"avowed {version('avowed')}")
