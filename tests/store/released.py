"""Cases in the form of every released schema: its own tables, filled with what those tables had columns for."""

import atexit
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import mkdtemp

from avowed.model.decisions import Decision, Verdict
from avowed.settings import default_text
from avowed.store import create, originals, write
from avowed.store.schema import APPLICATION_ID, STEPS
from avowed.walk.rebuild import rebuild
from tests.building import Told, reading, report

AT = "2024-01-01T00:00:00+00:00"
TEXTS = (
    "Alder Front backs Birch Army, a trader said.",
    "Birch Army shelters Alder Front.",
    "Cedar Group met Alder Front.",
)


def filled(folder: Path) -> None:
    """A small case of today's form, with reports, ties, a decision and originals: a copy of one that is made once."""
    copytree(_today(), folder, dirs_exist_ok=True)


@cache
def _today() -> Path:
    made = Path(mkdtemp(prefix="avowed-"))
    atexit.register(rmtree, made)
    _fill(made / "case")
    return made / "case"


def _fill(folder: Path) -> None:
    with create(folder, default_text()) as store:
        for text in TEXTS:
            names = [name for name in ("Alder Front", "Birch Army", "Cedar Group") if name in text]
            told = reading(report(text), Told(*sorted(names, key=text.index)))
            originals.keep(store.shelf, told.report.sha256, f"original of {text}".encode())
            write.add_reading(store, told, AT)
        write.decide(store, Decision(0, Verdict.GRADE, "The Herald", "B", "me", AT))
        rebuild(store)


def made(folder: Path, version: int, fill: Callable[[Path], None] = filled) -> None:
    """The same case, or another, as a program of that version would have left it."""
    fill(folder)
    new, old = folder / "case.sqlite", folder / "old.sqlite"
    with closing(sqlite3.connect(old, isolation_level=None)) as sql:
        for step in STEPS[:version]:
            sql.executescript(step)
        sql.execute("ATTACH ? AS today", (str(new),))
        for (table,) in sql.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            _copied(sql, table)
        sql.execute("INSERT INTO report_words (report_words) VALUES ('rebuild')")
        sql.execute("DETACH today")
        sql.execute(f"PRAGMA application_id={APPLICATION_ID}")
        sql.execute(f"PRAGMA user_version={version}")
        sql.execute("PRAGMA journal_mode=WAL")
    for path in folder.glob("case.sqlite*"):
        path.unlink()
    old.replace(new)


def _copied(sql: sqlite3.Connection, table: str) -> None:
    """Rows of one table, as far as it has their columns; full-text search keeps its own tables."""
    if table.startswith(("report_words", "sqlite_")):
        return
    columns = ", ".join(row[1] for row in sql.execute(f"PRAGMA main.table_info({table})"))
    sql.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM today.{table}")
