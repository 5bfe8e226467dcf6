"""Annotating many reports on all cores: batches go to worker processes and come back in order, with the same bytes as from one.

A few reports are read in this process, since a worker takes a second to start. A crew that breaks loses nothing: what it
had not given back is read here.
"""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import cache
from itertools import chain
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from avowed.model.evidence import Reading, Report
from avowed.walk import memory, parcels

if TYPE_CHECKING:
    from avowed.annotate.annotator import Annotator

Batch = Sequence[Report]

MOST_WORKERS = 8
WORTH_A_CREW = 60_000  # characters: five seconds of reading on one core (2026-11), against two for starting workers
# Windows that a process reads at the same time: a worker leaves the other cores to its fellows.
LONE_WINDOWS, WORKER_WINDOWS = 2, 1
_AT_ONCE = 12_000  # characters
_AHEAD = 2  # batches a worker that are under way at once; more would only take memory
LONG = 25_000  # characters: of batches with a report above it a crew reads one at a time, since each takes kilobytes a character
_fellows: set[int] = set()  # this process, where it was told that others read beside it

parcels.quicken()


def annotated(batches: Iterable[Batch], workers: int | None = None) -> Iterator[list[Reading]]:
    """The readings of each batch, in order; `workers` is by default the number of cores this process may use."""
    workers = min(workers or len(os.sched_getaffinity(0)), MOST_WORKERS)
    waiting = iter(batches)
    first = list(_first(waiting)) if workers > 1 else []
    if _characters(first) < WORTH_A_CREW:
        yield from map(annotated_here, chain(first, waiting))
    else:
        yield from _by_crew(chain(first, waiting), workers)


def _first(batches: Iterator[Batch]) -> Iterator[Batch]:
    """As many batches as it takes to know that a crew is worth its start."""
    seen = 0
    for batch in batches:
        yield batch
        seen += _characters([batch])
        if seen >= WORTH_A_CREW:
            return


def _characters(batches: Iterable[Batch]) -> int:
    return sum(len(report.text) for batch in batches for report in batch)


def _by_crew(batches: Iterator[Batch], workers: int) -> Iterator[list[Reading]]:
    under_way: deque[tuple[Batch, Future[list[Reading]]]] = deque()
    with _crew(workers) as submit:
        try:
            for batch in batches:
                under_way.append((batch, submit(batch)))
                if len(under_way) >= _AHEAD * workers:
                    yield under_way[0][1].result()
                    under_way.popleft()
            while under_way:
                yield under_way[0][1].result()
                under_way.popleft()
            return
        except WorkerEndedError:
            pass
    yield from map(annotated_here, chain((batch for batch, _ in under_way), batches))


class WorkerEndedError(Exception):
    """A worker ended before it gave back what it was given."""


@contextmanager
def _crew(workers: int) -> Iterator[Callable[[Batch], "Future[list[Reading]]"]]:
    """Workers, each on a line of its own to a thread that waits for it: one that ends, whenever it does, ends its line."""
    context = _context()
    turn, idle = threading.Lock(), SimpleQueue[Connection]()
    processes = [_started(context, idle) for _ in range(workers)]
    threads = ThreadPoolExecutor(workers)
    try:
        yield lambda batch: threads.submit(_exchanged, idle, batch, turn if _is_long(batch) else nullcontext())
    finally:
        for process in processes:
            process.kill()
        threads.shutdown(wait=True, cancel_futures=True)
        for process in processes:
            process.join()


def _is_long(batch: Batch) -> bool:
    return any(len(report.text) > LONG for report in batch)


def _started(context: Any, idle: "SimpleQueue[Connection]") -> Any:
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    idle.put(ours)
    return process


def _exchanged(idle: "SimpleQueue[Connection]", batch: Batch, turn: AbstractContextManager[object]) -> list[Reading]:
    """What a worker makes of a batch when its turn has come; what it raises is raised here."""
    with turn:
        line = idle.get()
        try:
            line.send(batch)
            read = line.recv()
        except (EOFError, OSError) as end:
            raise WorkerEndedError from end
        finally:
            idle.put(line)
    if isinstance(read, Exception):
        raise read
    return read  # type: ignore[no-any-return]  # a line carries anything


def _context() -> Any:
    """On Linux workers are forked from a process that has loaded the reader, and share with it what they do not change."""
    if sys.platform != "linux":
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["avowed.walk.warm"])
    return context


def _work(line: Connection) -> None:
    """A worker leaves interruptions to its parent, and ends when the parent does, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):  # the parent has gone
        while True:
            line.send(_answer(line.recv()))


def _answer(batch: Batch) -> list[Reading] | Exception:
    try:
        return annotated_here(batch)
    except Exception as fault:  # such as a damaged model, which the parent tells
        return fault


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def annotated_here(batch: Batch) -> list[Reading]:
    """One reading a report; a report over which the reader fails is stored without lines, and the others are read."""
    return [reading for part in _parts(batch) for reading in _of_part(part)]


def annotated_on_one_core(batch: Batch) -> list[Reading]:
    """The same for a process beside which others read, however they were started."""
    _fellows.add(os.getpid())
    return annotated_here(batch)


def _parts(batch: Batch) -> Iterator[Batch]:
    """Reports that are held in memory with all that the reader makes of them: a few short ones, or one long one."""
    held: list[Report] = []
    for report in batch:
        if held and _characters([held]) + len(report.text) > _AT_ONCE:
            yield held
            held = []
        held.append(report)
    if held:
        yield held


def _of_part(part: Batch) -> list[Reading]:
    try:
        with memory.collecting_later():
            return _annotator().annotate(part)
    except Exception:  # a fault of ours in one report must not stop the rest: each is tried alone
        return [_alone(report) for report in part]
    finally:
        memory.give_back(_characters([part]))


def _alone(report: Report) -> Reading:
    annotator = _annotator()
    try:
        return annotator.annotate([report])[0]
    except Exception as fault:  # as above; the reason names the fault
        why = f"stored but not read: a fault of Avowed in reading it ({type(fault).__name__}: {fault})"
        return Reading(report, annotator.version, skipped=" ".join(why.split())[:300])


@cache
def _annotator() -> "Annotator":
    """One annotator a process, made when the first batch comes."""
    from avowed import registry  # noqa: PLC0415  # with the import below: a second that only reading should pay
    from avowed.annotate.annotator import Annotator  # noqa: PLC0415

    return Annotator(registry.known_actors(), at_once=WORKER_WINDOWS if _of_a_crew() else LONE_WINDOWS)


def _of_a_crew() -> bool:
    """True in a worker, and in the process from which workers are forked: threads would not outlive a fork."""
    return parent_process() is not None or "avowed.walk.warm" in sys.modules or os.getpid() in _fellows
