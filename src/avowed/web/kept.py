"""Answers that were given, kept in memory as long as the case, its settings and the day stay as they are.

Whoever changes the case, in this window or by another program, changes its stamp, and every answer is worked out anew.
The stamp is taken before an answer is worked out: one that was overtaken meanwhile is never given again.
"""

from collections import OrderedDict
from collections.abc import Callable, Coroutine, Hashable
from contextlib import suppress
from http import HTTPStatus
from threading import Lock
from typing import Any

from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from avowed.case import Case

_BYTES = 64 * 1024 * 1024
_LARGEST = _BYTES // 8

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class Kept:
    """The answers of one desk, those asked for last of all before the others; `limit` bytes of them."""

    def __init__(self, limit: int = _BYTES) -> None:
        self._limit = limit
        self._lock = Lock()
        self._case: Case | None = None
        self._seen: Hashable = None
        self._stamp = 0
        self._answers: OrderedDict[str, tuple[bytes, str]] = OrderedDict()
        self._size = 0

    def stamp(self, open_case: Callable[[], Case]) -> int:
        """A number that grows as soon as an answer could be another: by the state of the case, its settings, the day."""
        with self._lock:
            try:
                if self._case is None or _look(self._case) != self._seen:
                    self._begin_anew(open_case)
            except Exception:
                self._let_go()
                raise
            return self._stamp

    def _begin_anew(self, open_case: Callable[[], Case]) -> None:
        """Forget all answers and look at the case as it lies there now: its file may have been put there anew."""
        self._let_go()
        self._stamp += 1
        self._size = 0
        self._answers.clear()
        self._case = open_case()
        self._seen = _look(self._case)

    def get(self, stamp: int, address: str) -> Response | None:
        """The answer that was given at this stamp; None where there is none."""
        with self._lock:
            found = self._answers.get(address) if stamp == self._stamp else None
            if found is None:
                return None
            self._answers.move_to_end(address)
        return Response(found[0], media_type=found[1])

    def put(self, stamp: int, address: str, answer: Response) -> None:
        """Keep an answer that was worked out at this stamp, unless the case is another by now or the answer is huge."""
        body = bytes(answer.body)
        with self._lock:
            if stamp != self._stamp or len(body) > min(_LARGEST, self._limit) or address in self._answers:
                return
            self._answers[address] = body, answer.media_type or answer.headers.get("content-type", "")
            self._size += len(body)
            while self._size > self._limit:
                _, (oldest, _) = self._answers.popitem(last=False)
                self._size -= len(oldest)

    def close(self) -> None:
        """Let go of the case."""
        with self._lock:
            self._let_go()

    def _let_go(self) -> None:
        if self._case:
            with suppress(Exception):  # a connection that was lost cannot be closed
                self._case.close()
        self._case = None


def _look(case: Case) -> Hashable:
    return case.store.stamp(), case.settings_text(), case.clock().date()


class KeptRoute(APIRoute):
    """A route whose answer to GET hangs on the case and the address alone."""

    def get_route_handler(self) -> Handler:
        """The handler, asked only where its answer is not kept."""
        work_out = super().get_route_handler()
        return work_out if self.methods != {"GET"} else _kept(work_out)


def _kept(work_out: Handler) -> Handler:
    async def handle(request: Request) -> Response:
        desk = request.app.state.desk
        address = f"{request.url.path}?{request.url.query}"
        stamp = await run_in_threadpool(desk.kept.stamp, lambda: Case.open(desk.place, desk.clock))
        found: Response | None = desk.kept.get(stamp, address)
        if found is not None:
            return found
        answer = await work_out(request)
        if answer.status_code == HTTPStatus.OK:
            desk.kept.put(stamp, address, answer)
        return answer

    return handle
