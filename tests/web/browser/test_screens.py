import pytest

from tests.web.browser.conftest import axe_faults, until

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAIR = "/?left=Halmar+Liberation+Front&right=Dawn+Brigades"
# Screen -> its address on the example case, and what stands on it once it is there.
ADDRESSES = {
    "front door": ("/", ".pairs"),
    "pair": (PAIR, ".voice-panel"),
    "actors": ("/actor", ".actors"),
    "actor": ("/actor?name=Dawn+Brigades", ".actor-page"),
    "incidents": ("/incident", ".incidents"),
    "network": ("/network", ".network-canvas canvas"),
    "network of one": ("/network?focus=Dawn+Brigades&actor=halmar-liberation-front", ".network-side h3"),
    "lines of a tie": ("/network?pair=dawn-brigades~halmar-liberation-front", ".network-side .line"),
    "timeline": ("/timeline", ".bar-list"),
    "timeline of one": ("/timeline?name=Dawn+Brigades", ".bar-list"),
    "search": ("/search?words=bridge", ".hits"),
    "review": ("/review", ".review-one .chosen"),
    "who is who": ("/review?what=merges", ".merge"),
    "reports": ("/report", "table"),
    "contradictions": ("/contradictions", ".contradiction"),
    "predictions": ("/predictions", ".line"),
    "sources": ("/sources", ".sources"),
    "add": ("/add", ".drop"),
    "export": ("/export?left=Halmar+Liberation+Front&right=Dawn+Brigades", ".panel"),
}


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("screen", ADDRESSES)
def test_every_screen_opens_without_a_serious_fault_for_those_who_see_otherwise(screen, look, reading_desk, page):
    address, sign = ADDRESSES[screen]
    page.emulate_media(color_scheme=look)
    page.goto(reading_desk.address + address)
    page.wait_for_selector(sign)
    assert axe_faults(page) == []


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize(
    ("listed", "link", "sign"),
    [
        ("/report?words=quiet", "tbody a", ".report-text"),
        ("/incident?actor=Dawn+Brigades", ".incidents h2 a", ".incident"),
    ],
)
def test_a_report_and_an_incident_open_without_a_serious_fault(listed, link, sign, look, reading_desk, page):
    page.emulate_media(color_scheme=look)
    page.goto(reading_desk.address + listed)
    page.locator(link).first.click()
    page.wait_for_selector(sign)
    assert axe_faults(page) == []
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("screen", ["pair", "network of one", "timeline of one"])
def test_what_is_printed_leaves_out_what_is_only_pressed(screen, reading_desk, page):
    address, sign = ADDRESSES[screen]
    page.goto(reading_desk.address + address)
    page.wait_for_selector(sign)
    page.emulate_media(media="print")
    assert not page.locator("nav").first.is_visible()
    assert page.locator("main h1:visible, main h2:visible").count() >= 1
    assert not any(one.is_visible() for one in page.locator("main button.quiet").all())


@pytest.mark.parametrize("width", [390, 1280, 2560])
@pytest.mark.parametrize("screen", ADDRESSES)
def test_no_screen_is_wider_than_its_window(screen, width, reading_desk, page):
    address, sign = ADDRESSES[screen]
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(reading_desk.address + address)
    page.wait_for_selector(sign)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_pair_is_asked_for_by_keyboard_alone(reading_desk, page):
    page.goto(reading_desk.address)
    for label, typed in (("One", "Dawn B"), ("The other", "Halmar Lib")):
        page.get_by_label(label, exact=True).focus()
        page.keyboard.type(typed)
        page.locator("li[role=option]:visible").first.wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    page.wait_for_selector(".voice-panel")
    assert "left=Dawn+Brigades&right=Halmar+Liberation+Front" in page.url


def test_the_curve_shows_its_band_and_its_turn_opens_lines(reading_desk, page):
    page.goto(reading_desk.address + PAIR)
    page.wait_for_selector(".curve .band.shown")
    page.locator(".curve .turn-range").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Show all").wait_for()
    assert 0 < page.locator(".line").count() < 9


@pytest.mark.parametrize("width", [390, 1280, 2560])
def test_the_figures_of_a_chart_are_as_large_as_they_are_written_at_any_width(width, reading_desk, page):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(reading_desk.address + PAIR)
    page.wait_for_selector(".years .axis text")
    shown = "all => all.map(one => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).fontSize))"
    for chart in (".curve", ".years"):
        sizes = page.locator(f"{chart} .axis text").evaluate_all(shown)
        assert min(sizes) > 0.95


def test_a_year_of_which_nothing_is_told_is_a_gap_in_the_chart_of_years(reading_desk, page):
    page.goto(reading_desk.address + PAIR)
    page.wait_for_selector(".years .axis text")
    years = [one for one in page.locator(".years .axis text").all_text_contents() if len(one) == 4]
    assert years == ["2019", "2020", "2021", "2022"]
    assert page.locator(".years a.year").count() == 3


def test_a_hedged_line_never_looks_like_a_plain_one(reading_desk, page):
    page.goto(reading_desk.address + PAIR)
    page.wait_for_selector(".line")
    for line in page.locator(".line.hedged").all():
        assert line.locator(".mark").count() >= 1
        assert line.evaluate("one => getComputedStyle(one).borderLeftStyle") == "dashed"
    for line in page.locator(".line:not(.hedged)").all():
        assert line.locator(".mark").count() == 0


