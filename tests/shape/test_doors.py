"""What may harm has one door each: parsers of XML are made in one file, the network is opened in one file."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "avowed"
PARSERS = {"XMLParser", "iterparse", "XMLPullParser", "ElementTree", "minidom", "expat", "sax", "fromstring", "XML"}


def names(path: Path) -> Iterator[str]:
    """Every name and attribute that a file uses, imports with their whole path."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def files() -> tuple[tuple[str, set[str]], ...]:
    return tuple((path.relative_to(SOURCE).as_posix(), set(names(path))) for path in sorted(SOURCE.rglob("*.py")))


def test_parsers_of_xml_are_made_in_one_file():
    users = {name for name, used in files() if used & PARSERS or any(one.startswith("xml.") for one in used)}
    assert users <= {"read/markup.py"}


def test_only_fetching_can_open_an_address():
    banned = ("urllib.request", "http.client", "requests", "httpx", "ftplib", "aiohttp")
    users = {name for name, used in files() if any(one.startswith(banned) for one in used)}
    assert users == {"read/fetch.py"}


def test_nothing_of_a_document_is_ever_run():
    banned = {"eval", "exec", "pickle.loads", "marshal", "system", "popen"}
    users = {
        name for name, used in files() if used & banned or any(one.startswith(("pickle", "marshal")) for one in used)
    }
    assert users == set()
