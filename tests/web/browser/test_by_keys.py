"""The six ways through the desk, and parting an actor that was merged by itself, walked with the keyboard alone."""

import pytest

from tests.web.browser.conftest import REPORTS, until

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAIR = "/?left=Halmar+Liberation+Front&right=Dawn+Brigades"


def reach(page, what, most=250):
    """Go on by Tab until this has the focus."""
    what.first.wait_for()
    for _ in range(most):
        if what.first.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{most} times Tab do not lead there")


def press(page, what, key="Enter"):
    reach(page, what)
    page.keyboard.press(key)


def test_from_the_first_start_to_the_first_answer(empty_desk, page):
    page.goto(empty_desk.address)
    press(page, page.get_by_role("link", name="Add reports"))
    files = sorted(REPORTS.iterdir(), key=lambda path: path.stat().st_size)[:3]
    with page.expect_file_chooser() as chooser:
        press(page, page.locator("#files, label[for=files], button:has-text('Choose files')"))
    chooser.value.set_files([str(path) for path in files])
    page.get_by_text("Done", exact=True).wait_for(timeout=120_000)
    press(page, page.get_by_role("link", name="Ask about two actors"))
    for label in ("One", "The other"):
        reach(page, page.get_by_label(label, exact=True))
        page.keyboard.type("Halmar Liberation Front" if label == "One" else "Dawn Brigades")
        page.keyboard.press("Enter")
    page.wait_for_selector(".voice-panel")


def test_a_finding_is_followed_down_to_its_sentence(reading_desk, page):
    page.goto(reading_desk.address + PAIR)
    press(page, page.locator(".tally.minus-words:not([disabled])"))
    page.get_by_role("button", name="Show all").wait_for()
    press(page, page.locator(".line a.open"))
    page.wait_for_selector(".reader-text .chosen")


def test_a_wrong_sign_is_corrected_and_the_answer_changes(own_desk, page):
    page.goto(own_desk.address + PAIR)
    press(page, page.locator(".voice-panel.observed .tally.minus-words"))
    press(page, page.locator(".line.observed a.open"))
    press(page, page.locator(".reader-list li.open").get_by_role("button", name="Correct"))
    reach(page, page.locator("input[type=radio][name=sign]:checked, input[type=radio]:checked"))
    page.keyboard.press("ArrowUp")
    until(lambda: page.get_by_label("+ cooperation").is_checked() or not page.keyboard.press("ArrowUp"))
    press(page, page.get_by_role("button", name="Correct", exact=True).last)
    page.locator(".notice").get_by_text("is corrected").wait_for()
    page.goto(own_desk.address + PAIR)
    page.wait_for_selector(".voice-panel.observed .tally.plus-words:not([disabled])")


def test_a_wrong_merge_is_undone(own_desk, page):
    page.goto(own_desk.address + "/review?what=merges")
    page.wait_for_selector(".merge")
    names = page.locator(".merge h3").all_inner_texts()
    press(page, page.locator(".merge button", has_text="Same"))
    page.locator(".notice").get_by_text("are one actor").wait_for()
    until(lambda: page.locator(".merge h3").all_inner_texts() not in (names, []))
    press(page, page.get_by_role("button", name="Take it back"))
    until(lambda: page.locator(".merge h3").all_inner_texts() == names)


def test_who_claimed_it_and_who_is_suspected(reading_desk, page):
    page.goto(reading_desk.address + "/incident?actor=Dawn+Brigades")
    press(page, page.locator(".incidents li", has=page.locator(".basis.claimed")).locator("h2 a"))
    page.wait_for_selector(".incident .basis.claimed")
    page.wait_for_selector(".matrix tbody tr")


def test_a_dossier_is_taken_away(reading_desk, page):
    page.goto(reading_desk.address + "/export?left=Halmar+Liberation+Front&right=Dawn+Brigades")
    with page.expect_download() as taken:
        press(page, page.get_by_role("link", name="Save the dossier"))
    assert "leads to be checked" in taken.value.path().read_text(encoding="utf-8")


def test_an_actor_merged_by_itself_is_parted_and_put_together_again(own_desk, page):
    page.goto(own_desk.address + "/actor?name=Dawn+Brigades")
    press(page, page.locator(".names summary", has_text="Names, report by report"))
    parts = page.locator(".names li button")
    parts.first.wait_for(state="attached")
    before = page.locator(".names li a").count()
    if not parts.first.is_visible():
        press(page, page.locator(".names .tie-group summary"))
    press(page, parts)
    page.locator(".notice").get_by_text("is another actor than Dawn Brigades").wait_for()
    until(lambda: 0 < page.locator(".names li a").count() < before)
    press(page, page.get_by_role("button", name="Take it back"))
    until(lambda: page.locator(".names li a").count() == before)
