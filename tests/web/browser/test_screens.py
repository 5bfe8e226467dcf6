import pytest

from tests.web.browser.conftest import axe_faults

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ADDRESSES = {
    "pair": ("/?left=Halmar+Liberation+Front&right=Dawn+Brigades", ".voice-panel"),
    "front door": ("/", ".pairs"),
}


@pytest.mark.parametrize("screen", ADDRESSES)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_screen_opens_without_a_serious_fault_for_those_who_see_otherwise(screen, look, reading_desk, page):
    address, sign = ADDRESSES[screen]
    page.emulate_media(color_scheme=look)
    page.goto(reading_desk.address + address)
    page.wait_for_selector(sign)
    assert axe_faults(page) == []


@pytest.mark.parametrize("screen", ADDRESSES)
@pytest.mark.parametrize("width", [390, 1280, 2560])
def test_no_screen_is_wider_than_its_window(screen, width, reading_desk, page):
    address, sign = ADDRESSES[screen]
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(reading_desk.address + address)
    page.wait_for_selector(sign)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_pair_is_asked_for_by_keyboard_alone(reading_desk, page):
    page.goto(reading_desk.address)
    page.get_by_label("One", exact=True).focus()
    page.keyboard.type("Dawn B")
    page.locator("li[role=option]:visible").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_label("The other", exact=True).focus()
    page.keyboard.type("Halmar Lib")
    page.locator("li[role=option]:visible").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(".voice-panel")
    assert "left=Dawn+Brigades&right=Halmar+Liberation+Front" in page.url
