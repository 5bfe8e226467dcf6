"""DuckDB over the tables of a corpus: a view a table; it can read that corpus and nothing else, and write nothing."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from avowed.bulk import tables
from avowed.bulk.kept import Corpus
from avowed.errors import CorpusError, NoCorpus, UsageError

Connection = duckdb.DuckDBPyConnection

_ONCE = (tables.MENTIONS, tables.OCCURRENCES, tables.ASSERTIONS, tables.INCIDENTS, tables.REPORTS)


@contextmanager
def opened(corpus: Corpus) -> Iterator[Connection]:
    """A connection to a corpus that is read and resolved; NoCorpus for any other."""
    corpus.index()
    if not corpus.is_resolved():
        raise NoCorpus(
            f"Who is who in the corpus in {corpus.folder} was not worked out to the end. Run the `avowed bulk read` that made "
            "it once more; what is read already is not read again."
        )
    with connected(corpus) as connection:
        yield connection


@contextmanager
def connected(corpus: Corpus, *, resolved: bool = True) -> Iterator[Connection]:
    """A connection with all views; without the resolved ones they are of every document, repeated texts too."""
    shards, _ = corpus.index()
    with TemporaryDirectory(prefix="avowed-") as folder:
        connection = duckdb.connect(":memory:", config=_config(folder))
        try:
            for table in tables.RESOLVED if resolved else ():
                _view(connection, table.name, [corpus.resolved(table.name)])
            for table in tables.READ:
                files = [corpus.file(table.name, shard) for shard in shards]
                _view(connection, table.name, files, once=resolved and table in _ONCE)
            _lock(connection, (corpus.folder, Path(folder)))
            yield connection
        finally:
            connection.close()


def asked(connection: Connection, query: str, most: int) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """The columns and the first rows of one SELECT; UsageError for anything else, and for what is not understood."""
    try:
        statements = connection.extract_statements(query)
    except duckdb.Error as fault:
        raise _not_understood(fault) from fault
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise UsageError("Only one SELECT can be asked: a corpus is never changed by a question.")
    try:
        found = connection.execute(statements[0])
        return tuple(column[0] for column in found.description or ()), found.fetchmany(most)
    except duckdb.Error as fault:
        raise _not_understood(fault) from fault


def _not_understood(fault: Exception) -> UsageError:
    return UsageError(
        f"DuckDB cannot answer this: {str(fault).strip()}\ndocs/reference/corpus.md lists the tables and their columns."
    )


def _config(folder: str) -> dict[str, str | bool | int | float | list[str]]:
    return {
        "temp_directory": folder,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "preserve_insertion_order": True,
    }


def _view(connection: Connection, name: str, files: Sequence[Path], *, once: bool = False) -> None:
    listed = ", ".join(_literal(str(file.resolve())) for file in files)
    apart = " ANTI JOIN repeated USING (document)" if once else ""
    try:
        connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{listed}]){apart}")
    except duckdb.Error as fault:
        raise CorpusError(
            f"The table {name} of this corpus is damaged ({str(fault).splitlines()[0]}). Run the `avowed bulk read` that made it "
            "once more."
        ) from fault


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _lock(connection: Connection, folders: Sequence[Path]) -> None:
    """From here on nothing but these folders can be opened, and nothing of this can be taken back."""
    allowed = ", ".join(_literal(f"{folder.resolve()}/") for folder in folders)
    connection.execute(f"SET allowed_directories = [{allowed}]")
    for setting in ("enable_external_access = false", "lock_configuration = true"):
        with suppress(duckdb.InvalidInputException):
            connection.execute(f"SET {setting}")
