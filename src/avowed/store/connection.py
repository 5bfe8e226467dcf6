"""A case in a folder, on SQLite: opening, creating and closing it; a transaction happens whole or not at all."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from avowed.errors import CannotWrite, CaseError, DamagedCase, NewerCase, NoCase
from avowed.shelf import FolderShelf
from avowed.store.schema import APPLICATION_ID, STEPS, VERSION
from avowed.store.soundness import changes, planted
from avowed.store.sql import Row, Sql
from avowed.store.store import Hit, Store
from avowed.store.wal import lost_commits

DATABASE = "case.sqlite"
SETTINGS = "avowed.toml"
_BUSY_MILLISECONDS = 10_000
_CHECKED_AT_ONCE = 16 * 1024 * 1024  # a larger database would take longer to check than to ask; `verify` checks it


class FolderStore(Store):
    """An open case in a folder."""

    connection: sqlite3.Connection

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self.connection = connection
        self.folder = folder
        self.shelf = FolderShelf(folder)

    @property
    def place(self) -> str:
        """The folder."""
        return str(self.folder)

    @property
    def title(self) -> str:
        """The folder's name."""
        return self.folder.resolve().name

    def stamp(self) -> str:
        """SQLite's own count of the changes that other connections made, and which file it is that they were made to."""
        try:
            file = (self.folder / DATABASE).stat()
        except FileNotFoundError:
            return ""
        return f"{file.st_dev} {file.st_ino} {self.connection.execute('PRAGMA data_version').fetchone()[0]}"

    @contextmanager
    def transaction(self, *, durable: bool = False) -> Iterator[Sql]:
        """One BEGIN IMMEDIATE transaction; `durable` waits for the disk (decisions).

        Raises CannotWrite when the database is locked, full or read-only; nothing was changed then.
        """
        try:
            self.connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
            self.connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise _cannot_write(self.folder, error) from error
        try:
            yield self.connection
            self.connection.execute("COMMIT")
        except BaseException as error:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.OperationalError):
                raise _cannot_write(self.folder, error) from error
            raise

    def index(self, report: str) -> None:
        """Add the row of a report to the full-text index."""
        self.connection.execute(
            "INSERT INTO report_words (rowid, title, text) SELECT rowid, title, text FROM reports WHERE id = ?",
            (report,),
        )

    def unindex(self, report: str) -> None:
        """Take the row of a report out of the full-text index, which must be told what it holds."""
        self.connection.execute(
            "INSERT INTO report_words (report_words, rowid, title, text) "
            "SELECT 'delete', rowid, title, text FROM reports WHERE id = ?",
            (report,),
        )

    def search(self, terms: Sequence[str], limit: int) -> tuple[Hit, ...]:
        """Full text by FTS5, best first."""
        rows = self.connection.execute(
            "SELECT r.id, r.title, snippet(report_words, 1, '«', '»', ' … ', 24) AS around FROM report_words "
            "JOIN reports r ON r.rowid = report_words.rowid WHERE report_words MATCH ? ORDER BY rank LIMIT ?",
            (" AND ".join(f'"{term}"' for term in terms) or '""', limit),
        )
        return tuple((row["id"], row["title"], row["around"]) for row in rows)

    def streamed(self, statement: str, size: int) -> Iterator[list[Row]]:
        """SQLite gives rows as they are asked for."""
        rows = self.connection.execute(statement)
        while batch := rows.fetchmany(size):
            yield list(batch)

    @contextmanager
    def as_it_stands(self) -> Iterator[None]:
        """One state, by a transaction that only reads."""
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("ROLLBACK")

    def renumber(self) -> None:
        """SQLite numbers behind the last row by itself."""

    def drop(self) -> None:
        """Remove the database."""
        self.close()
        for path in self.folder.glob(f"{DATABASE}*"):
            path.unlink()

    def faults(self) -> Iterator[str]:
        """What SQLite's own checks find, what its log lost, and every table that is not as the steps make it."""
        lost = lost_commits(self.folder / f"{DATABASE}-wal")
        if lost:
            yield (
                f"database: its log was damaged, and what was stored last is lost ({lost} transactions); add the reports "
                "again"
            )
        try:
            for row in self.connection.execute("PRAGMA integrity_check"):
                if row[0] != "ok":
                    yield f"database: {row[0]}"
            for row in self.connection.execute("PRAGMA foreign_key_check"):
                yield f"database: a row of {row[0]} points at nothing"
        except sqlite3.DatabaseError as error:
            yield f"database: {error}"
        yield from (f"database: {change}" for change in changes(self.connection, VERSION))


