"""Running the desk: which address it takes, what it says at its start, and how it ends."""

import ipaddress
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from avowed.case import Case
from avowed.errors import UsageError
from avowed.web import pages
from avowed.web.adding import Tray
from avowed.web.app import application
from avowed.web.asked import Desk
from avowed.web.safety import Access


def serve(place: Path | str, who: str, host: str, port: int, password: str, tell: Callable[[str], None]) -> None:
    """Serve a case until it is interrupted; `tell` gets the address once it answers.

    Raises UsageError for an address that others can reach without a password, or for a port that is taken.
    """
    if not pages.built():
        raise UsageError(pages.NOT_BUILT)
    Case.open(place).close()
    if not _is_local(host) and not password:
        raise UsageError(
            f"{host} can be reached by others, so a password is needed: set AVOWED_PASSWORD and start again, or leave "
            "--host out to serve this machine alone."
        )
    listening = _listen(host, port)
    port = listening.getsockname()[1]
    desk = Desk(place, Access(hosts(host, port), password=password), who, Tray())
    config = uvicorn.Config(application(desk), log_level="warning", server_header=False, date_header=False)
    tell(f"http://{'[' + host + ']' if ':' in host else host}:{port}/")
    uvicorn.Server(config).run(sockets=[listening])


def hosts(host: str, port: int) -> frozenset[str]:
    """The Host headers under which the desk answers."""
    names = {"127.0.0.1", "localhost", "[::1]"} if _is_local(host) else {f"[{host}]" if ":" in host else host.lower()}
    return frozenset(f"{name}:{port}" for name in names)


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise UsageError(f"{host}:{port} cannot be taken ({error.strerror}). Choose another with --port.") from error
    listening.listen(128)
    return listening
