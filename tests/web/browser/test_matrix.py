"""The matrix of hypotheses on an incident: it is read whole, and rated and added to by keyboard."""

import pytest

from tests.web.browser.conftest import axe_faults, until

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MORE = ("Kessim network", "True Dawn", "a quarrel among smugglers", "Ostrany")


def matrix(page, desk):
    page.goto(desk.address + "/incident?actor=Dawn+Brigades")
    page.locator(".incidents li", has=page.locator(".basis.claimed")).locator("h2 a").first.click()
    page.wait_for_selector(".matrix tbody tr")


def suppose(page, words):
    page.get_by_label("Another hypothesis").fill(words)
    page.keyboard.press("Enter")
    page.locator(".matrix thead th", has_text=words).wait_for()


def test_six_hypotheses_stand_side_by_side_without_being_cut_off(own_desk, page):
    page.set_viewport_size({"width": 1280, "height": 800})
    matrix(page, own_desk)
    for words in MORE:
        suppose(page, words)
    assert page.locator(".matrix thead th").count() == 1 + 2 + len(MORE)
    frame = page.locator(".hypotheses .scroll")
    assert frame.evaluate("one => one.scrollWidth <= one.clientWidth")
    cut = "all => all.filter(one => one.scrollWidth > one.clientWidth).length"
    assert page.locator(".matrix .rating").evaluate_all(cut) == 0
    assert axe_faults(page) == []


def test_a_second_hypothesis_is_no_conflict_with_the_first(own_desk, page):
    matrix(page, own_desk)
    for words in MORE[:2]:
        suppose(page, words)
    page.locator(".notice").get_by_text(MORE[1]).wait_for()
    assert "conflicts" not in page.locator(".notice").inner_text()


def test_a_line_is_rated_by_keyboard_and_shows_its_rating_in_words(own_desk, page):
    matrix(page, own_desk)
    choice = page.locator(".matrix select").first
    choice.focus()
    before = choice.input_value()
    page.keyboard.press("ArrowDown" if before != "-2" else "ArrowUp")
    page.get_by_text("rated by a person").first.wait_for()
    until(page.locator(".matrix .rating select").first.is_enabled)
    for one in page.locator(".matrix .rating").all():
        chosen = one.locator("option:checked").inner_text()
        assert one.locator("> span").inner_text().strip() == chosen.strip()


def test_a_toll_says_how_many_lines_tell_it(reading_desk, page):
    matrix(page, reading_desk)
    told = page.locator(".tolls li").all_inner_texts()
    assert told
    assert all(one.endswith(("in one line", "lines")) for one in told)
