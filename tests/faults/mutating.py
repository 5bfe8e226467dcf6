"""Documents of every format, and mutants of them: cut, flipped, doubled, nested and seasoned with hostile pieces."""

import gzip
import json
from collections.abc import Callable, Sequence
from random import Random

from fpdf import FPDF

from tests.read.making import STORY, answer, docx, page, paragraph, rss, zipped

_MOST = 60_000


def _pdf(*, packed: bool = True) -> bytes:
    paper = FPDF()
    paper.set_compression(packed)
    for number in range(2):
        paper.add_page()
        paper.set_font("Helvetica", size=11)
        paper.multi_cell(0, 5, f"{number} " + " ".join(STORY))
    return bytes(paper.output())


def _mail() -> bytes:
    head = "From: Ana Bel <ana@courier.example>\nTo: desk@courier.example\nSubject: =?utf-8?b?RG9s?=\n"
    head += "Date: Fri, 27 Aug 2021 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    body = f"--b\nContent-Type: text/plain; charset=utf-8\n\n{STORY[0]}\n"
    attached = f'--b\nContent-Type: text/html; name="a.html"\nContent-Disposition: attachment\n\n{page()}\n--b--\n'
    return (head + body + attached).encode()


def _rows() -> bytes:
    rows = [{"id": f"r{n}", "text": " ".join(STORY), "title": "Dol", "published": "2021-08-27"} for n in range(2)]
    return "\n".join(map(json.dumps, rows)).encode()


def _rich_page() -> bytes:
    extra = (
        "<table><tr><td>Friday<td>5 dead</table><ul><li>Nine were held</ul><figure><figcaption>x</figcaption></figure>"
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-08-27"}</script>'
    )
    return page(*STORY, *STORY).replace("</article>", f"{extra}</article>").encode()


SEEDS: dict[str, Sequence[bytes]] = {
    "html": (page().encode(), _rich_page()),
    "pdf": (_pdf(), _pdf(packed=False)),
    "feed": (
        rss(f"<title>Dol</title><link>https://c.example/d</link><description>{STORY[0]}</description>"),
        f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Dol</title><summary>{STORY[0]}</summary></entry></feed>'.encode(),
    ),
    "jsonl": (_rows(),),
    "docx": (docx("".join(map(paragraph, STORY)), title="Dol", footnotes=paragraph("Seen.")),),
    "mail": (_mail(),),
    "text": (
        "\n\n".join(STORY).encode(),
        f"# Dol\n\n{STORY[0]}\n\n- one\n- two\n".encode(),
        gzip.compress(STORY[0].encode()),
    ),
    "zip": (zipped({"a.txt": STORY[0], "b/c.html": page(), "d.eml": _mail()}), zipped({"r.jsonl": _rows()})),
    "warc": (
        answer("https://c.example/d", page().encode())
        + answer("https://c.example/e", STORY[0].encode(), kind="text/plain"),
        answer("https://c.example/d", gzip.compress(page().encode()), encoding="gzip", packed=False),
    ),
}

PIECES: Sequence[bytes] = (
    *(
        b"<",
        b">",
        b"&",
        b"\x00",
        b"\xff\xfe",
        b"\xed\xa0\x80",
        b"\xe2\x80\xae",
        b"\xf0\x9f\x92\xa3",
        b"\r\n\r\n",
        b"\n\n",
    ),
    *(
        b"<div>" * 300,
        b"</div>" * 300,
        b"<table><tr><td>" * 60,
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"<p " + b"a=1 " * 400,
    ),
    *(
        b"<script>alert(1)</script>",
        b"<svg/onload=alert(1)>",
        b"<meta charset=utf-7>",
        b"<meta charset=utf-16>",
        b"&#xD800;",
    ),
    *(
        b'<!DOCTYPE x [<!ENTITY a "b">]>',
        b"<?xml version='1.0' encoding='utf-32'?>",
        b"&a;",
        b"<item>" * 100,
        b"<entry/>",
    ),
    *(b"9" * 400, b"-1", b"4294967295", b"%s%n", b"\\u0000", b'{"text": ', b"[" * 500, b'"' * 50, b"1e999", b"NaN"),
    *(b"obj\n", b"endobj\n", b"stream\n", b"/Kids [1 0 R]", b"/Length 99999999", b"xref\n", b"trailer\n", b"%%EOF"),
    *(
        b"PK\x01\x02",
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"\x1f\x8b\x08\x00",
        b"WARC/1.0\r\n",
        b"Content-Length: 99999999\r\n",
    ),
    *(
        b"--b\n",
        b"--b--\n",
        b"Content-Type: multipart/mixed; boundary=b\n\n",
        b"=?utf-8?q?=?=",
        b"Content-Transfer-Encoding: base64\n",
    ),
    *(
        b"= " * 2000,
        b"January 2021 " * 300,
        b"By A B " * 300,
        b"A" * 5000,
        "\u0301".encode() * 500,
        b"Share this: " * 100,
    ),
)


