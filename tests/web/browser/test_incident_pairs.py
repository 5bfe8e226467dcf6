import pytest

from tests.web.browser.conftest import axe_faults, served, until
from tests.web.twice_told import twice_told_case

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def told_desk(tmp_path):
    desk = served(twice_told_case(tmp_path))
    yield desk
    desk.close()


def reviewed(page, desk):
    page.goto(desk.address + "/review?what=tellings")
    page.wait_for_selector(".merge")


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_pair_of_incidents_stands_with_its_reasons_and_without_a_serious_fault(told_desk, page, look):
    page.emulate_media(color_scheme=look)
    reviewed(page, told_desk)
    assert page.locator(".merge h3").count() == 2
    assert page.locator(".merge-quote").count() == 2
    assert "the days" not in page.locator(".features").inner_text()
    assert {"for", "against"} <= {one.split()[0] for one in page.locator(".features td:first-child").all_inner_texts()}
    assert "pairs of incidents 1 left" in page.locator(".checked").inner_text()
    assert axe_faults(page) == []
    for width in (390, 1280, 2560):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_two_incidents_are_made_one_and_parted_again_by_keys(told_desk, page):
    reviewed(page, told_desk)
    page.keyboard.press("a")
    page.locator(".notice").get_by_text("are one incident").wait_for()
    page.get_by_text("No two incidents look like one").wait_for()
    page.locator(".checked").get_by_text("100 % of 1 were one so far").wait_for()
    page.keyboard.press("u")
    page.wait_for_selector(".merge")


def test_parting_what_was_made_one_warns_of_the_earlier_decision(told_desk, page):
    reviewed(page, told_desk)
    page.keyboard.press("a")
    page.locator(".notice").get_by_text("are one incident").wait_for()
    page.goto(told_desk.address + "/incident")
    page.locator(".incidents h2 a").click()
    page.get_by_role("button", name="Another incident").first.click()
    page.locator(".notice.bad").get_by_text("conflicts with an earlier decision").wait_for()
    page.goto(told_desk.address + "/incident")
    until(lambda: page.locator(".incidents li.panel").count() == 2)
