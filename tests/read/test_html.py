"""Saved web pages: the story and what the page says of itself come out, the frame and the hostile parts do not."""

from collections.abc import Callable
from datetime import date

import pytest
from lxml.html import document_fromstring, fragment_fromstring, tostring

from avowed.model.evidence import Report
from avowed.model.vocabulary import DateBasis
from avowed.read.html import prune, prunings
from avowed.read.tables import load

Read = Callable[[bytes | str], Report]
STORY = [
    f"On day {number} the garrison of Dol left bridge {number}, and the Northern Front took it, two traders said."
    for number in range(1, 7)
]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
META = """
<title>Bridge at Dol falls - Karsan Courier</title><meta property="og:site_name" content="Karsan Courier">
<link rel="canonical" href="https://courier.example/bridge-at-dol">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"datePublished": "2021-08-27T23:30:00Z",
"author": [{"@type": "Person", "name": "Ana Bel"}, {"@type": "Person", "name": "Tomas Ren"}]}</script>"""


def page(body: str, head: str = META) -> str:
    return f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"


def test_a_page_tells_its_title_publisher_authors_date_and_address(report: Read) -> None:
    found = report(page(f"<article><h1>Bridge at Dol falls</h1>{BODY}</article>"))
    assert (found.title, found.publisher, found.authors) == (
        "Bridge at Dol falls",
        "Karsan Courier",
        ("Ana Bel", "Tomas Ren"),
    )
    assert found.source == "https://courier.example/bridge-at-dol"
    assert found.published
    assert (found.published.when.first, found.published.basis) == (date(2021, 8, 27), DateBasis.METADATA)


def test_the_text_is_the_headline_and_then_the_story(report: Read) -> None:
    found = report(page(f"<article><h1>Bridge at Dol falls</h1>{BODY}</article>"))
    assert found.text == "\n\n".join(["Bridge at Dol falls", *STORY])


def test_the_headline_is_put_on_top_where_only_the_metadata_has_it(report: Read) -> None:
    assert report(page(f"<article>{BODY}</article>")).text.startswith(f"Bridge at Dol falls\n\n{STORY[0]}")


FRAME = """
<nav><a href=/>Home</a><a href=/w>World</a></nav>{figure}<div class="ad-slot">- Advertisement -</div>%s
<div class="related-posts"><h3>Related</h3><ul><li><a href=/y>Flood takes bridge</a></li></ul></div>
<div class="sharedaddy"><p>Share this:</p></div><p><a href=/p>Previous article</a> <a href=/n>Next article</a></p>
<div id="comments"><h3>Leave a Reply</h3><form><p>Please enter your comment!</p></form></div>
<div class="cookie-banner"><p>We use cookies to count our readers, and our partners do so too.</p></div>
<div class="newsletter"><p>Get our newsletter every morning in your inbox</p></div>
<footer><p>Copyright 2021 Karsan Courier</p></footer>"""


@pytest.mark.parametrize(
    "figure",
    [
        "<figure><img src=a.jpg><figcaption>Soldiers at the old mill</figcaption></figure>",
        '<div class="wp-caption"><img src=a.jpg><p class="wp-caption-text">Soldiers at the old mill</p></div>',
        "<p>Soldiers at the old mill (Photo by Ana Bel / AFP)</p>",
        '<div class="pic"><img src=a.jpg><br><small>Soldiers at the old mill</small></div>',
    ],
)
def test_captions_and_the_rest_of_the_frame_stay_out(report: Read, figure: str) -> None:
    frame = (FRAME % BODY).replace("{figure}", figure)
    found = report(page(f"<article><h1>Bridge at Dol falls</h1>{frame}</article>"))
    assert found.text == "\n\n".join(["Bridge at Dol falls", *STORY])


def test_a_repeated_paragraph_of_a_table_and_a_list_do_no_harm(report: Read) -> None:
    table = "<table><tr><th>Day</th><th>Dead</th></tr><tr><td>Friday</td><td>5</td></tr></table>"
    found = report(page(f"<article>{BODY}<ul><li>Nine were held</li></ul>{table}</article>"))
    assert "\n\nNine were held\n\nDay | Dead\n\nFriday | 5" in found.text


def test_a_date_that_only_the_page_shows_has_the_text_for_its_basis(report: Read) -> None:
    found = report(
        page(
            f'<article><h1>Bridge falls</h1><p class="date">27 August 2021</p>{BODY}</article>',
            "<title>Bridge falls</title>",
        )
    )
    assert found.published
    assert (found.published.when.first, found.published.basis) == (date(2021, 8, 27), DateBasis.TEXT)


def test_a_year_alone_is_never_made_the_first_of_january(report: Read) -> None:
    found = report(
        page(f"<article><h1>Bridge falls</h1>{BODY}</article><footer>© 2021 Courier</footer>", "<title>Bridge</title>")
    )
    assert found.published is None


def test_a_date_after_today_is_not_believed(report: Read) -> None:
    head = META.replace("2021-08-27", "2031-08-27")
    assert report(page(f"<article>{BODY}</article>", head)).published is None


def test_a_browsers_note_of_where_it_saved_the_page_is_its_source(report: Read) -> None:
    bare = page(f"<article>{BODY}</article>", "<title>Dol</title>")
    saved = f"<!-- saved from url=(0034)https://courier.example/dol-falls -->{bare}"
    assert report(saved).source == "https://courier.example/dol-falls"


def test_a_link_that_is_no_web_address_is_no_source(report: Read) -> None:
    head = META.replace("https://courier.example/bridge-at-dol", "javascript:alert(1)")
    assert report(page(f"<article>{BODY}</article>", head)).source == "here"


def test_a_declared_charset_is_read(report: Read) -> None:
    content = page(
        f"<article><p>The café of Dol – “closed” – was shelled.</p>{BODY}</article>", '<meta charset="windows-1252">'
    )
    assert "The café of Dol – “closed” – was shelled." in report(content.encode("cp1252")).text


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 10_000 + BODY + "</div>" * 10_000,
        "<table><tr><td>" * 3_000 + BODY,
        BODY + "<table>" + "<tr><td>1<td>2</tr>" * 26_000 + "</table>",
        BODY + "<!--" * 50_000,
        BODY + "<" * 100_000,
    ],
    ids=["10,000 levels", "tables in tables", "a huge table", "comments", "angles"],
)
def test_the_story_of_a_hostile_page_is_not_lost(report: Read, hostile: str) -> None:
    found = report(page(hostile, "<title>Dol</title>"))
    assert all(paragraph in found.text for paragraph in STORY)


@pytest.mark.parametrize("row", load("html")["row"], ids=lambda row: row["name"])
def test_a_row_of_parts_drops_what_it_must_and_keeps_what_it_must(row: dict[str, str]) -> None:
    find = prunings()[[entry["name"] for entry in load("html")["row"]].index(row["name"])]
    assert find(document_fromstring(page(row["matches"])))
    assert not find(document_fromstring(page(row["keeps"])))


def test_words_that_follow_a_pruned_part_stay() -> None:
    tree = fragment_fromstring("<div>Before <button>Share</button> after.</div>")
    assert tostring(prune(tree), method="text", encoding="unicode") == "Before  after."
