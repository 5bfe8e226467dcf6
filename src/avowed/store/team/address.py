"""The address of a shared database, and what went wrong on the way to it, in plain words and never with a password."""

import psycopg
from psycopg.conninfo import conninfo_to_dict

from avowed.errors import AvowedError, CannotWrite, CaseError, NoCase, UsageError


def shown(address: str) -> str:
    """The address without its password."""
    parts = _parts(address)
    host = str(parts.get("host") or parts.get("hostaddr") or "")
    user = f"{parts['user']}@" if parts.get("user") else ""
    port = f":{parts['port']}" if parts.get("port") else ""
    socket = f"?host={host}" if host.startswith("/") else ""
    return f"postgresql://{user}{'' if socket else host}{port}/{parts.get('dbname') or ''}{socket}"


def _parts(address: str) -> dict[str, object]:
    try:
        return dict(conninfo_to_dict(address))
    except psycopg.ProgrammingError as error:
        raise UsageError(
            "This is no address of a PostgreSQL database. Write: postgresql://user@host/database"
        ) from error.with_traceback(None)


def unreachable(address: str, error: psycopg.Error) -> AvowedError:
    """Why no connection was made, in one line with what to do."""
    said, where, parts = _said(address, error), shown(address), _parts(address)
    if "authentication failed" in said or "no password supplied" in said:
        return CaseError(
            f"The server did not let you in at {where}: the password is wrong, missing or of another user. Put it into "
            "the file .pgpass in your home folder or into PGPASSWORD, then try again."
        )
    if "does not exist" in said and "database" in said:
        return NoCase(
            f"The server has no database {parts.get('dbname')!r}. Make one on it with: createdb {parts.get('dbname')}, "
            f"then a case in it with: avowed init {where}"
        )
    if "does not exist" in said and "role" in said:
        return CaseError(f"The server knows no user of this name ({where}). Ask who keeps the server for an account.")
    if "too many" in said or "connection slots" in said:
        return CaseError(f"The server at {where} has no connection left. Wait a little, then try again.")
    return CaseError(
        f"No PostgreSQL server answers at {where} ({said}). Check the address, that the server runs and that the network "
        "lets you through."
    )


def unwritten(place: str, error: psycopg.Error) -> CannotWrite:
    """Why nothing was written, in one line with what to do."""
    if isinstance(error, psycopg.errors.InsufficientPrivilege):
        what = "your account may only read it. Ask who keeps the case for the right to write"
    elif isinstance(error, psycopg.errors.LockNotAvailable):
        what = "somebody else has been writing to it for a minute. Try again when that is done"
    elif isinstance(error, psycopg.errors.ReadOnlySqlTransaction):
        what = "the server takes no changes now. Ask who keeps it"
    else:
        what = f"{' '.join(str(error).split())[:200]}. Check that the server runs and has room, then try again"
    return CannotWrite(f"The case at {place} could not be written: {what}. Nothing was changed.")


def _said(address: str, error: psycopg.Error) -> str:
    """The server's own words on one line, with what the address holds as a password taken out."""
    words = " ".join(str(error).split())
    words = words.rpartition("failed: ")[2] if "failed: " in words else words
    password = str(_parts(address).get("password") or "")
    return (words.replace(password, "...") if password else words).replace("FATAL: ", "").strip()[:200]
