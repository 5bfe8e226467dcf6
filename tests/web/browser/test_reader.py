import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def opened(page, desk, words):
    page.goto(f"{desk.address}/report?words={words}")
    page.locator("tbody a").first.click()
    page.wait_for_selector(".report-text")


def select(page, words):
    """Select the first piece of the text that holds these words, as a mouse would."""
    page.evaluate(
        """words => {
            const piece = [...document.querySelectorAll('[data-start]')].find(one => one.textContent.includes(words));
            const node = piece.firstChild, at = node.data.indexOf(words);
            getSelection().setBaseAndExtent(node, at, node, at + words.length);
        }""",
        words,
    )


def test_a_missed_line_is_added_by_selecting_its_words(own_desk, page):
    opened(page, own_desk, "quiet")
    before = page.locator(".reader-list li").count()
    select(page, "On the ground")
    page.get_by_role("button", name="Add a line").click()
    form = page.locator(".edit-line")
    who, respect, whom = (form.locator("select").nth(number) for number in range(3))
    who.select_option(index=1)
    respect.select_option("arms")
    whom.select_option(index=2)
    form.get_by_role("button", name="Add", exact=True).click()
    page.locator(".notice").get_by_text("a line is added").wait_for()
    page.get_by_role("heading", name=f"{before + 1} lines").wait_for()


def test_a_page_of_a_pdf_is_shown(reading_desk, page):
    opened(page, reading_desk, "quiet")
    page.get_by_role("button", name="Page 1").click()
    picture = page.locator(".page-break img")
    picture.wait_for()
    assert picture.evaluate("async one => { await one.decode(); return one.naturalWidth }") > 800


def test_a_line_is_chosen_in_the_text_and_in_the_list_alike(reading_desk, page):
    opened(page, reading_desk, "quiet")
    page.locator(".reader-text .quoted").first.click()
    page.wait_for_selector(".reader-list li.open")
    quote = page.locator(".reader-list li.open blockquote").inner_text()[1:-1]
    assert "".join(page.locator(".reader-text .chosen").all_text_contents()) == quote
    assert "line=" in page.url


def test_the_tour_walks_through_the_desk_and_ends(reading_desk, page):
    page.goto(reading_desk.address)
    page.get_by_role("button", name="Take the tour").click()
    for _ in range(10):
        title = page.locator(".tour h2").inner_text()
        assert title
        page.locator(".tour-buttons button").first.click()
    page.locator(".tour").wait_for(state="detached")
