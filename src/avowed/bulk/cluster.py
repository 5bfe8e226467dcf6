"""Ray, which starts the workers, sends them pieces and sends a piece again whose worker died; asked for nothing else.

On one machine it listens on the loopback address alone, asks for a token and tells nobody that it is used.
"""

import os
import secrets
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from tempfile import TemporaryDirectory
from typing import Any

from avowed.annotate.version import VERSION
from avowed.bulk.reading import Piece, Tables, read_piece
from avowed.bulk.workers import Given, Place, Read, ReadPiece, Workers, fault_words, together
from avowed.errors import CorpusError
from avowed.version import __version__

_AHEAD = 2  # pieces a worker that are under way at once; more would only take memory
_RETRIES = 2  # how often a piece is read again whose worker died, and
_RETRIES_ALONE = 1  # how often a document of such a piece
_STORE = 256 << 20  # bytes of shared memory: pieces on their way, far more than are ever under way
_FREE = 600.0  # seconds within which a worker of a cluster must be free
_KNOCK = 10.0  # seconds within which a cluster must take a connection
_SLOWEST = 2_000.0  # bytes a second that a piece is given beside its patience: a tenth of what one core reads (2026-11)
_LOOPBACK = {
    "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",  # Ray's switch, named for two systems, for the loopback address on all
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_AUTH_MODE": "token",
    "RAY_task_oom_retries": str(_RETRIES),
    "RAY_worker_niceness": "0",  # Ray's own, 15, leaves a worker next to nothing on a machine that does other work
}
_ENDED = (
    "not read: each time that it was tried its reader ended, or had to be ended after {seconds:.0f} seconds; save it as plain "
    "text, or split it into parts"
)


def read_on_ray(given: Given, workers: Workers) -> Read:
    """Every piece, as soon as it is read; a piece that breaks its worker is read document by document."""
    with _connected(workers.count, workers.address) as ray:
        most = _AHEAD * max(1, int(ray.cluster_resources().get("CPU", 1)))
        reading = _Reading(ray, workers)
        for place, piece in given:
            reading.send(place, piece)
            while len(reading.under_way) >= most:
                yield from reading.next()
        while reading.under_way:
            yield from reading.next()


@contextmanager
def _connected(workers: int, address: str) -> Iterator[Any]:
    if not address:
        # Ray reads these when it is imported, and its processes when they start.
        os.environ.update(_LOOPBACK | {"RAY_AUTH_TOKEN": secrets.token_hex(32)})
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    import ray  # noqa: PLC0415  # not before its surroundings are set

    quiet: dict[str, Any] = {"logging_level": "ERROR", "log_to_driver": False}
    with TemporaryDirectory(prefix="avowed-", ignore_cleanup_errors=True) as folder:
        try:
            if address:
                _knock(address)
                ray.init(address=address, **quiet)
                _check_versions(ray)
            else:
                ray.init(
                    num_cpus=workers, include_dashboard=False, object_store_memory=_STORE, _temp_dir=folder, **quiet
                )
        except (ConnectionError, RuntimeError, ValueError, OSError) as fault:
            raise CorpusError(_unreachable(address, fault)) from fault
        try:
            yield ray
        finally:
            ray.shutdown()


def _knock(address: str) -> None:
    """OSError or ValueError where nobody answers at an address: Ray itself would try for minutes."""
    host, _, port = address.rpartition(":")
    socket.create_connection((host, int(port)), _KNOCK).close()


def _unreachable(address: str, fault: Exception) -> str:
    why = " ".join(str(fault).split())[:200]
    if address:
        return (
            f"The cluster at {address} does not answer ({why}). Check the address, or leave it out to use this machine."
        )
    return f"Ray could not start its workers on this machine ({why}). Read with --workers 1, which needs none."


def _check_versions(ray: Any) -> None:
    """The workers must read as this machine would; one of them is asked."""
    try:
        theirs = ray.get(ray.remote(max_retries=0)(versions).remote(), timeout=_FREE)
    except ray.exceptions.GetTimeoutError as fault:
        raise CorpusError(
            f"No worker of the cluster was free within {_FREE / 60:.0f} minutes. Run this again when it has less to do."
        ) from fault
    except ray.exceptions.RayError as fault:
        raise CorpusError(
            f"The cluster's machines lack Avowed. Install avowed[bulk]=={__version__} on each of them, then run this again."
        ) from fault
    if theirs != versions():
        raise CorpusError(
            f"The cluster has Avowed {theirs[0]} with the reader {theirs[1]}, this machine {__version__} with {VERSION}. "
            "Install the same version on all of them."
        )


def versions() -> tuple[str, str]:
    """What this process reads with."""
    return __version__, VERSION


def read_in_time(piece: Piece, read: ReadPiece, seconds: float) -> Tables:
    """The tables of a piece; a process that has them not in time is ended by its own alarm, whatever it is doing."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return read(piece)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


@dataclass(frozen=True, slots=True)
class _Sent:
    """A piece under way, and where its tables go."""

    piece: Piece
    deliver: Callable[[Tables], None]


@dataclass(slots=True)
class _Reading:
    """The pieces under way, by Ray's references."""

    ray: Any
    workers: Workers
    under_way: dict[Any, _Sent] = field(default_factory=dict)
    ready: list[tuple[Place, Tables]] = field(default_factory=list)

    def send(self, place: Place, piece: Piece) -> None:
        """Give a piece to a worker."""
        self._send(piece, lambda read: self.ready.append((place, read)), _RETRIES)

    def next(self) -> Iterator[tuple[Place, Tables]]:
        """Wait until something happens; what is whole then."""
        done, _ = self.ray.wait(list(self.under_way), num_returns=1)
        for one in done:
            self._take(one, self.under_way.pop(one))
        found, self.ready = self.ready, []
        yield from found

    def _send(self, piece: Piece, deliver: Callable[[Tables], None], retries: int) -> None:
        size = sum(len(getattr(one, "content", b"")) for one in piece.documents)
        task = self.ray.remote(num_cpus=1, max_retries=retries)(read_in_time)
        sent = task.remote(piece, self.workers.read, self.workers.patience + size / _SLOWEST)
        self.under_way[sent] = _Sent(piece, deliver)

    def _take(self, reference: Any, sent: _Sent) -> None:
        try:
            sent.deliver(self.ray.get(reference))
        except self.ray.exceptions.RayTaskError as fault:
            self._apart(sent, fault_words(fault.cause if isinstance(fault.cause, Exception) else fault))
        except self.ray.exceptions.RayError:
            self._apart(sent, _ENDED.format(seconds=self.workers.patience))

    def _apart(self, sent: _Sent, reason: str) -> None:
        """Each document alone, so that only the one that breaks its reader is lost; that one is skipped."""
        if len(sent.piece.documents) == 1:
            sent.deliver(read_piece(sent.piece.refused(reason)))
            return
        found: dict[int, Tables] = {}

        def collect(at: int, read: Tables) -> None:
            found[at] = read
            if len(found) == len(sent.piece.documents):
                sent.deliver(together([found[number] for number in sorted(found)]))

        for at, one in enumerate(sent.piece.alone()):
            self._send(one, partial(collect, at), _RETRIES_ALONE)