def test_every_line_names_its_speaker_and_where_it_was_published(reading_desk, page):
    page.goto(reading_desk.address + PAIR)
    page.wait_for_selector(".line")
    for foot in page.locator(".line .line-foot").all():
        assert "says " in foot.inner_text()
        assert foot.locator("a.open").inner_text().strip()


def test_every_page_says_that_lines_are_leads(reading_desk, page):
    page.goto(reading_desk.address + "/sources")
    assert "Leads to be checked" in page.locator("footer").inner_text()


AMBIGUOUS = {
    "kind": "AmbiguousName",
    "message": "'Front' could be any of these; say which:\n  - Front (armed group) [dawn-brigades]",
    "name": "Front",
    "near": [],
    "candidates": ["Front (armed group) [dawn-brigades]", "Front (person) [front-2]"],
}


@pytest.mark.parametrize(("address", "api"), [("/actor?name=Front", "actor"), ("/timeline?name=Front", "timeline")])
def test_a_name_that_several_bear_is_chosen_by_a_link_on_the_same_screen(address, api, reading_desk, page):
    page.route(f"**/api/{api}?name=Front*", lambda route: route.fulfill(status=409, json=AMBIGUOUS))
    page.goto(reading_desk.address + address)
    page.get_by_role("link", name="Front (armed group)").click()
    until(lambda: page.url.endswith(address.replace("Front", "dawn-brigades")))
    page.locator(".actor-page, .bar-list").wait_for()


def test_a_name_that_nobody_bears_leads_to_the_actors_and_not_to_a_command(reading_desk, page):
    page.goto(reading_desk.address + "/actor?name=Zzyzx")
    page.get_by_role("link", name="See all actors").wait_for()
    assert "`" not in page.locator(".failed").inner_text()
    assert page.locator("h1").count() == 1


def test_no_dossier_is_offered_on_somebody_whom_the_case_does_not_hold(reading_desk, page):
    page.goto(reading_desk.address + "/export?left=Zzyzx&right=Dawn+Brigades")
    page.locator(".failed").wait_for()
    assert page.get_by_role("link", name="Save the dossier").count() == 0


def test_an_address_that_leads_nowhere_says_so(reading_desk, page):
    page.goto(reading_desk.address + "/nowhere")
    page.get_by_text("There is no such page").wait_for()


@pytest.mark.parametrize(
    "address", ["/", "/actor", "/report", "/sources", "/incident", "/timeline", "/contradictions", "/predictions"]
)
def test_an_empty_case_teaches_what_to_do(address, empty_desk, page):
    page.goto(empty_desk.address + address)
    page.locator(".empty a[href='/add']").wait_for()
    assert page.locator("h1").count() == 1
    assert "as you ask" not in page.locator(".empty").inner_text()


def test_a_line_opened_in_its_report_is_in_sight_in_the_text_and_in_the_list(reading_desk, page):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(reading_desk.address + PAIR)
    page.locator(".line.assessed a.open").last.click()
    for chosen in (".reader-text .chosen", ".reader-list li.open"):
        page.wait_for_selector(chosen)
        until(lambda chosen=chosen: in_sight(page, chosen))


def in_sight(page, what):
    box = page.locator(what).first.bounding_box()
    return box["y"] >= 0 and box["y"] + min(box["height"], 400) <= page.viewport_size["height"]


def test_lines_found_by_the_meaning_of_their_fields_are_turned_over_page_by_page(reading_desk, page):
    page.goto(reading_desk.address + "/search?kind=statement")
    page.get_by_role("heading", name="Lines, the latest first").wait_for()
    first = page.locator(".line blockquote").count()
    page.get_by_role("button", name="Next").click()
    page.get_by_text("61 to 120").wait_for()
    assert first == 60
    assert "from=60" in page.url
    page.get_by_label("Voice").select_option("observed")
    until(lambda: "from=" not in page.url)


def test_a_search_that_finds_nothing_says_what_to_try(reading_desk, page):
    page.goto(reading_desk.address + "/search?words=zeppelin")
    page.get_by_text("No report holds all these words").wait_for()
    page.get_by_text("No line is as you ask").wait_for()


def test_what_is_missing_of_an_actor_names_no_command_and_leads_to_the_review(reading_desk, page):
    page.goto(reading_desk.address + "/actor?name=Dawn+Brigades")
    missing = page.locator(".panel", has=page.get_by_role("heading", name="What is missing"))
    missing.get_by_role("link", name="Review who is who").wait_for()
    assert "`" not in missing.inner_text()


def test_days_at_odds_are_told_as_days(reading_desk, page):
    page.goto(reading_desk.address + "/contradictions?kind=date")
    page.wait_for_selector(".contradiction")
    assert page.locator(".contradiction .proposition").all_inner_texts() == ["4 Aug 2019", "5 Aug 2019"]


def test_tolls_at_odds_are_told_with_what_they_count(two_tolls, page):
    page.goto(two_tolls.address + "/contradictions?kind=toll")
    page.wait_for_selector(".contradiction")
    assert page.locator(".contradiction .proposition").all_inner_texts() == ["12 killed", "20 killed"]
