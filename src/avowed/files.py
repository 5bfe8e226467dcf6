"""Writing a file whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from avowed.errors import CannotWrite


def write_whole(path: Path, content: bytes) -> None:
    """Write under a temporary name beside the target, then put it in place; CannotWrite when the disk refuses."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise CannotWrite(
            f"{path} could not be written: {error.strerror}. Choose another place with -o, or make room."
        ) from error
