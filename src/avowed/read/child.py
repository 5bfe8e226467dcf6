"""The child process in which documents are parsed; it holds itself to its limits and answers in JSON only."""

import json
import os
import resource
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any

from avowed.read.extract import Extract, Scanned, Unreadable, to_wire
from avowed.read.wire import frame, read_frame

_MOST_ORDER = 1 << 31


_PARSERS = {
    "html": "avowed.read.html:parse_html",
    "pdf": "avowed.read.pdf:parse_pdf",
    "pdf page": "avowed.read.picture:parse_page",
    "scan": "avowed.read.ocr:parse_scan",
    "docx": "avowed.read.docx:parse_docx",
    "mail": "avowed.read.mail:parse_mail",
    "feed": "avowed.read.feed:parse_feed",
    "markdown": "avowed.read.markdown:parse_markdown",
}


def parser(kind: str) -> Callable[[bytes, dict[str, Any]], Extract]:
    """The parser of a format, imported only when the first document of that format comes."""
    module, _, name = _PARSERS[kind].partition(":")
    found: Callable[[bytes, dict[str, Any]], Extract] = getattr(import_module(module), name)
    return found


def answer(order: dict[str, Any], content: bytes) -> dict[str, Any]:
    """What came of one document: an extract, or the reason why there is none."""
    try:
        return {"extract": to_wire(parser(order["kind"])(content, order))}
    except Unreadable as reason:
        return {"reason": str(reason), "scanned": isinstance(reason, Scanned)}
    except MemoryError:
        return {"reason": "memory", "again": True}
    except RecursionError:
        return {"reason": "nested too deeply to be read; save its text as a plain text file and add that"}
    except Exception as fault:  # the guard's other half: whatever a parser raises is an outcome with a reason
        return {"reason": f"damaged in a way that the parser cannot handle ({type(fault).__name__}); save it anew"}


def confine(memory_bytes: int) -> None:
    """No core file, no file written, no more memory than allowed."""
    for limit, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_AS, memory_bytes)):
        with suppress(ValueError, OSError):  # macOS knows RLIMIT_AS and refuses to set it
            resource.setrlimit(limit, (most, most))


def allow_seconds(seconds: int) -> None:
    """Let this process use so many more seconds of processor time, counted from now."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(usage.ru_utime + usage.ru_stime) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (spent + seconds, hard))


def serve(orders: int, answers: int) -> None:
    """Answer orders until their stream ends: each is a JSON frame, then a frame with the document."""

    def read(count: int) -> bytes:
        return os.read(orders, count)

    while (header := read_frame(read, _MOST_ORDER)) is not None:
        content = read_frame(read, _MOST_ORDER)
        if content is None:
            return
        order = json.loads(header)
        allow_seconds(order["cpu_seconds"])
        write_all(answers, frame(json.dumps(answer(order, content)).encode()))


def write_all(target: int, content: bytes) -> None:
    """Write all of the content, however few bytes a pipe takes at once."""
    view = memoryview(content)
    while view:
        view = view[os.write(target, view) :]


def main() -> None:
    """Serve on the two pipes that the guard gave as standard input and output."""
    confine(int(sys.argv[1]))
    orders, answers = os.dup(0), os.dup(1)
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    os.dup2(2, 1)  # a parser that prints must not speak into the answers
    write_all(answers, frame(b'{"ready": true}'))
    serve(orders, answers)


if __name__ == "__main__":
    main()
