"""Feeds: each entry is a document of its own, by its address; no entity and no DTD is ever obeyed."""

import io
from collections.abc import Callable
from datetime import date

import pytest

from avowed.model.evidence import Report
from avowed.read import Original, ReadOptions, originals_in
from avowed.read.reader import read_stream
from tests.read.making import STORY, rss

Read = Callable[[bytes | str], Report]
Reason = Callable[[bytes | str], str]
ITEM = (
    "<title>Bridge at Dol falls</title><link>https://courier.example/dol</link>"
    "<pubDate>Fri, 27 Aug 2021 10:00:00 GMT</pubDate><author>Ana Bel</author>"
    f"<description>&lt;p&gt;{STORY[0]}&lt;/p&gt;&lt;p&gt;{STORY[1]}&lt;/p&gt;</description>"
)
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>River Watch</title><entry>
<title type="html">Bridge &amp;amp; town</title><link rel="replies" href="https://river.example/replies"/>
<link href="https://river.example/dol"/><author><name>Tomas Ren</name></author><published>2021-08-28T01:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{STORY[0]}</p><p>{STORY[1]}</p></div></content></entry></feed>"""


def test_each_entry_is_a_document_under_its_address(options: ReadOptions) -> None:
    second = ITEM.replace("courier.example/dol", "courier.example/sarn").replace("Friday", "Monday")
    found = list(read_stream(io.BytesIO(rss(ITEM, second)), options))
    assert [one.source for one in found] == ["https://courier.example/dol", "https://courier.example/sarn"]
    assert all(isinstance(one, Report) for one in found)


def test_an_entry_tells_title_publisher_author_and_day(report: Read) -> None:
    found = report(rss(ITEM))
    assert (found.title, found.publisher, found.authors) == ("Bridge at Dol falls", "Karsan Courier", ("Ana Bel",))
    assert found.published
    assert found.published.when.first == date(2021, 8, 27)
    assert found.text == "\n\n".join(["Bridge at Dol falls", *STORY])
    assert "only the summary that the feed gives, not the whole story" in found.notes


def test_an_atom_entry_is_read_whole(report: Read) -> None:
    found = report(ATOM)
    assert (found.title, found.publisher, found.source) == ("Bridge & town", "River Watch", "https://river.example/dol")
    assert found.text.endswith("\n\n".join(STORY))
    assert not any("summary" in note for note in found.notes)


def test_the_original_of_an_entry_is_a_feed_of_this_entry_alone(report: Read) -> None:
    originals = [one for one in originals_in(rss(ITEM, ITEM.replace("Friday", "Monday"))) if isinstance(one, Original)]
    assert "Monday" not in report(originals[0].content).text
    assert "Monday" in report(originals[1].content).text


BOMB = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10))


@pytest.mark.parametrize(
    "subset",
    [f'<!ENTITY a "dol">{BOMB}', '<!ENTITY k SYSTEM "file:///etc/hostname">', '<!ENTITY % p SYSTEM "http://x/">%p;'],
)
def test_a_feed_with_entities_of_its_own_is_refused(subset: str) -> None:
    content = f"<?xml version='1.0'?><!DOCTYPE rss [{subset}]>{rss(ITEM + '&k;').decode().partition('?>')[2]}"
    (found,) = originals_in(content.encode())
    assert "entities of its own" in found.reason


def test_an_old_feed_that_only_names_its_document_type_is_read(report: Read) -> None:
    named = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.example/rss.dtd">'
    assert report(b"<?xml version='1.0'?>" + named.encode() + rss(ITEM).partition(b"?>")[2]).title


def test_a_damaged_feed_gives_what_it_still_holds() -> None:
    content = rss(ITEM, ITEM.replace("Friday", "Monday"))
    found = list(originals_in(content.replace(b"</channel></rss>", b"<item><title>cut & gone")))
    assert len([one for one in found if isinstance(one, Original)]) >= 2


def test_a_feed_without_entries_says_so() -> None:
    (found,) = originals_in(rss())
    assert "holds no document" in found.reason


def test_entries_within_an_entry_are_part_of_it_and_never_multiply() -> None:
    nested = rss("<item>" * 60 + ITEM + "</item>" * 60)
    found = list(originals_in(nested))
    assert len(found) == 1
    assert isinstance(found[0], Original)
    assert len(found[0].content) < 2 * len(nested)
