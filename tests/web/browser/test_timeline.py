from itertools import combinations

import pytest

from tests.web.browser.conftest import axe_faults, served, until
from tests.web.placed import PERSON, placed_case

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def placed_desk(tmp_path_factory):
    desk = served(placed_case(tmp_path_factory.mktemp("placed")))
    yield desk
    desk.close()


def opened(page, desk, address="/timeline"):
    page.goto(desk.address + address)
    page.wait_for_selector(".bar-list")


def test_a_place_chosen_on_the_map_narrows_the_timeline(placed_desk, page):
    opened(page, placed_desk)
    assert page.locator(".bar-row").count() == 4
    page.locator(".map .spot", has_text="Velm province").focus()
    page.keyboard.press("Enter")
    until(lambda: page.locator(".bar-row").count() == 1)
    assert "Velm province" in page.locator(".bar-row").inner_text()
    assert page.locator(".map .spot").count() == 2, "the map still shows the others"


def test_a_year_chosen_in_the_timeline_narrows_the_map(placed_desk, page):
    opened(page, placed_desk)
    page.locator(".year-bars .year[aria-label^='2022']").focus()
    page.keyboard.press("Enter")
    until(lambda: page.locator(".map .spot").count() == 1)
    assert "Sarnholt" in page.locator(".map .spot").first.get_attribute("aria-label")


def test_the_less_finely_a_place_is_known_the_wider_its_area(placed_desk, page):
    opened(page, placed_desk)
    page.wait_for_selector(".map .spot")
    wide = page.locator(".map .admin1 .reach").bounding_box()["width"]
    assert wide > 5 * page.locator(".map .exact .reach").bounding_box()["width"]


def test_a_few_places_near_each_other_stand_within_the_frame(placed_desk, page):
    opened(page, placed_desk, "/timeline?place=Sarnholt")
    page.locator(".map .spot").first.wait_for()
    frame = page.locator("svg.map").bounding_box()
    for spot in page.locator(".map .spot circle").all():
        box = spot.bounding_box()
        assert frame["x"] <= box["x"] <= frame["x"] + frame["width"]
        assert frame["y"] <= box["y"] <= frame["y"] + frame["height"]


def test_the_places_of_the_example_case_stand_on_its_map_and_their_names_within_the_frame_and_apart(reading_desk, page):
    opened(page, reading_desk)
    page.locator(".map .spot").first.wait_for()
    named = " ".join(page.locator(".map .spot").evaluate_all("all => all.map(one => one.ariaLabel)"))
    assert all(town in named for town in ("Varesk", "Pellan", "Maldren"))
    frame = page.locator("svg.map").bounding_box()
    boxes = [one.bounding_box() for one in page.locator(".map .spot text").all()]
    assert len(boxes) > 4
    assert all(frame["x"] <= box["x"] and box["x"] + box["width"] <= frame["x"] + frame["width"] for box in boxes)
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]


def overlap(one, other):
    beside = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
    above = one["y"] + one["height"] * 0.8 <= other["y"] or other["y"] + other["height"] * 0.8 <= one["y"]
    return not beside and not above


def test_a_bar_fades_where_its_date_is_open_and_not_where_it_is_a_day(placed_desk, page):
    opened(page, placed_desk)
    fades = [row.locator(".bar").get_attribute("class") for row in page.locator(".bar-row").all()]
    assert ["fade" in one for one in fades] == [False, False, True, True]
    assert "fade-start" in fades[2]
    assert "fade-end" not in fades[2]


def test_a_bar_opens_its_lines_by_keyboard_alone(placed_desk, page):
    opened(page, placed_desk)
    page.locator(".bar-row").first.focus()
    page.keyboard.press("Enter")
    quote = page.locator(".chosen-lines blockquote")
    quote.wait_for()
    assert quote.inner_text() == f"“{PERSON} bombed a house in Sarnholt.”"
    assert axe_faults(page) == []


def test_what_has_no_date_or_no_place_is_still_listed(placed_desk, page):
    opened(page, placed_desk)
    page.locator(".undated summary").click()
    assert page.locator(".undated li").count() == 2
    assert "Orrin" in page.locator(".unplaced").inner_text()


def test_no_map_is_drawn_where_the_question_is_about_a_person(placed_desk, page):
    opened(page, placed_desk, "/timeline?name=Maro+Tell")
    page.get_by_text("nobody’s whereabouts").wait_for()
    assert page.locator(".map").count() == 0
    assert "Sarnholt" not in page.locator("main").inner_text()


def test_outlines_of_countries_come_with_the_pages(placed_desk, page):
    opened(page, placed_desk)
    page.wait_for_selector(".map .land")
    assert page.locator(".map .land").count() >= 1


def test_ties_stand_among_incidents_where_an_actor_is_named(reading_desk, page):
    opened(page, reading_desk, "/timeline?name=Dawn+Brigades")
    assert page.locator(".bar-glyph.plus, .bar-glyph.minus").count() > 3
    assert page.locator(".bar-glyph.incident").count() > 3


def test_an_empty_timeline_teaches_what_would_fill_it(empty_desk, page):
    page.goto(empty_desk.address + "/timeline")
    page.locator(".empty a[href='/add']").wait_for()
