"""A PostgreSQL server of one's own for the tests: Debian's package, a temporary folder, a socket in it, no network."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

BLANK = "blank"
PASSWORD = "wicket-thorn-42"  # noqa: S105  # of the one account that needs one, on a server that lives for the tests


class Server:
    """A running server; databases are made on it as tests ask for them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.made = folder, 0

    def address(self, database: str, user: str = "keeper") -> str:
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def run(self, statement: str, database: str = "postgres") -> None:
        with psycopg.connect(self.address(database), autocommit=True) as held:
            held.execute(statement)

    def database(self, like: str = "template1") -> str:
        """The address of a new database, empty or like another."""
        self.made += 1
        self.run(f"CREATE DATABASE case{self.made} TEMPLATE {like}")
        return self.address(f"case{self.made}")


def programs() -> Path | None:
    """Where the server's programs are; None where the package is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def running() -> Iterator[Server]:
    """Start a server as somebody who is not root, and end it with its folder."""
    where = programs()
    assert where is not None, "install Debian's package postgresql"
    folder = Path(tempfile.mkdtemp(prefix="avowed-team-"))
    folder.chmod(0o755)
    owner = pwd.getpwnam("postgres") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
    as_owner = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if os.getuid() == 0 else {}
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    tables = folder / "tables"
    try:
        command = [
            where / "initdb",
            "-D",
            tables,
            "-U",
            "keeper",
            "-A",
            "trust",
            "--no-sync",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        ]
        subprocess.run(command, check=True, capture_output=True, cwd=folder, env={"PATH": "/usr/bin:/bin"}, **as_owner)
        entries = tables / "pg_hba.conf"
        entries.write_text("local all locked scram-sha-256\nlocal all all trust\n")
        settings = ["fsync=off", "listen_addresses=", f"unix_socket_directories={folder}", "max_connections=40"]
        options = [part for setting in settings for part in ("-c", setting)]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen([where / "postgres", "-D", tables, *options], stdout=log, stderr=log, **as_owner)
        try:
            yield _ready(Server(folder))
        finally:
            server.send_signal(2)
            server.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _ready(server: Server) -> Server:
    for _ in range(600):
        try:
            server.run(f"CREATE USER locked PASSWORD '{PASSWORD}'")
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return server
    raise TimeoutError((server.folder / "log").read_text())
