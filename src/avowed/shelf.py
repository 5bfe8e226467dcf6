"""The files of a case beside its tables, by name: its settings, its originals, the lists of actors that were brought."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from avowed.errors import CannotWrite


class Shelf(Protocol):
    """Files by name, each whole or not there."""

    def names(self, folder: str) -> Iterator[str]:
        """The names of the files in a folder, in order."""

    def read(self, name: str) -> bytes | None:
        """What a file holds; None where there is none."""

    def write(self, name: str, content: bytes) -> None:
        """Put a file in place; CannotWrite where that cannot be."""

    def drop(self, name: str) -> None:
        """Take a file away, if it is there."""

    def has(self, name: str) -> bool:
        """True when there is such a file."""

    def where(self, name: str) -> str:
        """Where a file lies, in words for people."""


class FolderShelf:
    """Files in the folder of a case."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def names(self, folder: str) -> Iterator[str]:
        """The names of the files in a folder, in order."""
        held = self.folder / folder
        if held.is_dir():
            yield from sorted(f"{folder}/{path.name}" for path in held.iterdir() if _is_whole(path))

    def read(self, name: str) -> bytes | None:
        """What a file holds; None where there is none."""
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, name: str, content: bytes) -> None:
        """Write under a temporary name, then put in place; CannotWrite when the disk refuses."""
        path = self.folder / name
        temporary = path.with_name(f"{path.name}.{os.getpid()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(content)
            temporary.replace(path)
        except OSError as error:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise CannotWrite(f"{path} could not be written: {error.strerror}. Nothing was changed.") from error

    def drop(self, name: str) -> None:
        """Take a file away, if it is there."""
        (self.folder / name).unlink(missing_ok=True)

    def has(self, name: str) -> bool:
        """True when there is such a file."""
        return (self.folder / name).is_file()

    def where(self, name: str) -> str:
        """Where a file lies, in words for people."""
        return str(self.folder / name)


def _is_whole(path: Path) -> bool:
    return path.is_file() and path.suffix != ".part"


def refuse_device(path: Path) -> None:
    """CannotWrite where something stands that is no file: put in its place a file would take a device from the machine."""
    if path.exists() and not path.is_file():
        raise CannotWrite(f"{path} is a folder or a device, and is left as it is. Name a file with -o.")
