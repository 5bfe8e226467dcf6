"""What may harm has one door each: parsers of XML are made in one file, the network is opened in one file."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "avowed"
PARSERS = {"XMLParser", "iterparse", "XMLPullParser", "ElementTree", "minidom", "expat", "sax", "fromstring", "XML"}
NETWORK = ("urllib.request", "http.client", "requests", "httpx", "ftplib", "aiohttp")
RUNNING = {"eval", "exec", "pickle.loads", "marshal", "system", "popen"}
# A file in which none of these words stands can use none of what is looked for, and is not taken apart.
TOLD_BY = re.compile(
    "|".join(sorted({one.partition(".")[0] for one in PARSERS | {"xml", "pickle", *NETWORK} | RUNNING}))
)


def names(path: Path) -> Iterator[str]:
    """Every name and attribute that a file uses, imports with their whole path."""
    text = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)) if TOLD_BY.search(text) else ():
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
    users = {name for name, used in files() if any(one.startswith(NETWORK) for one in used)}
    assert users == {"read/fetch.py"}


def test_nothing_of_a_document_is_ever_run():
    users = {
        name for name, used in files() if used & RUNNING or any(one.startswith(("pickle", "marshal")) for one in used)
    }
    assert users == set()
