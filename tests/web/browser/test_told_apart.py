"""What a person must be able to tell apart on the desk: actors of one name, found words, what a picture names, what is a fact."""

import pytest

from avowed import Case
from avowed.model.vocabulary import Dimension
from avowed.store import find, write
from avowed.walk.rebuild import rebuild
from benchmarks.crowd.reports import readings
from tests.building import Told, reading, report
from tests.web.browser.conftest import axe_faults, clock, served, until
from tests.web.browser.test_network import drawn as saved
from tests.web.browser.test_network import opened, taken_away, words_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AT = "2024-01-01T00:00:00+00:00"


@pytest.fixture
def two_fronts(tmp_path):
    """A desk over two actors of one name, one told of with an army, the other with a guard."""
    with Case.create(tmp_path / "case", clock) as case:
        for told in (
            reading(report("The Front armed Birch Army."), Told("Front", "Birch Army", Dimension.ARMS)),
            reading(report("The Front fought Rowan Guard."), Told("Front", "Rowan Guard", Dimension.CLASH, -1)),
        ):
            write.add_reading(case.store, told, AT)
        rebuild(case.store)
        one, other = (row.key for row in find.occurrences(case.store) if row.name == "Front")
        case.not_same(one, other)
    desk = served(tmp_path / "case")
    yield desk
    desk.close()


def test_actors_of_one_name_are_told_apart_where_one_is_chosen(two_fronts, page):
    page.goto(two_fronts.address + "/actor")
    page.wait_for_selector(".actors")
    fronts = page.locator(".actors li", has=page.get_by_role("link", name="Front", exact=True))
    assert sorted(told.rpartition("with ")[2] for told in fronts.all_inner_texts()) == ["Birch Army", "Rowan Guard"]
    page.get_by_label("Who is this actor?", exact=True).fill("fro")
    page.locator("[role=option]").nth(1).wait_for()
    chosen = page.locator("[role=option]", has_text="Rowan Guard")
    chosen.dispatch_event("mousedown")
    page.get_by_role("heading", name="Front", exact=True).wait_for()
    page.locator(".tie-group", has_text="Rowan Guard").wait_for()
    assert page.locator(".tie-group", has_text="Birch Army").count() == 0


def test_actors_of_one_name_are_told_apart_in_a_picture_and_beside_it(two_fronts, page):
    opened(page, two_fronts, "/network")
    apart = {"Front (told of with Birch Army)", "Front (told of with Rowan Guard)"}
    assert apart <= set(words_in(saved(page)))
    assert apart <= set(page.locator(".pick-list button").all_inner_texts())
    page.locator(".pick-list button", has_text="with Rowan Guard").click()
    page.locator(".pick-list button", has_text="Rowan Guard").first.click()
    page.get_by_role("link", name="How close are the two?").click()
    page.wait_for_selector(".voice-panel")


def test_two_of_one_name_and_one_company_are_called_by_their_keys(tmp_path, page):
    with Case.create(tmp_path / "case", clock) as case:
        for words, kind in (("armed", Dimension.ARMS), ("trained", Dimension.TRAINING)):
            told = reading(report(f"The Front {words} Birch Army."), Told("Front", "Birch Army", kind))
            write.add_reading(case.store, told, AT)
        rebuild(case.store)
        case.not_same(*(row.key for row in find.occurrences(case.store) if row.name == "Front"))
        keys = {actor.key for actor in case.actors() if actor.name == "Front"}
    desk = served(tmp_path / "case")
    opened(page, desk, "/network")
    assert {f"Front ({key})" for key in keys} <= set(page.locator(".pick-list button").all_inner_texts())
    desk.close()


def test_found_words_are_marked_in_titles_in_reports_and_in_quotes(reading_desk, page):
    page.goto(reading_desk.address + "/search?words=dawn+brigades")
    page.wait_for_selector(".line blockquote")
    page.wait_for_selector(".hits a")
    quotes = page.locator(".line blockquote")
    assert quotes.count() > 3
    for quote in quotes.all():
        assert {words.lower() for words in quote.locator("mark").all_inner_texts()} == {"dawn brigades"}
    titles = [one for one in page.locator(".hits a").all() if "Dawn Brigades" in one.inner_text()]
    assert titles
    assert all(one.locator("mark").all_inner_texts() == ["Dawn", "Brigades"] for one in titles)
    assert not axe_faults(page)


