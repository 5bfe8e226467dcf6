"""The originals of a case by content hash, on its shelf: each whole or not there, and never changed."""

from avowed.errors import CannotWrite
from avowed.shelf import Shelf

FOLDER = "originals"


def keep(shelf: Shelf, sha256: str, content: bytes) -> None:
    """Keep an original; one that is there already is left as it is. CannotWrite when the disk refuses."""
    if shelf.has(place(sha256)):
        return
    try:
        shelf.write(place(sha256), content)
    except CannotWrite as error:
        raise CannotWrite(
            f"The original could not be kept: {error} Nothing of this report was stored. "
            "Check that the disk has room and may be written to, then add it again; what was added stays."
        ) from error


def place(sha256: str) -> str:
    """The name of the original of this hash on the shelf."""
    return f"{FOLDER}/{sha256[:2]}/{sha256}"


def content(shelf: Shelf, sha256: str) -> bytes | None:
    """An original; None where it is missing."""
    return shelf.read(place(sha256))


def drop(shelf: Shelf, sha256: str) -> None:
    """Remove an original, when a report is removed."""
    shelf.drop(place(sha256))
