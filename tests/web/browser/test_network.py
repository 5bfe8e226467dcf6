import re
from xml.etree import ElementTree

import pytest

from tests.web.browser.conftest import served, until
from tests.web.test_picturing import chain

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AROUND = "/network?focus=Dawn+Brigades"
SVG = "{http://www.w3.org/2000/svg}"


def opened(page, desk, address=AROUND):
    page.goto(desk.address + address)
    page.wait_for_selector(".network-canvas canvas")


def taken_away(page, button="Save as SVG"):
    with page.expect_download() as taken:
        page.get_by_role("button", name=button).click()
    return taken.value.path()


def drawn(page):
    return ElementTree.fromstring(taken_away(page).read_text(encoding="utf-8"))  # noqa: S314  # our own picture


def words_in(svg):
    return [one.text for one in svg.iter(f"{SVG}text")]


@pytest.fixture
def chain_desk(tmp_path):
    desk = served(chain(tmp_path))
    yield desk
    desk.close()


def test_a_tie_opens_its_lines_by_keyboard_alone(reading_desk, page):
    opened(page, reading_desk)
    page.locator(".pick-list").get_by_role("button", name="Halmar Liberation Front", exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Halmar Liberation Front").wait_for()
    page.locator(".pick-list button", has_text="Dawn Brigades").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".network-side .line blockquote")
    assert "pair=dawn-brigades%7Ehalmar-liberation-front" in page.url
    assert all(quote.strip("“”") for quote in page.locator(".network-side blockquote").all_inner_texts())


def test_stated_and_observed_are_two_looks_at_the_same_picture(reading_desk, page):
    opened(page, reading_desk)
    places, ties = {}, {}
    for look in ("Stated", "Observed"):
        page.get_by_role("button", name=look).click()
        page.wait_for_selector(f"button[aria-pressed=true]:has-text('{look}')")
        svg = drawn(page)
        named = [one for one in svg.iter(f"{SVG}text") if one.text == "Dawn Brigades"]
        places[look] = [(one.get("x"), one.get("y")) for one in named]
        ties[look] = sum(re.fullmatch(r"[+−∅·]\d+", one or "") is not None for one in words_in(svg))
    assert places["Stated"] == places["Observed"] != []
    assert ties["Stated"] != ties["Observed"]


def test_a_picture_taken_away_holds_question_period_and_legend(reading_desk, page):
    opened(page, reading_desk, f"{AROUND}&year=2019")
    words = words_in(drawn(page))
    assert "Who is tied to Dawn Brigades, directly?" in words
    assert any(one.startswith("up to 2019;") for one in words)
    assert {"+ cooperation", "− hostility", "∅ denied", "only hedged lines", "inferred, told by no line"} <= set(words)
    assert any("Leads to be checked" in one for one in words)


def test_a_picture_is_taken_away_as_png(reading_desk, page):
    opened(page, reading_desk)
    content = taken_away(page, "Save as PNG").read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(content[16:20]) == 3200


def test_the_years_play(reading_desk, page):
    opened(page, reading_desk)
    page.get_by_role("button", name="Play").click()
    first = page.locator(".year-now").inner_text()
    until(lambda: page.locator(".year-now").inner_text() not in (first, ""))
    page.get_by_role("button", name="Stop").click()
    assert "year=" in page.url


def test_a_hidden_layer_takes_its_lines_out_of_the_picture(reading_desk, page):
    opened(page, reading_desk)
    before = page.locator(".network-side .pick-list .note").first.inner_text()
    page.locator(".layers summary").click()
    page.locator(".layer-list input").first.uncheck()
    until(lambda: page.locator(".network-side .pick-list .note").first.inner_text() != before)
    assert "without" in page.locator(".network-question").inner_text()


def test_an_inferred_way_is_dotted_and_every_step_of_it_opens_its_lines(chain_desk, page):
    opened(page, chain_desk, "/network?focus=Alder+Front&other=Cedar+League")
    dotted = [one for one in drawn(page).iter(f"{SVG}path") if one.get("stroke-dasharray") == "1 7"]
    assert len(dotted) == 1
    page.locator(".ways button").first.click()
    page.locator(".network-side blockquote", has_text="Alder Front trained Birch Army.").wait_for()


def test_a_step_outwards_brings_more_actors(reading_desk, page):
    opened(page, reading_desk, f"{AROUND}&actor=dawn-brigades")
    page.get_by_role("button", name="Step outwards").click()
    page.locator(".network-question", has_text="within 2 steps").wait_for()


def test_an_empty_network_teaches_what_would_fill_it(empty_desk, page):
    page.goto(empty_desk.address + "/network")
    page.locator(".empty a[href='/add']").wait_for()
