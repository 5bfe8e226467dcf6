"""Writing a file whole or not at all."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from avowed.errors import CannotWrite
from avowed.shelf import refuse_device


def write_whole(path: Path, content: bytes) -> None:
    """Write under a temporary name beside the target, then put it in place; CannotWrite when the disk refuses."""
    write_streamed(path, (content,))


def write_streamed(path: Path, parts: Iterable[bytes]) -> None:
    """The same for content that comes in parts and need not fit into memory."""
    refuse_device(path)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as held:
            held.writelines(parts)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise CannotWrite(
            f"{path} could not be written: {error.strerror}. Choose another place with -o, or make room."
        ) from error
