"""The originals of a case by content hash: written whole under a temporary name, then put in place."""

import os
from contextlib import suppress
from pathlib import Path

from avowed.errors import CannotWrite

FOLDER = "originals"


def keep(case: Path, sha256: str, content: bytes) -> Path:
    """Keep an original; one that is there already is left as it is. CannotWrite when the disk refuses."""
    path = place(case, sha256)
    if path.exists():
        return path
    temporary = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise CannotWrite(
            f"The original could not be kept in {path.parent}: {error.strerror}. Nothing of this report was stored. "
            "Check that the disk has room and may be written to, then add it again; what was added stays."
        ) from error
    return path


def place(case: Path, sha256: str) -> Path:
    """Where the original of this hash lies."""
    return case / FOLDER / sha256[:2] / sha256


def drop(case: Path, sha256: str) -> None:
    """Remove an original, when a report is removed."""
    place(case, sha256).unlink(missing_ok=True)
