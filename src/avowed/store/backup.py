"""A case into one file and back: a snapshot of its tables, its settings, what was brought, and the originals it names.

The snapshot is one state of the case, whoever writes meanwhile; the file is written whole or not at all.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from avowed import known
from avowed.errors import CannotWrite, CaseError, DamagedCase
from avowed.shelf import Shelf, refuse_device
from avowed.store import connection, places
from avowed.store.connection import DATABASE, SETTINGS, FolderStore, inspected
from avowed.store.copying import copy
from avowed.store.originals import FOLDER, place
from avowed.store.places import Place
from avowed.store.rows import BackedUp
from avowed.store.store import Store

_LIST = "contents.json"
_FORM = "avowed-backup/1"
_PIECE = 1 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, NotImplementedError, EOFError, RuntimeError)


def back_up(store: Store, target: Path) -> BackedUp:
    """Write the whole case into one file; CannotWrite when the disk refuses, and then nothing is left behind."""
    refuse_device(target)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=target.parent) as name:
            snapshot = _snapshot(store, Path(name))
            done = _pack(store.shelf, snapshot, temporary)
        _sync(temporary)
        temporary.replace(target)
    except (OSError, sqlite3.OperationalError) as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise CannotWrite(
            f"The backup {target} could not be written: {getattr(error, 'strerror', None) or error}. Choose another "
            "place with -o, or make room. The case is as it was."
        ) from error
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    return replace(done, path=target)


def restore(source: Path, target: Place) -> Store:
    """Make a case again from its backup, checked against the backup's own list before it is put in place.

    Raises CaseError where a case is there already or the file is no backup, DamagedCase where it is damaged.
    """
    return _to_server(source, target) if places.is_address(target) else _to_folder(source, Path(target))


def _to_server(source: Path, target: Place) -> Store:
    with (
        tempfile.TemporaryDirectory(prefix="avowed-restore-") as name,
        closing(_to_folder(source, Path(name, "case"))) as held,
    ):
        made = places.create(target, "")
        try:
            copy(held, made)
            for file in _files(held):
                made.shelf.write(file, (held.folder / file).read_bytes())
        except BaseException:
            made.drop()
            made.close()
            raise
    return made


def _files(held: FolderStore) -> Iterator[str]:
    for path in sorted(held.folder.rglob("*")):
        name = path.relative_to(held.folder).as_posix()
        if path.is_file() and not name.startswith(DATABASE):
            yield name


def _to_folder(source: Path, folder: Path) -> FolderStore:
    if (folder / DATABASE).exists():
        raise CaseError(f"{folder} already holds a case, which is never overwritten. Choose another folder.")
    with _archive(source) as archive:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".restore-", dir=folder) as name:
                _unpack(archive, Path(name))
                _put_in_place(Path(name), folder)
        except OSError as error:
            raise CannotWrite(
                f"The case could not be restored to {folder}: {error.strerror}. Choose a folder that you may write to, "
                "or make room, then try again."
            ) from error
    return connection.open_case(folder)


def _snapshot(store: Store, folder: Path) -> Path:
    """One state of the tables, as a database file in an empty folder."""
    target = folder / DATABASE
    if isinstance(store, FolderStore):
        with closing(sqlite3.connect(target)) as snapshot:
            store.connection.backup(snapshot)
    else:
        with store.as_it_stands(), connection.create(folder, "") as made:
            copy(store, made)
    with closing(sqlite3.connect(target)) as snapshot:
        snapshot.execute("PRAGMA journal_mode=DELETE")
    return target


def _pack(shelf: Shelf, snapshot: Path, target: Path) -> BackedUp:
    """Database, settings, what was brought and originals with their hashes; an original that is missing or changed is named."""
    listed: dict[str, str] = {}
    faults: list[str] = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        listed[DATABASE] = _add_large(archive, snapshot, DATABASE)
        for name in (SETTINGS, *shelf.names(known.FOLDER)):
            content = shelf.read(name)
            if content is not None:
                listed[name] = _add(archive, content, name)
        for sha256, source in _originals(snapshot):
            content = shelf.read(place(sha256))
            if content is None:
                faults.append(f"{source}: its original is missing from the case's folder")
                continue
            listed[place(sha256)] = _add(archive, content, place(sha256))
            if listed[place(sha256)] != sha256:
                faults.append(f"{source}: its original was changed after it was added")
        archive.writestr(_LIST, json.dumps({"form": _FORM, "files": listed}, indent=1))
    return BackedUp(target, len(listed), tuple(faults))


def _add(archive: zipfile.ZipFile, content: bytes, name: str) -> str:
    archive.writestr(name, content)
    return hashlib.sha256(content).hexdigest()


def _add_large(archive: zipfile.ZipFile, path: Path, name: str) -> str:
    """Put a file into the archive; gives the hash of what was put there."""
    digest = hashlib.sha256()
    with path.open("rb") as source, archive.open(name, "w", force_zip64=True) as target:
        while piece := source.read(_PIECE):
            digest.update(piece)
            target.write(piece)
    return digest.hexdigest()


def _originals(snapshot: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(snapshot)) as held:
        rows = held.execute(
            "SELECT sha256, min(source) FROM reports WHERE sha256 <> '' GROUP BY sha256 ORDER BY sha256"
        )
        return [(str(sha256), str(source)) for sha256, source in rows]


@contextmanager
def _archive(source: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(source) as archive:
            yield archive
    except FileNotFoundError as error:
        raise CaseError(f"There is no backup at {source}. Check how it is spelt.") from error
    except _BROKEN as error:
        raise DamagedCase(
            f"{source} is no backup of Avowed, or is damaged or cut short ({error}). Copy it anew and try again; "
            "nothing was restored."
        ) from error


def _unpack(archive: zipfile.ZipFile, folder: Path) -> None:
    """Every listed file, each equal to its hash; ValueError for anything else."""
    listed = json.loads(archive.read(_LIST))
    if not isinstance(listed, dict) or listed.get("form") != _FORM or DATABASE not in listed["files"]:
        raise ValueError("it is not of a form that this version knows")
    for name, sha256 in listed["files"].items():
        target = folder / _safe(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with archive.open(name) as source, target.open("wb") as out:
            while piece := source.read(_PIECE):
                digest.update(piece)
                out.write(piece)
        if digest.hexdigest() != sha256:
            raise ValueError(f"{name} is not as it was")


def _safe(name: str) -> str:
    """One of the kinds of name that a backup has; ValueError for any other."""
    if name in (DATABASE, SETTINGS):
        return name
    parts = name.split("/")
    if len(parts) == 2 and parts[0] == known.FOLDER and parts[1].strip(". ") and not set(parts[1]) & set("\\:\x00"):
        return name
    hexadecimal = len(parts) == 3 and len(parts[2]) == 64 and not set(parts[2]) - set("0123456789abcdef")
    if not hexadecimal or parts[0] != FOLDER or parts[1] != parts[2][:2]:
        raise ValueError(f"{name[:80]!r} is no file of a case")
    return name


def _put_in_place(made: Path, folder: Path) -> None:
    """Originals and settings first, the database last: a folder without it is no case."""
    inspected(made / DATABASE)
    for part in (FOLDER, known.FOLDER):
        if (made / part).is_dir():
            shutil.copytree(made / part, folder / part, dirs_exist_ok=True)
    if (made / SETTINGS).exists():
        (made / SETTINGS).replace(folder / SETTINGS)
    _sync(made / DATABASE)
    (made / DATABASE).replace(folder / DATABASE)


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
