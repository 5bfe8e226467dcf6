"""The one place that makes parsers of XML: no DTD, no entities, no network, no tree without bound."""

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from avowed.read.decode import decode
from avowed.read.extract import Unreadable

_MARK = "\ufeff"


def xml_tree(content: bytes, *, lenient: bool = False) -> etree._Element:
    """The root of an XML document; `lenient` reads on after a fault. Unreadable when there is none to be had safely."""
    text = _without_doctype(decode(content, declared=True).text)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=lenient,
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as fault:
        raise Unreadable("XML that is damaged or nested too deeply; save it anew and add that") from fault
    if root is None:
        raise Unreadable("XML without any element; check that it is the right file")
    return root


def local(element: etree._Element) -> str:
    """An element's name without its namespace; empty for what is no element."""
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def _without_doctype(text: str) -> str:
    """The text from its root element on; a document type with rules of its own (entities) is refused."""
    at = _past_prolog(text, 1 if text.startswith(_MARK) else 0)
    if not text[at : at + 9].upper().startswith("<!DOCTYPE"):
        return text[at:]
    end = text.find(">", at)
    if end < 0 or "[" in text[at:end]:
        raise Unreadable("XML that defines entities of its own, which can be made to harm; save it as plain text")
    return text[_past_prolog(text, end + 1) :]


def _past_prolog(text: str, at: int) -> int:
    """Where white space, comments and processing instructions end."""
    while True:
        at += len(text[at : at + 4096]) - len(text[at : at + 4096].lstrip())
        close = "?>" if text.startswith("<?", at) else "-->" if text.startswith("<!--", at) else ""
        if not close:
            if not text[at : at + 1].isspace():
                return at
            continue
        end = text.find(close, at)
        if end < 0:
            return len(text)
        at = end + len(close)
