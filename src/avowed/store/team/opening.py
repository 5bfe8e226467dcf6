"""Making and opening a case on a server; every change of its form is one transaction, whoever else is at it."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from avowed.errors import AvowedError, CaseError, DamagedCase, NewerCase, NoCase
from avowed.settings import FILE
from avowed.store.schema import APPLICATION_ID, STEPS, VERSION
from avowed.store.team.address import shown, unreachable, unwritten
from avowed.store.team.connection import TeamSql
from avowed.store.team.statements import FUNCTIONS, OWN_TABLES, made_by
from avowed.store.team.store import TeamStore

_SECONDS = 10  # waited for a server to answer


def create(address: str, settings: str) -> TeamStore:
    """Make a new case in a database, with the text of its settings; CaseError when there is one already."""
    store = _connected(address)
    try:
        with _in_one_go(store):
            if _version(store) is not None:
                raise CaseError(f"{store.place} already holds a case. Use it with --case, or choose another database.")
            _need_utf8(store)
            _begin_form(store.connection)
            _migrate(store.connection, 0)
            store.shelf.write(FILE, settings.encode())
    except BaseException:
        store.close()
        raise
    return store


def open_case(address: str) -> TeamStore:
    """Open an existing case, bringing an older one up to date.

    Raises NoCase, NewerCase, DamagedCase or CannotWrite.
    """
    store = _connected(address)
    try:
        version = _version(store)
        if version is None:
            raise NoCase(f"There is no case in {store.place}. Make one with: avowed init {store.place}")
        if version > VERSION:
            raise NewerCase(
                f"The case in {store.place} was written by a newer version of Avowed (format {version}; this one knows "
                f"{VERSION}). Upgrade Avowed: pip install --upgrade 'avowed[team]'"
            )
        if version < VERSION:
            with _in_one_go(store):
                _migrate(store.connection, _version(store) or 0)
    except BaseException:
        store.close()
        raise
    return store


def _connected(address: str) -> TeamStore:
    place = shown(address)
    try:
        held = psycopg.connect(address, autocommit=True, connect_timeout=_SECONDS, client_encoding="UTF8")
    except psycopg.Error as error:
        raise unreachable(address, error) from error.with_traceback(None)
    sql = TeamSql(held, place)
    for setting in ("search_path = avowed", "lock_timeout = '60s'", "jit = off", "client_min_messages = warning"):
        sql.execute(f"SET {setting}")
    return TeamStore(sql, place)


def _version(store: TeamStore) -> int | None:
    """The version of the case's form; None where there is no case. DamagedCase where the tables are another program's."""
    found = store.connection.execute(
        "SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname = 'avowed' AND tablename = 'about'"
    )
    if not found.fetchone()[0]:
        return None
    row = store.connection.execute("SELECT application, version FROM about").fetchone()
    if row is None or row["application"] != APPLICATION_ID:
        raise DamagedCase(f"The tables in {store.place} were not written by Avowed. Choose another database.")
    return int(row["version"])


def _need_utf8(store: TeamStore) -> None:
    encoding = store.connection.execute("SHOW server_encoding").fetchone()[0]
    if encoding != "UTF8":
        raise CaseError(
            f"{store.place} keeps its text as {encoding}, which cannot hold every script. Make a database that can: "
            "createdb --encoding=UTF8 --template=template0 NAME"
        )


def _begin_form(sql: TeamSql) -> None:
    sql.execute("CREATE SCHEMA avowed")
    sql.execute("CREATE TABLE about (application BIGINT NOT NULL, version BIGINT NOT NULL)")
    sql.execute("INSERT INTO about VALUES (?, 0)", (APPLICATION_ID,))
    for statement in filter(None, map(str.strip, FUNCTIONS.split(";\n"))):
        sql.execute(statement)


def _migrate(sql: TeamSql, version: int) -> None:
    for number, step in enumerate(STEPS[version:], start=version + 1):
        for statement in made_by(step):
            sql.execute(statement)
        if number == 1:
            for statement in filter(None, map(str.strip, OWN_TABLES.split(";"))):
                sql.execute(statement)
        sql.execute("UPDATE about SET version = ?", (number,))


@contextmanager
def _in_one_go(store: TeamStore) -> Iterator[None]:
    """A transaction whose failure is told as what it is: an account that may make no tables, more often than not."""
    try:
        with store.transaction():
            yield
    except AvowedError:
        raise
    except psycopg.Error as error:
        raise unwritten(store.place, error) from error
