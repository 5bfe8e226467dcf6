"""Who may ask for what: only known hosts, changes only from our own pages with this run's token, strict headers on all.

A page elsewhere can make a browser send requests here, or point a name of its own at 127.0.0.1; neither gets through.
"""

import base64
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN_HEADER = "x-avowed-token"  # noqa: S105  # the header's name
_SAFE = frozenset({"GET", "HEAD"})
_CHANGING = frozenset({"POST"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"
)
HEADERS: Mapping[str, str] = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


@dataclass(frozen=True, slots=True)
class Access:
    """The hosts under which the desk answers, this run's token, and a password where others on the network may ask."""

    hosts: frozenset[str]
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    password: str = ""


class Guarded:
    """An application behind the rules of `Access`."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app = app
        self.access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what breaks a rule, pass the rest on, and put the headers on every answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(MutableHeaders(scope=message), scope["path"])
            await send(message)

        refusal = refused(scope["method"], scope["path"], Headers(scope=scope), self.access)
        await (refusal or self.app)(scope, receive, send_with_headers)


def refused(method: str, path: str, headers: Headers, access: Access) -> Response | None:
    """The answer to a request that breaks a rule; None for one that may pass."""
    if headers.get("host", "").lower() not in access.hosts:
        return _problem(421, "host", "This desk answers only under its own address. Open the address it printed.")
    if access.password and not _knows(headers.get("authorization", ""), access.password):
        asked = {"www-authenticate": 'Basic realm="Avowed", charset="UTF-8"'}
        return _problem(401, "password", "A password is needed.", asked)
    if path.startswith("/api/") and headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        return _problem(403, "origin", "Another page may not ask this desk for anything.")
    if method in _SAFE:
        return None
    if method not in _CHANGING:
        return _problem(405, "method", "Only GET, HEAD and POST are known here.", {"allow": "GET, HEAD, POST"})
    return _change_refused(headers, access)


def _change_refused(headers: Headers, access: Access) -> Response | None:
    scheme, _, host = headers.get("origin", "").partition("://")
    if scheme not in ("http", "https") or host.lower() != headers["host"].lower():
        return _problem(403, "origin", "Changes are taken only from this desk's own pages.")
    given = headers.get(TOKEN_HEADER, "").encode("utf-8", "replace")
    if not secrets.compare_digest(given, access.token.encode()):
        return _problem(403, "token", "The desk was started anew since this page was opened. Load the page again.")
    return None


def _knows(authorization: str, password: str) -> bool:
    kind, _, given = authorization.partition(" ")
    try:
        known = base64.b64decode(given, validate=True).decode().partition(":")[2]
    except ValueError:
        return False
    return kind.lower() == "basic" and secrets.compare_digest(known.encode(), password.encode())


def _problem(status: int, kind: str, message: str, headers: Mapping[str, str] | None = None) -> Response:
    return JSONResponse({"kind": kind, "message": message}, status, headers)


def _add(headers: MutableHeaders, path: str) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    # Names of built files carry a hash of their content; everything else may be other at the next look.
    headers.setdefault("cache-control", "max-age=31536000, immutable" if path.startswith("/assets/") else "no-store")
