"""In a report the picture leaves wheel and keys to the page until one turns to it."""

import pytest

from tests.page.conftest import NARROW, WIDE, camera, place_of, rest

SCROLLED = "() => Math.round(scrollY)"


def middle(page):
    box = page.locator(".view").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def at_the_picture(page):
    page.locator(".viewer").scroll_into_view_if_needed()
    page.mouse.move(*middle(page))
    return page.evaluate(SCROLLED)


def test_the_wheel_scrolls_the_page(opened):
    page = opened()
    before, stood = at_the_picture(page), camera(page)
    page.mouse.wheel(0, 120)
    page.wait_for_function(f"() => Math.round(scrollY) === {before + 120}")
    assert camera(page) == stood


def test_the_wheel_moves_a_picture_that_was_touched(opened):
    page = opened()
    at_the_picture(page)
    page.mouse.click(*middle(page))
    rest(page)
    before = page.evaluate(SCROLLED)
    x, y, scale = camera(page)
    page.mouse.wheel(30, 60)
    rest(page)
    assert camera(page) == pytest.approx([x - 30, y - 60, scale])
    assert page.evaluate(SCROLLED) == before


def test_control_and_the_wheel_zoom(opened):
    page = opened()
    before = at_the_picture(page)
    scale = camera(page)[2]
    page.keyboard.down("Control")
    page.mouse.wheel(0, -40)
    page.keyboard.up("Control")
    rest(page)
    assert camera(page)[2] > scale * 1.3
    assert page.evaluate(SCROLLED) == before


def test_keys_are_the_pages_until_the_picture_has_the_focus(opened):
    page = opened()
    scale = camera(page)[2]
    page.keyboard.press("+")
    page.keyboard.press("/")
    rest(page)
    assert camera(page)[2] == scale
    assert page.evaluate("() => document.activeElement === document.body")
    page.locator(".viewer .zoom-in").focus()
    page.keyboard.press("+")
    rest(page)
    assert camera(page)[2] == pytest.approx(scale * 1.25)


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["390 px", "1280 px"])
def test_it_fills_the_window_and_goes_back(opened, size):
    page = opened(size=size)
    before = page.locator(".viewer").bounding_box()
    fill = page.get_by_role("button", name="Fill the window")
    fill.click()
    rest(page)
    assert page.locator(".viewer").bounding_box() == {"x": 0, "y": 0, **size}
    assert fill.get_attribute("aria-pressed") == "true"
    assert page.evaluate("() => document.querySelector('.contents').closest('[inert]') !== null")
    page.keyboard.press("Escape")
    rest(page)
    assert fill.get_attribute("aria-pressed") == "false"
    assert page.locator(".viewer").bounding_box()["height"] == before["height"]
    assert page.locator("[inert]").count() == 0


def test_a_click_traces_and_the_panel_leads_on(opened):
    page = opened()
    at_the_picture(page)
    page.mouse.click(*place_of(page, "step:booking"))
    rest(page)
    assert page.locator(".panel h3").text_content() == "Step: Books the room"
    page.keyboard.press("Escape")
    assert page.locator(".panel").is_hidden()


def test_search_finds_in_the_picture(opened):
    page = opened()
    page.locator(".viewer").get_by_role("searchbox").fill("fresh linen")
    rest(page)
    assert page.locator(".viewer output").text_content() == "1 of 1"
