"""The child process that takes one container apart: the file is its standard input, the documents go out as frames."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from avowed.read.child import allow_seconds, confine, write_all
from avowed.read.extract import Unreadable
from avowed.read.outcome import Container, Limits, Original, Skipped, plain_size
from avowed.read.wire import frame

Unpacker = Callable[[BinaryIO, Limits], Iterable[Original | Skipped]]


def unpacker(kind: Container) -> Unpacker:
    """What takes a container of this kind apart, imported only when one comes."""
    if kind is Container.ZIP:
        from avowed.read.zipped import files_in  # noqa: PLC0415  # each kind pays for its own imports

        return files_in
    if kind is Container.WARC:
        from avowed.read.warc import pages_in  # noqa: PLC0415  # as above

        return pages_in
    if kind is Container.FEED:
        from avowed.read.feed import entries  # noqa: PLC0415  # as above

        return lambda file, _: (Original(name, content) for name, content in entries(file.read()))
    from avowed.read.mail import attachments  # noqa: PLC0415  # as above

    return lambda file, _: (Original(name, content) for name, content in attachments(file.read()))


def taken_apart(file: BinaryIO, kind: Container, limits: Limits) -> Iterator[Original | Skipped]:
    """Each document of a container; whatever goes wrong is one more outcome, named "" for the container itself."""
    total = 0
    try:
        for one in unpacker(kind)(file, limits):
            total += len(one.content) if isinstance(one, Original) else 0
            if total > limits.archive_bytes:
                size = plain_size(limits.archive_bytes)
                yield Skipped("", f"holds more than the {size} that are read of one archive; split it")
                return
            yield one
    except Unreadable as reason:
        yield Skipped("", str(reason))
    except MemoryError:
        yield Skipped("", "needs more memory than is allowed; split it into parts and add those")
    except RecursionError:
        yield Skipped("", "nested too deeply to be read; save what is inside and add that")
    except Exception as fault:  # as in `child`: whatever a parser raises is an outcome with a reason
        yield Skipped("", f"damaged in a way that cannot be handled ({type(fault).__name__}); save it anew")


def main() -> None:
    """Take standard input apart; the arguments are the kind and the limits as JSON."""
    kind, limits = Container(sys.argv[1]), Limits(**json.loads(sys.argv[2]))
    confine(limits.memory_bytes)
    answers = os.dup(1)
    os.dup2(2, 1)  # a parser that prints must not speak into the answers
    os.lseek(0, 0, os.SEEK_SET)
    with os.fdopen(0, "rb") as file:
        allow_seconds(limits.cpu_seconds)
        for one in taken_apart(file, kind, limits):
            for part in _frames(one):
                write_all(answers, part)
            allow_seconds(limits.cpu_seconds)
        write_all(answers, frame(b'{"done": true}'))


def _frames(one: Original | Skipped) -> tuple[bytes, bytes]:
    """A header and the content of one document, or a header with the reason and nothing."""
    if isinstance(one, Original):
        return frame(json.dumps({"name": one.source[:4096]}).encode()), frame(one.content)
    return frame(json.dumps({"name": one.source[:4096], "reason": one.reason}).encode()), frame(b"")


if __name__ == "__main__":
    main()
