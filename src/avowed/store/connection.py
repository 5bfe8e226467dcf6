"""Opening, creating and closing a case's database; a transaction either happens whole or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from avowed.errors import CannotWrite, CaseError, DamagedCase, NewerCase, NoCase
from avowed.store.schema import APPLICATION_ID, STEPS, VERSION

DATABASE = "case.sqlite"
SETTINGS = "avowed.toml"
_BUSY_MILLISECONDS = 10_000


class Store:
    """An open case; close it, or use it in a `with`."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self.connection = connection
        self.folder = folder

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; open transactions are rolled back."""
        self.connection.close()

    @contextmanager
    def transaction(self, *, durable: bool = False) -> Iterator[sqlite3.Connection]:
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


def create(folder: Path, settings: str) -> Store:
    """Make a new case in a folder, with the text of its settings file; CaseError when there is one already."""
    path = folder / DATABASE
    if path.exists():
        raise CaseError(f"{folder} already holds a case. Use it with --case {folder}, or choose another folder.")
    _prepare(folder, settings)
    try:
        connection = _connect(path, "rwc")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        _migrate(connection, 0)
    except sqlite3.Error as error:
        raise _cannot_write(folder, error) from error
    return Store(connection, folder)


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


def open_case(folder: Path) -> Store:
    """Open an existing case, bringing an older one up to date.

    Raises NoCase, NewerCase, DamagedCase or CannotWrite.
    """
    path = folder / DATABASE
    if not path.is_file():
        raise NoCase(f"There is no case in {folder}. Make one with: avowed init {folder}")
    try:
        version = _inspect(path)
        connection = _connect(path, "rw")
        if version < VERSION:
            _copy_before_migrating(connection, folder, version)
            _migrate(connection, version)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise _cannot_write(folder, error) from error
        raise _damaged(folder, str(error)) from error
    return Store(connection, folder)


def _inspect(path: Path) -> int:
    """Look at a case read-only before trusting it; gives its schema's version."""
    connection = _connect(path, "ro")
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if application != APPLICATION_ID:
            raise _damaged(path.parent, f"{path.name} was not written by Avowed")
        if version > VERSION:
            raise NewerCase(
                f"The case in {path.parent} was written by a newer version of Avowed (format {version}; this one knows "
                f"{VERSION}). Upgrade Avowed: pip install --upgrade avowed"
            )
        return version
    finally:
        connection.close()


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    for pragma in ("trusted_schema=OFF", "foreign_keys=ON", f"busy_timeout={_BUSY_MILLISECONDS}", "cache_size=-65536"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    for number, step in enumerate(STEPS[version:], start=version + 1):
        connection.executescript(f"BEGIN IMMEDIATE; {step}; PRAGMA user_version={number}; COMMIT;")


def _copy_before_migrating(connection: sqlite3.Connection, folder: Path, version: int) -> None:
    copy = sqlite3.connect(folder / f"case-before-format-{version + 1}.sqlite")
    try:
        connection.backup(copy)
    finally:
        copy.close()


def _cannot_write(folder: Path, error: sqlite3.Error) -> CannotWrite:
    return CannotWrite(
        f"The case in {folder} could not be written: {error}. Nothing was changed. Check that the disk has room, that "
        "the folder may be written to and that no other program holds the case, then try again."
    )


def _damaged(folder: Path, what: str) -> DamagedCase:
    return DamagedCase(
        f"The case in {folder} is damaged ({what}). Run `avowed doctor --case {folder}` to see what can be saved; the "
        "originals in its folder are untouched and can be added to a new case."
    )