def mutant(chance: Random, kind: str) -> bytes:
    """A document of a kind, or what became of it after up to eight accidents."""
    inner = _INNER.get(kind)
    if inner and chance.randrange(2):
        content, packed = inner
        return packed(mangled(chance, content))
    return mangled(chance, SEEDS[kind][chance.randrange(len(SEEDS[kind]))])


def mangled(chance: Random, content: bytes) -> bytes:
    """The content after up to eight accidents."""
    for _ in range(chance.randrange(9)):
        content = _ACCIDENTS[chance.randrange(len(_ACCIDENTS))](chance, content)[:_MOST]
    return content


_BODY = "".join(map(paragraph, STORY)).encode() + b"<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
# What accidents would only make unreadable when packed is mangled first and packed then.
_INNER: dict[str, tuple[bytes, Callable[[bytes], bytes]]] = {
    "docx": (_BODY, lambda body: docx(body.decode("utf-8", "replace"))),
    "zip": (_mail(), lambda content: zipped({"a.eml": content, "b.html": content, "c.jsonl": content})),
    "warc": (page().encode(), lambda content: answer("https://c.example/d", content)),
    "text": (STORY[0].encode(), gzip.compress),
}


def noise(chance: Random) -> bytes:
    """Bytes of no format at all, with now and then a true beginning."""
    head = chance.choice((b"", b"%PDF-1.4\n", b"<html>", b"PK\x03\x04", b"\x1f\x8b\x08", b'{"text":', b"WARC/1.0\r\n"))
    return head + chance.randbytes(chance.randrange(3000))


def _place(chance: Random, content: bytes) -> int:
    return chance.randrange(len(content) + 1)


def _flip(chance: Random, content: bytes) -> bytes:
    at = _place(chance, content)
    return content[:at] + bytes(byte ^ (1 << chance.randrange(8)) for byte in content[at : at + 1]) + content[at + 1 :]


def _cut(chance: Random, content: bytes) -> bytes:
    return content[: _place(chance, content)]


def _drop(chance: Random, content: bytes) -> bytes:
    at = _place(chance, content)
    return content[:at] + content[at + chance.randrange(64) :]


def _season(chance: Random, content: bytes) -> bytes:
    at = _place(chance, content)
    return content[:at] + PIECES[chance.randrange(len(PIECES))] + content[at:]


def _double(chance: Random, content: bytes) -> bytes:
    at, length = _place(chance, content), chance.randrange(400)
    return content[:at] + content[at : at + length] * chance.randrange(1, 40) + content[at + length :]


def _overwrite(chance: Random, content: bytes) -> bytes:
    at = _place(chance, content)
    piece = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 5)))
    return content[:at] + piece + content[at + len(piece) :]


def _swap(chance: Random, content: bytes) -> bytes:
    one, other = sorted((_place(chance, content), _place(chance, content)))
    return content[other:] + content[one:other] + content[:one]


_ACCIDENTS: Sequence[Callable[[Random, bytes], bytes]] = (
    _flip,
    _cut,
    _drop,
    _season,
    _season,
    _double,
    _overwrite,
    _swap,
)