def create(folder: Path, settings: str) -> FolderStore:
    """Make a new case in a folder, with the text of its settings file; CaseError when there is one already."""
    path = folder / DATABASE
    if path.exists():
        raise CaseError(f"{folder} already holds a case. Use it with --case {folder}, or choose another folder.")
    _prepare(folder, settings)
    temporary = folder / f".{DATABASE}.{os.getpid()}.part"
    try:
        with closing(_connect(temporary, "rwc")) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            _migrate(connection)
        temporary.replace(path)  # whole or not at all: half a database would be no case and stand in the way of one
        return FolderStore(_connect(path, "rw"), folder)
    except (sqlite3.Error, OSError) as error:
        for left in folder.glob(f"{temporary.name}*"):
            with suppress(OSError):
                left.unlink()
        raise _cannot_write(folder, error) from error


def _prepare(folder: Path, settings: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / SETTINGS
        if not file.exists():
            file.write_text(settings, encoding="utf-8")
    except OSError as error:
        raise CannotWrite(
            f"No case could be made in {folder}: {error.strerror}. Choose a folder that you may write to."
        ) from error


def open_case(folder: Path) -> FolderStore:
    """Open an existing case, bringing an older one up to date.

    Raises NoCase, NewerCase, DamagedCase or CannotWrite.
    """
    path = folder / DATABASE
    if not path.is_file():
        raise NoCase(f"There is no case in {folder}. Make one with: avowed init {folder}")
    try:
        version = inspected(path)
        connection = _connect(path, "rw")
        if version < VERSION:
            _copy_before_migrating(connection, folder, version)
            _migrate(connection)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise _cannot_write(folder, error) from error
        raise _damaged(folder, str(error)) from error
    return FolderStore(connection, folder)


def inspected(path: Path) -> int:
    """Look at a case read-only before trusting it; gives its schema's version."""
    with closing(_connect(path, "ro")) as connection:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if application != APPLICATION_ID:
            raise _damaged(path.parent, f"{path.name} was not written by Avowed")
        if version > VERSION:
            raise NewerCase(
                f"The case in {path.parent} was written by a newer version of Avowed (format {version}; this one knows "
                f"{VERSION}). Upgrade Avowed: pip install --upgrade avowed"
            )
        for fault in planted(connection, version):
            raise _damaged(path.parent, f"it holds {fault}")
        if path.stat().st_size <= _CHECKED_AT_ONCE:
            said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if said != "ok":
                raise _damaged(path.parent, " ".join(str(said).split()))
        return version


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    still = "&immutable=1" if _is_still(path) else ""
    uri = f"{path.resolve().as_uri()}?mode={'ro' if still else mode}{still}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    for pragma in (
        *("trusted_schema=OFF", "cell_size_check=ON", "foreign_keys=ON"),
        *(f"busy_timeout={_BUSY_MILLISECONDS}", "cache_size=-65536"),
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _is_still(path: Path) -> bool:
    """A case on a read-only disk, which nobody can be writing to: it can be asked, though no log can be made beside it."""
    log = path.with_name(f"{path.name}-wal")
    return path.exists() and not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)


def _migrate(connection: sqlite3.Connection) -> None:
    """Take every step that was not taken yet, each with its record in one transaction, whoever else is at it too."""
    for number, step in enumerate(STEPS, start=1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if connection.execute("PRAGMA user_version").fetchone()[0] < number:
                for statement in _statements(step):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version={number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _statements(step: str) -> Iterator[str]:
    """The statements of a step one by one: a script would end the transaction that it stands in."""
    begun = ""
    for part in step.split(";"):
        begun += part + ";"
        if sqlite3.complete_statement(begun):
            if begun.strip("; \n"):
                yield begun
            begun = ""


def _copy_before_migrating(connection: sqlite3.Connection, folder: Path, version: int) -> None:
    path = folder / f"case-before-format-{version + 1}.sqlite"
    try:
        with closing(sqlite3.connect(path)) as copy:
            connection.backup(copy)
    except sqlite3.Error:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise


def _cannot_write(folder: Path, error: sqlite3.Error | OSError) -> CannotWrite:
    return CannotWrite(
        f"The case in {folder} could not be written: {error}. Nothing was changed. Check that the disk has room, that "
        "the folder may be written to and that no other program holds the case, then try again."
    )


def _damaged(folder: Path, what: str) -> DamagedCase:
    return DamagedCase(
        f"The case in {folder} is damaged ({what}). Run `avowed doctor --case {folder}` to see what can be saved; the "
        "originals in its folder are untouched and can be added to a new case."
    )
