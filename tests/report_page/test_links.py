"""Names lead into the picture, and the way back leads to where one was."""

from blueprint_cli.analysis.places import Place
from blueprint_cli.report.content import Section
from tests.page.conftest import lit, place_of, rest
from tests.report_page.reports import BOOK, PMS, report

SCROLLED = "() => Math.round(scrollY)"


def in_window(page, x, y):
    width, height = page.viewport_size["width"], page.viewport_size["height"]
    return 0 < x < width and 0 < y < height


def test_a_name_brings_its_card_into_view(opened):
    page = opened()
    page.locator("#table-pain").get_by_role("link", name="Books room").first.click()
    rest(page)
    assert page.url.endswith("#action:booking.reception.book")
    assert in_window(page, *place_of(page, BOOK.at))
    assert page.locator(".panel h3").text_content() == "Books the room, Reception: Books room"
    assert BOOK.at in lit(page)
    assert page.evaluate("() => document.activeElement.id") == BOOK.at


def test_back_leads_to_where_one_was(opened):
    page = opened()
    link = page.locator("#table-ways").get_by_role("link", name="Books room").first
    link.scroll_into_view_if_needed()
    before = page.evaluate(SCROLLED)
    link.click()
    rest(page)
    assert page.evaluate(SCROLLED) < before
    page.go_back()
    rest(page)
    assert abs(page.evaluate(SCROLLED) - before) < 3
    assert "#" not in page.url
    assert page.locator(".panel").is_hidden()
    assert lit(page) == []
    page.go_forward()
    rest(page)
    assert BOOK.at in lit(page)


def test_the_same_name_twice(opened):
    page = opened()
    link = page.locator("#table-pain").get_by_role("link", name="Books room").first
    for _ in range(2):
        link.click()
        rest(page)
        assert in_window(page, *place_of(page, BOOK.at))


def test_an_address_leads_into_the_picture(opened):
    page = opened(at="#action:booking.reception.book")
    rest(page)
    assert in_window(page, *place_of(page, BOOK.at))
    assert BOOK.at in lit(page)


def test_what_the_picture_does_not_show_is_no_link(opened):
    gone = Place("action", "no.where.gone", "Gone", "action:no.where.gone")
    page = opened(report(Section("pain", "Pain", (("At ", gone, " and ", PMS, "."),), ())))
    assert page.locator(".lead a").count() == 0
    assert page.locator(".lead").text_content().strip() == "At Gone and Property management system."


def test_without_a_picture_places_are_addresses(opened):
    other = Place("blueprint", "other", "Other", "blueprints/other.html#step:a")
    page = opened(report(Section("all", "All", ((other,),), ())), picture=None)
    assert page.locator(".lead a").get_attribute("href") == "./blueprints/other.html#step:a"
    assert page.locator(".viewer").count() == 0
    assert page.said == []


def test_two_of_a_name_are_told_apart(opened):
    twin = Place("step", "later", "Books room", "step:dinner")
    page = opened(report(Section("pain", "Pain", ((BOOK, twin),), ())))
    assert page.locator(".lead small").all_text_contents() == ["booking.reception.book", "later"]


def test_the_contents_lead_to_sections_and_tell_where_one_is(opened):
    page = opened()
    contents = page.get_by_role("navigation", name="Contents")
    assert [each.strip() for each in contents.get_by_role("link").all_text_contents()] == [
        *("Summary", "The picture", "Where it hurts", "Time and load"),
        *("What to do first", "Your work"),
    ]
    contents.get_by_role("link", name="What to do first").click()
    page.wait_for_function("() => document.querySelector('[aria-current]').hash.endsWith('first')")
    assert page.locator("#heading-first").bounding_box()["y"] < 120


def test_numbers_in_the_square_lead_to_their_names(opened):
    page = opened()
    page.locator(".scatter").get_by_role("link", name="2").click()
    assert page.locator(".dots li:target").text_content().split() == [
        *("2", "Second", "lift", "impact", "4,", "effort", "5"),
    ]  # fmt: skip
