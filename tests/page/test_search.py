"""Search finds words of cards, lanes, steps and marks, and the camera goes there."""

import pytest

from tests.page.conftest import NARROW, WIDE, place_of, rest


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["390 px", "1280 px"])
def test_from_one_find_to_the_next_and_back(opened, size):
    page = opened(size=size)
    page.keyboard.press("/")
    page.keyboard.type("table")
    rest(page)
    told = page.locator("output")
    assert told.text_content() == "1 of 7"
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert told.text_content() == "3 of 7"
    page.keyboard.press("Shift+Enter")
    rest(page)
    assert told.text_content() == "2 of 7"
    found = page.evaluate("() => shown.search.found[1].id")
    x, y = place_of(page, found)
    assert 0 < x < size["width"]
    assert 50 < y < size["height"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("FRESH linen", "action:booking.linen.fresh-linen"),
        ("sold twice", "action:booking.reception.book"),
        ("laundry", "lane:linen"),
        ("comes down", "step:dinner"),
    ],
)
def test_what_is_searched(opened, words, found):
    page = opened()
    page.get_by_role("searchbox").fill(words)
    assert found in page.evaluate("() => shown.search.found.map((group) => group.id)")


def test_accents_and_other_scripts(opened):
    page = opened("passport-de", language="de")
    page.get_by_role("searchbox").fill("BUR")
    assert page.evaluate("() => shown.search.found.length") > 0
    page = opened("phone-repair-zh", language="zh")
    page.get_by_role("searchbox").fill("维修")
    assert page.evaluate("() => shown.search.found.length") > 0


def test_nothing_found_is_said_in_the_pictures_language(opened):
    page = opened(language="en")
    page.get_by_role("searchbox").fill("zebra")
    assert page.locator("output").text_content() == "Nothing found"
    page.keyboard.press("Escape")
    assert page.locator("output").text_content() == ""
    assert page.get_by_role("searchbox").input_value() == ""