def test_quotation_marks_of_a_report_are_not_taken_for_marks_of_what_was_found(tmp_path, page):
    with Case.create(tmp_path / "case", clock) as case:
        told = report("The Front said «never again» and armed Birch Army.")
        write.add_reading(case.store, reading(told, Told("Front", "Birch Army", Dimension.ARMS)), AT)
        rebuild(case.store)
    desk = served(tmp_path / "case")
    page.goto(desk.address + "/search?words=armed")
    page.wait_for_selector(".hits p")
    around = page.locator(".hits p")
    assert around.locator("mark").all_inner_texts() == ["armed"]
    assert "«never again»" in around.inner_text()
    desk.close()


def test_a_saved_picture_of_a_crowd_names_those_whom_the_screen_names(tmp_path, page):
    with Case.create(tmp_path / "case", clock) as case:
        for one in readings(110, actors=190):
            write.add_reading(case.store, one, AT)
        rebuild(case.store)
        names = set(find.shown_names(case.store).values())
    desk = served(tmp_path / "case")
    opened(page, desk, "/network?most=200")
    first = names & set(words_in(saved(page)))
    assert len(first) == 25, "those of most ties alone bear their names in a crowd"
    listed = page.locator(".pick-list button")
    other = next(one for one in listed.all() if one.inner_text() not in first)
    chosen = other.inner_text()
    other.click()
    page.get_by_role("heading", name=chosen).wait_for()
    assert names & set(words_in(saved(page))) == {*first, chosen}
    assert taken_away(page, "Save as PNG").stat().st_size > 1000
    desk.close()


def test_whether_a_line_tells_of_a_fact_is_asked_in_plain_words(own_desk, page):
    page.goto(own_desk.address + "/?left=Halmar+Liberation+Front&right=Dawn+Brigades")
    page.locator(".line.observed a.open").first.click()
    page.locator(".reader-list li.open").get_by_role("button", name="Correct").click()
    form = page.locator(".edit-line")
    choice = form.get_by_label("is it told as a fact?")
    assert choice.locator("option").all_inner_texts() == [
        "yes: it is or was so",
        "no: planned, promised or expected",
        "no: only supposed (if, could, would)",
    ]
    hint = page.locator(f"[id='{choice.get_attribute('aria-describedby')}']")
    assert "is planned" in hint.inner_text()
    choice.select_option("hypothetical")
    form.get_by_role("button", name="Correct", exact=True).click()
    page.locator(".notice").get_by_text("is corrected").wait_for()
    until(lambda: page.locator(".reader-list .mark", has_text="only supposed").count() > 0)


def test_actors_of_one_name_on_a_page_are_called_apart_and_asked_about_by_key(two_fronts, page):
    case = Case.open(two_fronts.folder, clock)
    told = reading(report("Ash Guard armed the Front of Birch."), Told("Ash Guard", "Front", Dimension.ARMS))
    other = reading(report("Ash Guard fought the Front of Rowan."), Told("Ash Guard", "Front", Dimension.CLASH, -1))
    keys = [row.key for row in find.occurrences(case.store)]
    for one in (told, other):
        write.add_reading(case.store, one, AT)
    rebuild(case.store)
    new = [row.key for row in find.occurrences(case.store) if row.key not in keys and row.name == "Front"]
    case.not_same(*new)
    case.same(*(row.key for row in find.occurrences(case.store) if row.name == "Ash Guard"))
    case.close()
    page.goto(two_fronts.address + "/actor?name=Ash+Guard")
    page.wait_for_selector(".tie-group")
    called = page.locator(".tie-group summary strong").all_inner_texts()
    assert len(set(called)) == len(called) == 2
    assert all(name.startswith("Front (") for name in called)
    page.locator(".tie-group summary").first.click()
    page.get_by_role("link", name="Ask about the two").first.click()
    page.wait_for_selector(".voice-panel")
    until(lambda: page.get_by_label("One", exact=True).input_value() == "Ash Guard")
    assert page.get_by_label("The other", exact=True).input_value() == "Front"
