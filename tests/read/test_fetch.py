"""Fetching: only when asked, only from the open internet, to the address that was checked, within its caps."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import trustme

from avowed.read import Limits, Original, Skipped, given
from avowed.read.addresses import is_global
from avowed.read.fetch import Rules, fetched
from tests.read.making import STORY, page, rss

GLOBAL = [
    "1.1.1.1",
    "8.8.8.8",
    "93.184.216.34",
    "2606:4700::1111",
    "2a00:1450::200e",
    "64:ff9b::101:101",
    "2002:808:808::1",
]
LOCAL = [
    *(
        "127.0.0.1",
        "127.9.9.9",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",  # noqa: S104  # named, not bound to
    ),
    *("100.64.0.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.7", "224.0.0.1", "240.0.0.1"),
    *("255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::"),
    *("2002:a00:1::1", "2001:0:7f00:1::1", "2001:0:0808:0808:0:0:80ff:fffe"),
    *("100::1", "5f00::1", "3fff::1", "localhost", "", "1.1.1", "0x7f000001"),
]


@pytest.mark.parametrize("address", GLOBAL)
def test_an_address_of_the_open_internet_is_one(address: str) -> None:
    assert is_global(address)


@pytest.mark.parametrize("address", LOCAL)
def test_an_address_that_may_be_a_machine_of_ones_own_is_none(address: str) -> None:
    assert not is_global(address)


class Site(BaseHTTPRequestHandler):
    """A web site of some paths; `seen` keeps what was asked for."""

    seen: list[str]

    def do_GET(self) -> None:
        self.seen.append(f"{self.headers['Host'].partition(':')[0]}{self.path}")
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path[4:])
            self.end_headers()
        elif self.path == "/drip":
            self.send_response(200)
            self.end_headers()
            for _ in range(200):
                self.wfile.write(b"x")
                time.sleep(0.05)
        elif self.path == "/large":
            self._say(b"x" * 200_000)
        elif self.path == "/feed":
            self._say(rss(f"<title>a</title><description>{STORY[0]}</description>", "<title>b</title>"))
        elif self.path == "/missing":
            self.send_error(404)
        else:
            self._say(page().encode())

    def _say(self, content: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


def served(context: ssl.SSLContext | None = None) -> Iterator[tuple[int, list[str]]]:
    seen: list[str] = []
    handler = type("Here", (Site,), {"seen": seen})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that leaves is what is tested
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield server.server_address[1], seen
    server.shutdown()
    server.server_close()


@pytest.fixture
def site() -> Iterator[tuple[int, list[str]]]:
    yield from served()


def rules(port: int, **more: object) -> Rules:
    """Rules by which every host is this machine, which is allowed in tests only."""
    found = Rules(
        resolve=lambda *_: ["127.0.0.1"], allowed=lambda address: address == "127.0.0.1", ports=frozenset({port})
    )
    return replace(found, **more)  # type: ignore[arg-type]


def one(address: str, by: Rules) -> Original | Skipped:
    return next(iter(fetched([address], by)))


def reason(address: str, by: Rules) -> str:
    found = one(address, by)
    assert isinstance(found, Skipped), found
    return found.reason


def test_a_page_is_fetched_under_the_name_of_its_host(site: tuple[int, list[str]]) -> None:
    found = one(f"http://courier.example:{site[0]}/dol?a=1#part", rules(site[0]))
    assert isinstance(found, Original)
    assert found.content == page().encode()
    assert found.source == f"http://courier.example:{site[0]}/dol?a=1"
    assert site[1] == ["courier.example/dol?a=1"]


def test_a_feed_at_an_address_gives_its_entries(site: tuple[int, list[str]]) -> None:
    assert len(list(fetched([f"http://courier.example:{site[0]}/feed"], rules(site[0])))) == 2


def test_without_leave_nothing_is_fetched_and_how_to_allow_it_is_said() -> None:
    (found,) = given(["https://courier.example/dol"])
    assert isinstance(found, Skipped)
    assert "allowed = true under [fetch]" in found.reason


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_machine_is_never_fetched_from_however_it_is_written(site: tuple[int, list[str]], address: str) -> None:
    by = Rules(ports=frozenset({site[0]}))
    assert "no public web site" in reason(f"http://{address}:{site[0]}/", by) or "cannot be reached" in reason(
        f"http://{address}:{site[0]}/", by
    )
    assert site[1] == []


def test_a_host_with_one_address_of_ones_own_among_others_is_refused(site: tuple[int, list[str]]) -> None:
    by = Rules(resolve=lambda *_: ["1.1.1.1", "127.0.0.1"], ports=frozenset({site[0]}))
    assert "no public web site" in reason(f"http://courier.example:{site[0]}/", by)


def test_a_resolver_that_changes_its_answer_is_asked_once_for_each_connection(
    site: tuple[int, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def changing(host: str, _: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    def never(*_: object, **__: object) -> None:
        raise AssertionError("resolved behind the back of the rules")

    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *rest, **named: real(host, *rest, **named) if host == "127.0.0.1" else never(),
    )
    assert isinstance(one(f"http://courier.example:{site[0]}/", rules(site[0], resolve=changing)), Original)
    assert asked == ["courier.example"]


def test_each_redirect_is_checked_again(site: tuple[int, list[str]]) -> None:
    answers = {"courier.example": ["127.0.0.1"], "inside.example": ["10.0.0.1"]}
    by = rules(site[0], resolve=lambda host, _: answers[host])
    assert "no public web site" in reason(f"http://courier.example:{site[0]}/to/http://inside.example:{site[0]}/", by)
    assert isinstance(one(f"http://courier.example:{site[0]}/to//dol", by), Original | Skipped)
    assert all(host.startswith("courier.example") for host in site[1])


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://x/",
        "gopher://x/",
        "javascript:alert(1)",
        "http://",
        "http://a:b@x/",
        "http://x:99999/",
    ],
)
def test_what_is_no_plain_web_address_is_refused(address: str) -> None:
    assert reason(address, Rules())


def test_a_redirect_to_another_kind_of_address_is_refused(site: tuple[int, list[str]]) -> None:
    assert "must begin with http" in reason(f"http://a.example:{site[0]}/to/file:///etc/passwd", rules(site[0]))


def test_a_redirect_without_end_is_left(site: tuple[int, list[str]]) -> None:
    round_ = f"http://a.example:{site[0]}/to/" * 8
    assert "without end" in reason(round_, rules(site[0]))


def test_another_port_than_those_of_web_pages_is_refused() -> None:
    assert "another port" in reason("http://courier.example:22/", Rules())


def test_what_is_too_large_is_left(site: tuple[int, list[str]]) -> None:
    assert "larger than" in reason(f"http://a.example:{site[0]}/large", rules(site[0], limits=Limits(file_bytes=1000)))


def test_an_answer_that_drips_is_left_at_the_deadline(site: tuple[int, list[str]]) -> None:
    started = time.monotonic()
    assert "within 0.5 seconds" in reason(f"http://a.example:{site[0]}/drip", rules(site[0], seconds=0.5))
    assert time.monotonic() - started < 3


def test_a_page_that_is_missing_is_an_outcome_and_the_next_is_fetched(site: tuple[int, list[str]]) -> None:
    missing, there = fetched([f"http://a.example:{site[0]}/{name}" for name in ("missing", "dol")], rules(site[0]))
    assert isinstance(missing, Skipped)
    assert "404" in missing.reason
    assert isinstance(there, Original)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def contexts(authority: trustme.CA, name: str) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(server)
    client = ssl.create_default_context()
    authority.configure_trust(client)
    return server, client


def secure(authority: trustme.CA, name: str, act: Callable[[int, ssl.SSLContext], None]) -> None:
    server, client = contexts(authority, name)
    running = served(server)
    port, _ = next(running)
    act(port, client)
    next(running, None)


def test_the_certificate_must_bear_the_name_of_the_host(authority: trustme.CA) -> None:
    def act(port: int, trusting: ssl.SSLContext) -> None:
        by = rules(port, tls=trusting)
        assert isinstance(one(f"https://courier.example:{port}/dol", by), Original)
        assert "certificate" in reason(f"https://other.example:{port}/dol", by)

    secure(authority, "courier.example", act)


def test_a_certificate_of_nobody_known_is_never_taken(authority: trustme.CA) -> None:
    def act(port: int, _: ssl.SSLContext) -> None:
        assert "certificate" in reason(f"https://courier.example:{port}/dol", rules(port))

    secure(authority, "courier.example", act)


def test_an_encrypted_page_may_not_lead_to_a_plain_one(authority: trustme.CA) -> None:
    def act(port: int, trusting: ssl.SSLContext) -> None:
        address = f"https://courier.example:{port}/to/http://courier.example:{port}/dol"
        assert "encrypted address" in reason(address, rules(port, tls=trusting))

    secure(authority, "courier.example", act)
