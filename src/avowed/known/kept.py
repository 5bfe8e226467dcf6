"""What a user brought lies as it was given in the case's folder `known`; what is in a file goes when the file is taken out."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from avowed import registry
from avowed.errors import UsageError
from avowed.known import places
from avowed.known.folding import folded
from avowed.known.parse import parse
from avowed.model.world import KnownActor, KnownActors, Place
from avowed.shelf import Shelf

FOLDER = "known"
_LARGEST = 200_000_000  # bytes; a whole list of sanctions has a third of that


def of_case(shelf: Shelf) -> KnownActors:
    """What is known beforehand in the case of this shelf: what the package knows, and what was brought."""
    more = tuple(_kept(shelf))
    return folded(registry.known_actors(), more) if more else registry.known_actors()


def places_of(shelf: Shelf) -> dict[str, Place]:
    """Folded name -> the place that was brought under it."""
    tables = ((name, content) for name, content in _files(shelf) if places.is_table(content))
    return places.by_name(one for name, content in tables for one in places.parse(name, content))


def brought(shelf: Shelf) -> tuple[tuple[str, int], ...]:
    """Each file that was brought, with the number of its actors or of the names of its places."""
    return tuple((name, _count(name, content)) for name, content in _files(shelf))


def bring(shelf: Shelf, file: Path) -> int:
    """Check a file of actors or places and keep a copy in the case; gives how many. UsageError where it cannot be read."""
    try:
        if file.stat().st_size > _LARGEST:
            raise UsageError(f"{file} is larger than {_LARGEST // 1_000_000} MB. Give a part of it.")
        content = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}. Check the name.") from error
    count = _count(file.name, content)
    shelf.write(f"{FOLDER}/{file.name}", content)
    return count


def take_out(shelf: Shelf, name: str) -> None:
    """Take a file that was brought out of the case; UsageError where there is none of this name."""
    if f"{FOLDER}/{name}" not in tuple(shelf.names(FOLDER)):
        raise UsageError(f"No file {name!r} was brought. `avowed known` lists those that were.")
    shelf.drop(f"{FOLDER}/{name}")


def _count(name: str, content: bytes) -> int:
    return len(places.parse(name, content) if places.is_table(content) else parse(name, content))


def _kept(shelf: Shelf) -> Iterator[KnownActor]:
    for name, content in _files(shelf):
        if not places.is_table(content):
            yield from parse(name, content)


def _files(shelf: Shelf) -> Iterator[tuple[str, bytes]]:
    for name in shelf.names(FOLDER):
        content = shelf.read(name)
        if content is not None:
            yield PurePosixPath(name).name, content
