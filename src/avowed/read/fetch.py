"""The one place that opens the network, and only when asked: an address is resolved once, checked, then connected to.

Only addresses of the open internet are connected to, again at each redirect; TLS is never relaxed; size and time are
capped. No proxy, cookie or stored password is used.
"""

import socket
import ssl
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from io import BufferedReader, BytesIO, RawIOBase
from time import monotonic
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from avowed.read.addresses import is_global
from avowed.read.outcome import Limits, Original, Skipped, plain_size
from avowed.read.paths import documents

Resolve = Callable[[str, int], Sequence[str]]
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_HOPS = 5
_PIECE = 1 << 16
_LONGEST_ADDRESS = 4096
_AS_THEY_ARE = "/%:@!$&'()*+,;=~-._[]"


def resolve(host: str, port: int) -> tuple[str, ...]:
    """Every address of a host, by the system's resolver."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Rules:
    """What fetching keeps to; tests give a resolver, a rule of addresses, ports and a TLS context of their own."""

    limits: Limits = field(default_factory=Limits)
    seconds: float = 60.0
    resolve: Resolve = resolve
    allowed: Callable[[str], bool] = is_global
    ports: frozenset[int] = frozenset(_PORTS.values())
    tls: ssl.SSLContext | None = None


class _Refused(Exception):
    """Why an address is not fetched, in words that follow it."""


def fetched(addresses: Iterable[str], rules: Rules | None = None) -> Iterator[Original | Skipped]:
    """What lies at each address, or why it was not fetched; a feed or an archive gives all that it holds."""
    rules = rules or Rules()
    for address in addresses:
        try:
            content, final = _fetch(address, rules)
        except _Refused as reason:
            yield Skipped(address[:_LONGEST_ADDRESS], str(reason))
        else:
            yield from documents(BytesIO(content), final, rules.limits)


def _fetch(address: str, rules: Rules) -> tuple[bytes, str]:
    """The content at an address and the address that it came from in the end."""
    deadline = monotonic() + rules.seconds
    for _ in range(_MOST_HOPS + 1):
        target = _target(address, rules)
        try:
            status, location, content = _answer(target, rules, deadline)
        except TimeoutError:
            raise _Refused(f"not fetched within {rules.seconds:g} seconds; save the page in a browser") from None
        except ssl.SSLError as fault:
            raise _Refused(f"its certificate or encryption is at fault ({_plain(fault)}); nothing was taken") from fault
        except (OSError, HTTPException, ValueError) as fault:
            raise _Refused(f"cannot be reached ({_plain(fault)}); check the address and the network") from fault
        if status in _REDIRECTS and location:
            address = _next(target, location)
        elif status == 200:
            return content, target.geturl()
        else:
            raise _Refused(f"the server answered {status}; open it in a browser and save the page")
    raise _Refused("leads from one address to the next without end; open it in a browser and save the page")


def _target(address: str, rules: Rules) -> SplitResult:
    """An address in its parts, refused unless it is a plain web address."""
    try:
        parts = urlsplit(_plainly_written(address))
        host, port = parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        raise _Refused("not a web address that can be fetched; check how it is spelt") from None
    if parts.scheme not in _PORTS or not host or len(address) > _LONGEST_ADDRESS:
        raise _Refused("not a web address that can be fetched; it must begin with http:// or https://")
    if parts.username is not None or parts.password is not None:
        raise _Refused("bears a name or a password; take them out of the address")
    if port not in rules.ports:
        raise _Refused("asks for another port than those of web pages; save the page in a browser")
    return parts


def _plainly_written(address: str) -> str:
    """An address in ASCII, as it is sent: letters of other scripts are encoded; ValueError where that cannot be."""
    parts = urlsplit(address.strip())
    place = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    path, query = quote(parts.path, safe=_AS_THEY_ARE), quote(parts.query, safe=_AS_THEY_ARE + "?")
    return urlunsplit((parts.scheme, place, path, query, ""))


def _next(target: SplitResult, location: str) -> str:
    following = urljoin(target.geturl(), location)
    if target.scheme == "https" and not following.startswith("https:"):
        raise _Refused("leads from an encrypted address to another kind; save the page in a browser")
    return following


def _answer(target: SplitResult, rules: Rules, deadline: float) -> tuple[int, str, bytes]:
    """Status, place of a redirect and content of one request to an address that was checked."""
    connection = _connection(target, _checked(target, rules), rules, deadline)
    try:
        path = (target.path or "/") + (f"?{target.query}" if target.query else "")
        connection.request("GET", path, headers={"User-Agent": "avowed", "Accept-Encoding": "identity"})
        response = connection.getresponse()
        redirected = response.status in _REDIRECTS
        return response.status, response.headers.get("Location", ""), b"" if redirected else _body(response, rules)
    finally:
        connection.close()


def _checked(target: SplitResult, rules: Rules) -> str:
    """The one address to connect to; refused when any address of the host is not on the open internet."""
    host, port = target.hostname or "", target.port or _PORTS[target.scheme]
    found = rules.resolve(host, port)
    if not found or not all(map(rules.allowed, found)):
        raise _Refused("is a machine of this network and no public web site; save the page in a browser")
    return found[0]


def _connection(target: SplitResult, address: str, rules: Rules, deadline: float) -> HTTPConnection:
    """A connection to the checked address, under the name of the host."""
    host, port = target.hostname or "", target.port or _PORTS[target.scheme]
    left = max(deadline - monotonic(), 0.01)
    plain: socket.socket = socket.create_connection((address, port), timeout=left)
    if target.scheme == "http":
        connection = HTTPConnection(host, port)
    else:
        context = rules.tls or ssl.create_default_context()
        connection = HTTPSConnection(host, port, context=context)
        try:
            plain = context.wrap_socket(plain, server_hostname=host)
        except OSError:
            plain.close()
            raise
    connection.sock = plain
    connection.response_class = _timed(deadline)
    return connection


def _timed(deadline: float) -> Any:
    """A class of answers that are never waited for beyond the deadline, however slowly their bytes come."""

    class Timed(HTTPResponse):
        def __init__(self, sock: socket.socket, *given: Any, **named: Any) -> None:
            super().__init__(sock, *given, **named)
            self.fp = BufferedReader(_Timed(self.fp, sock, deadline))

    return Timed


class _Timed(RawIOBase):
    def __init__(self, held: BufferedReader, source: socket.socket, deadline: float) -> None:
        self._held, self._source, self._deadline = held, source, deadline  # `held` keeps the socket open

    def readable(self) -> bool:
        return True

    def readinto(self, target: Any) -> int:
        left = self._deadline - monotonic()
        if left <= 0:
            raise TimeoutError
        self._source.settimeout(left)
        return self._source.recv_into(target)

    def close(self) -> None:
        self._held.close()
        super().close()


def _body(response: HTTPResponse, rules: Rules) -> bytes:
    content = bytearray()
    while piece := response.read(_PIECE):
        content += piece
        if len(content) > rules.limits.file_bytes:
            raise _Refused(f"larger than the {plain_size(rules.limits.file_bytes)} that are read")
    if response.headers.get("Content-Encoding", "identity") not in ("identity", "", "gzip"):
        raise _Refused("packed in a way that was not asked for; save the page in a browser")
    return bytes(content)


def _plain(fault: Exception) -> str:
    words = getattr(fault, "verify_message", "") or getattr(fault, "strerror", "") or str(fault) or type(fault).__name__
    return " ".join(str(words).split())[:200]
