"""An e-mail, or a web page saved as one (MHTML): its words and what its head says; runs in the child."""

from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import Any

from avowed.read.decode import decode
from avowed.read.extract import Extract, Unreadable
from avowed.read.flat import flat_paragraphs
from avowed.read.layout import paragraphs_of

_MOST_PARTS = 1000
_LONGEST_HEADER = 2000
_WORDS = ("text/plain", "text/html")


def parse_mail(content: bytes, order: dict[str, Any]) -> Extract:
    """The words of a message; a page saved as one message is read as the page."""
    message = message_from_bytes(content, policy=policy.compat32)
    body = _body(message)
    if body is None:
        raise Unreadable("an e-mail without words of its own; save its attachments and add those")
    page = _header(message, "Snapshot-Content-Location") or _is_page(message)
    if page and body.get_content_type() == "text/html":
        from avowed.read.html import parse_html  # noqa: PLC0415  # 0.4 s, and few mails are pages

        return parse_html(_payload(body), order)
    paragraphs, note = _paragraphs(body)
    if not paragraphs:
        raise Unreadable("an e-mail without words of its own; save its attachments and add those")
    return Extract(
        paragraphs,
        _header(message, "Subject"),
        authors=_senders(message),
        published=_day(message),
        notes=(note,),
    )


def attachments(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Each attachment with its name; a message that was passed on is one."""
    message = message_from_bytes(content, policy=policy.compat32)
    body = _body(message)
    for number, part in enumerate(_parts(message), start=1):
        if part is message or part is body or part.get_content_maintype() == "multipart":
            continue
        name = str(part.get_filename() or "")
        if part.get_content_type() == "message/rfc822":
            yield from ((name or f"message-{number}.eml", inner.as_bytes()) for inner in _inner(part)[:1])
        elif name and part.get_content_maintype() not in ("image", "audio", "video"):
            yield name, _payload(part)


def _is_page(message: Message) -> bool:
    return message.get_content_type() == "multipart/related" and "saved by" in _header(message, "From").lower()


def _parts(message: Message) -> Iterator[Message]:
    """The message and its parts, without going into messages that were passed on."""
    waiting = [message]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        yield part
        if part.get_content_type() != "message/rfc822":
            waiting.extend(reversed(_inner(part)))


def _inner(part: Message) -> list[Message]:
    """The parts inside a part."""
    held = part.get_payload()
    return [inner for inner in held if isinstance(inner, Message)] if isinstance(held, list) else []


def _body(message: Message) -> Message | None:
    """The first part that is words and no attachment, plain before HTML."""
    shown = [part for part in _parts(message) if part.get_content_type() in _WORDS and not _is_attached(part)]
    page = bool(_header(message, "Snapshot-Content-Location")) or _is_page(message)
    wanted = reversed(_WORDS) if page else _WORDS
    return next((part for kind in wanted for part in shown if part.get_content_type() == kind and _payload(part)), None)


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _payload(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _paragraphs(body: Message) -> tuple[tuple[str, ...], str]:
    decoded = decode(_payload(body), named=body.get_content_charset() or "")
    is_page = body.get_content_type() == "text/html"
    return (flat_paragraphs(decoded.text) if is_page else paragraphs_of(decoded.text)), decoded.note


def _header(message: Message, name: str) -> str:
    """A header in its real letters; as it stands where its encoding is garbled, empty where it is missing."""
    value = str(message.get(name) or "")[:_LONGEST_HEADER]
    with suppress(ValueError, LookupError, HeaderParseError):
        value = str(make_header(decode_header(value)))
    return " ".join(value.split())


def _senders(message: Message) -> tuple[str, ...]:
    pairs = getaddresses([_header(message, "From")])
    return tuple(name or address for name, address in pairs if name or address)


def _day(message: Message) -> str:
    try:
        return parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
