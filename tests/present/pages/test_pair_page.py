from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from avowed.assess.pair import Asked, pair
from avowed.model.vocabulary import Dimension, Factuality, Voice
from avowed.present import page
from avowed.present.markup import element, link
from avowed.settings import defaults
from tests.building import around, numbered, tie

TODAY = date(2024, 1, 1)


def answer(ties, names=None, beside=()):
    named = {"a": "Ash Front", "b": "Birch Army", "c": "Cedar", **(names or {})}
    return pair(Asked("a", "b", ("a",), ("b",), named), ties, around(beside), defaults(), {}, TODAY)


def shown(ties, **more):
    return page(answer(ties, **more), [], TODAY)


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []
        self.attributes = []

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        self.attributes += attrs


def tags(markup):
    parser = Tags()
    parser.feed(markup)
    return parser


def quoted(one, words):
    return replace(one, line=replace(one.line, quote=words))


@given(st.text(alphabet=st.sampled_from("<>&\"'/=abc imgonerrorscript"), max_size=60))
def test_no_text_of_a_report_becomes_a_tag_or_an_attribute(text):
    hostile = quoted(tie(year=2020), text)
    parsed = tags(shown([hostile], names={"a": text or "x"}))
    assert not {"img", "script", "iframe", "object"} & set(parsed.seen)
    assert not [name for name, _ in parsed.attributes if name.startswith("on")]


def test_a_link_that_runs_code_is_only_text():
    assert "href" not in link("javascript:alert(1)", "title").text
    assert "href" not in link("data:text/html,x", "title").text
    assert "https://example.org/a" in link("https://example.org/a", "title").text


def test_the_page_allows_itself_no_script_and_no_address():
    parsed = tags(shown([tie()]))
    policies = [value for name, value in parsed.attributes if name == "content" and "default-src" in value]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]
    assert "script" not in parsed.seen
    assert "link" not in parsed.seen


def test_every_line_stands_with_its_quote_its_source_and_a_place_to_point_at():
    text = shown([quoted(tie(), "Ash armed Birch in the valley.")])
    assert "Ash armed Birch in the valley." in text
    assert 'id="line-k"' in text
    assert "The Herald" in text


def test_every_mark_of_the_table_and_the_timeline_opens_a_line():
    text = shown(numbered([tie(year=2020), tie(dimension=Dimension.CLASH, sign=-1, year=2021)]))
    for key in ("k0", "k1"):
        assert text.count(f'href="#line-{key}"') >= 2
        assert text.count(f'id="line-{key}"') == 1


def test_a_hedged_line_looks_and_reads_unlike_a_plain_one():
    text = shown([tie(factuality=Factuality.POSSIBLE)])
    assert "[possible] Ash Front supports or is linked with Birch Army" in text
    assert 'class="plus hedged"' in text


def test_both_columns_stand_even_where_one_is_silent():
    text = shown([tie(voice=Voice.OBSERVED)])
    assert "silent: no line" in text
    assert "What the two say" in text


def test_the_page_says_that_lines_are_leads():
    assert "leads to be checked" in shown([tie()])


def test_the_picture_of_those_between_names_them():
    assert "Cedar" in shown([tie()], beside=[tie("a", "c"), tie("c", "b", Dimension.CLASH, -1)])


def test_nothing_and_false_leave_an_attribute_out():
    assert element("p", None, hidden=None, inert=False).text == "<p></p>"


def test_a_finding_opens_its_lines_and_what_speaks_against_it():
    page_ = shown(numbered([tie(), tie(negated=True)]))
    details = page_[page_.index("Support: 2 lines (1 cooperative, 1 denied).") :]
    details = details[: details.index("</details>")]
    assert "Rests on" in details
    assert "denied" in details[details.index("Against it") :]


def test_the_first_quotes_are_of_both_signs_whatever_weighs_more():
    friendly = numbered([tie(dimension=Dimension.TRAINING)] * 8)
    hostile = tie(dimension=Dimension.RIVALRY, sign=-1, key="hostile", factuality=Factuality.POSSIBLE)
    page_ = shown([*friendly, hostile])
    top = page_[page_.index("What is shown and judged") : page_.index("Findings, each with")]
    assert "competes with" in top


def test_a_quote_under_a_finding_says_what_it_is_read_to_tell():
    page_ = shown(numbered([tie()]))
    details = page_[page_.index("Support: 1 line") :]
    assert "Ash Front supports or is linked with Birch Army" in details[: details.index("</details>")]


def test_what_the_gap_hangs_on_opens_one_by_one():
    said = [tie(dimension=Dimension.STANCE, sign=-1, voice=Voice.STATED, speaker="a", family=f"s{n}") for n in range(3)]
    shown_ = [tie(dimension=Dimension.TRAINING, family=f"o{n}", publisher=f"P{n}") for n in range(4)]
    page_ = shown(numbered([*said, *shown_]))
    assert "What it hangs on, one by one" in page_
