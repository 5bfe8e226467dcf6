"""The six ways that a person goes through the desk, from beginning to end."""

import pytest

from tests.web.browser.conftest import REPORTS, until

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAIR = "/?left=Halmar+Liberation+Front&right=Dawn+Brigades"


def test_from_the_first_start_to_the_first_answer(empty_desk, page):
    page.goto(empty_desk.address)
    page.get_by_role("link", name="Add reports").click()
    page.set_input_files("#files", [str(path) for path in sorted(REPORTS.iterdir())])
    page.get_by_text("Done", exact=True).wait_for(timeout=120_000)
    assert "17 reports read" in page.locator(".progress").inner_text()
    page.get_by_role("link", name="Ask about two actors").click()
    for label, name in (("One", "Halmar Liberation Front"), ("The other", "Dawn Brigades")):
        page.get_by_label(label, exact=True).fill(name)
        page.get_by_label(label, exact=True).press("Enter")
    page.wait_for_selector(".voice-panel")
    assert page.locator(".voice-panel").count() == 3
    assert page.locator(".line").count() > 3


def test_a_finding_is_followed_down_to_its_sentence(reading_desk, page):
    page.goto(reading_desk.address + PAIR)
    page.locator(".tally.minus-words:not([disabled])").first.click()
    page.get_by_role("button", name="Show all").wait_for()
    line = page.locator(".line").first
    quote = line.locator("blockquote").inner_text()[1:-1]
    line.locator("a.open").click()
    page.wait_for_selector(".reader-text .chosen")
    chosen = "".join(page.locator(".reader-text .chosen").all_text_contents())
    assert chosen == quote
    assert page.locator(".reader-list li.open").count() == 1


def test_a_wrong_sign_is_corrected_and_the_answer_changes(own_desk, page):
    page.goto(own_desk.address + PAIR)
    hostile = page.locator(".voice-panel.observed .tally.minus-words")
    before = hostile.inner_text()
    hostile.click()
    page.locator(".line.observed a.open").first.click()
    page.locator(".reader-list li.open").get_by_role("button", name="Correct").click()
    page.get_by_label("+ cooperation").check()
    page.get_by_role("button", name="Correct", exact=True).click()
    page.locator(".notice").get_by_text("is corrected").wait_for()
    page.goto(own_desk.address + PAIR)
    page.wait_for_selector(".voice-panel.observed .tally.plus-words:not([disabled])")
    assert page.locator(".voice-panel.observed .tally.minus-words").inner_text() != before
    assert page.locator(".line.rejected").count() == 1, "what was read stays, struck through"


def test_a_wrong_merge_is_undone(own_desk, page):
    page.goto(own_desk.address + "/review?what=merges")
    page.wait_for_selector(".merge")
    names = page.locator(".merge h3").all_inner_texts()
    page.keyboard.press("a")
    page.locator(".notice").get_by_text("are one actor").wait_for()
    until(lambda: page.locator(".merge h3").all_inner_texts() not in (names, []))
    page.keyboard.press("u")
    until(lambda: page.locator(".merge h3").all_inner_texts() == names)


def test_who_claimed_it_and_who_is_suspected(reading_desk, page):
    page.goto(reading_desk.address + "/incident?actor=Dawn+Brigades")
    page.locator(".incidents li", has=page.locator(".basis.claimed")).locator("h2 a").first.click()
    page.wait_for_selector(".incident .basis.claimed")
    assert page.locator(".incident .bases dd").first.inner_text()
    columns = page.locator(".matrix thead th").count()
    assert columns >= 2, "the evidence, and at least one hypothesis"
    assert page.locator(".matrix tbody tr").first.locator("td").count() == columns - 1


def test_a_dossier_is_taken_away(reading_desk, page):
    page.goto(reading_desk.address + "/export?left=Halmar+Liberation+Front&right=Dawn+Brigades")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Save the dossier").click()
    text = taken.value.path().read_text(encoding="utf-8")
    assert "Halmar Liberation Front" in text
    assert "leads to be checked" in text
