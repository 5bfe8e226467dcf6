"""What a hostile report may hold, and two windows at once."""

from dataclasses import replace

import pytest

from avowed.model.evidence import Report
from avowed.settings import default_text
from avowed.store import create, write
from avowed.walk.rebuild import rebuild
from tests.building import Told, reading, report
from tests.web.browser.conftest import served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCRIPT = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
NAME = "Alder <svg onload=document.title='owned'>"
TURNED = "\u202egnihtemos\u202c"


@pytest.fixture
def hostile_desk(tmp_path):
    text = f"{NAME} trained Birch Army. {SCRIPT} {TURNED} \U0001f600 Birch Army thanked {NAME}."
    bad: Report = replace(
        report(text, publisher=SCRIPT, source="javascript:document.title='owned'"), title=SCRIPT, authors=(SCRIPT,)
    )
    with create(tmp_path / "case", default_text()) as store:
        write.add_reading(store, reading(bad, Told(NAME, "Birch Army")), "2024-01-01T00:00:00+00:00")
        rebuild(store)
    desk = served(tmp_path / "case")
    yield desk
    desk.close()


@pytest.mark.parametrize(
    "address", ["/", "/report", "/review", "/sources", "/search?words=birch", "/actor", "/search?words=%3Cscript%3E"]
)
def test_no_tag_of_a_report_is_ever_one_of_the_page(address, hostile_desk, page):
    page.goto(hostile_desk.address + address)
    page.wait_for_load_state("networkidle")
    assert page.locator("main script, main img, main svg[onload], main [onerror]").count() == 0
    assert page.title() != "owned"
    assert all(not link.startswith("javascript") for link in links(page))


def test_a_report_is_shown_as_it_is_written(hostile_desk, page):
    page.goto(hostile_desk.address + "/report")
    page.locator("tbody a").first.click()
    page.wait_for_selector(".report-text")
    assert SCRIPT in page.locator(".report-text").inner_text()
    assert page.locator(".report-text script, .report-text img").count() == 0
    assert page.title() != "owned"


def test_two_windows_do_not_overwrite_each_other(own_desk, page, browser):
    other = browser.new_page()
    for window in (page, other):
        window.goto(own_desk.address + "/review")
        window.wait_for_selector(".review-one")
    page.keyboard.press("r")
    page.locator(".notice").get_by_text("is rejected").wait_for()
    other.keyboard.press("a")
    other.locator(".notice.bad").get_by_text("decided on this meanwhile").wait_for()
    other.close()


def links(page) -> list[str]:
    return page.eval_on_selector_all("a[href]", "all => all.map(one => one.getAttribute('href'))")
