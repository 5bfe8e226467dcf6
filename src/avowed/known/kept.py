"""What a user brought lies as it was given in the case's folder `known`; taking a file out of it takes its actors out."""

from collections.abc import Iterator
from pathlib import Path

from avowed import registry
from avowed.errors import CannotWrite, UsageError
from avowed.known.folding import folded
from avowed.known.parse import parse
from avowed.model.world import KnownActor, KnownActors

FOLDER = "known"
_LARGEST = 200_000_000  # bytes; a whole list of sanctions has a third of that


def of_case(folder: Path) -> KnownActors:
    """What is known beforehand in the case of this folder: what the package knows, and what was brought."""
    more = tuple(_kept(folder))
    return folded(registry.known_actors(), more) if more else registry.known_actors()


def brought(folder: Path) -> tuple[tuple[str, int], ...]:
    """Each file that was brought, with the number of its actors."""
    return tuple((path.name, len(parse(path.name, path.read_bytes()))) for path in _files(folder))


def bring(folder: Path, file: Path) -> int:
    """Check a file of actors and keep a copy in the case; gives how many it holds. UsageError where it cannot be read."""
    try:
        if file.stat().st_size > _LARGEST:
            raise UsageError(f"{file} is larger than {_LARGEST // 1_000_000} MB. Give a part of it.")
        content = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}. Check the name.") from error
    count = len(parse(file.name, content))
    place = folder / FOLDER / file.name
    try:
        place.parent.mkdir(exist_ok=True)
        part = place.with_name(f"{place.name}.part")
        part.write_bytes(content)
        part.replace(place)
    except OSError as error:
        raise CannotWrite(f"{place} could not be written: {error.strerror}. Nothing was changed.") from error
    return count


def _kept(folder: Path) -> Iterator[KnownActor]:
    for path in _files(folder):
        yield from parse(path.name, path.read_bytes())


def _files(folder: Path) -> list[Path]:
    held = folder / FOLDER
    return sorted(path for path in held.iterdir() if path.is_file() and path.suffix != ".part") if held.is_dir() else []
