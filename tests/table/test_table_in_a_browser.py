"""In a real browser the table scrolls in its own window, and never the page sideways."""

import pytest

from blueprint_cli.languages.ar import ARABIC
from blueprint_cli.look import PLAIN, Look
from tests.table.test_table import ROOT, page_of

LOOKS = {
    "across": ("hotel-full", PLAIN),
    "down": ("hotel-full", Look(direction="tb")),
    "leftward": ("clinic-ar", Look(words=ARABIC)),
}
WIDTHS = (390, 1280)
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
VISIBLE = """(id) => {
  const it = document.getElementById(id), box = it.getBoundingClientRect();
  return it.contains(document.elementFromPoint(
    box.x + box.width / 2, box.y + Math.min(box.height, 30) / 2));
}"""
"""Whether the middle of an element's upper part is on top of all else in the window."""


def until(page, condition):
    """Wait for a condition; the page itself would not evaluate it while it waits."""
    for _ in range(200):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(25)
    pytest.fail(f"never: {condition}")


@pytest.fixture
def opened(browser, tmp_path):
    """Opens a sample's table in a window of a width; what the browser complains of fails."""
    said = []

    def open_page(name, look=PLAIN, width=1280, fragment=""):
        file = tmp_path / "table.html"
        file.write_bytes(page_of(ROOT / "samples" / f"{name}.yaml", look))
        page = browser.new_page(viewport={"width": width, "height": 844})
        page.on("console", lambda message: said.append(message.text))
        page.on("request", lambda asked: asked.url.startswith("file:") or said.append(asked.url))
        page.goto(file.as_uri() + fragment)
        return page

    yield open_page
    assert said == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("case", LOOKS)
def test_the_page_never_scrolls_sideways(opened, case, width):
    page = opened(*LOOKS[case], width=width)
    assert page.evaluate(SIDEWAYS) == 0
    page.get_by_role("region").evaluate("(it) => it.scrollTo(9999, 9999)")
    assert page.evaluate(SIDEWAYS) == 0


def test_its_own_style_is_applied(opened):
    page = opened("hotel-full")
    assert page.locator(".step").first.evaluate("(it) => getComputedStyle(it).color") == (
        "rgb(255, 255, 255)"
    )


@pytest.mark.parametrize("case", LOOKS)
def test_names_of_rows_and_columns_stay_in_view(opened, case):
    page = opened(*LOOKS[case], width=700)
    region = page.get_by_role("region")
    rtl = page.evaluate("document.dir") == "rtl"
    head = page.locator("thead tr:last-child th").nth(2)
    side = page.locator("tbody th[scope=row]").nth(4)
    top = region.bounding_box()["y"]
    region.evaluate(f"(it) => it.scrollTo({-150 if rtl else 150}, 300)")
    assert head.bounding_box()["y"] == pytest.approx(
        top + page.locator("thead tr").first.bounding_box()["height"]
        if page.locator("thead tr").count() > 1
        else top,
        abs=2,
    )
    box, window = side.bounding_box(), region.bounding_box()
    if rtl:
        assert box["x"] + box["width"] == pytest.approx(window["x"] + window["width"], abs=20)
    else:
        assert box["x"] == pytest.approx(window["x"], abs=1)


@pytest.mark.parametrize("width", WIDTHS)
def test_an_address_leads_to_its_action(opened, width):
    key = "action:dinner.restaurant.serve"
    page = opened("hotel-full", width=width, fragment=f"#{key}")
    assert page.evaluate(VISIBLE, key)


def test_a_link_leads_to_the_other_end(opened):
    page = opened("hotel-full", width=390)
    page.locator("[id='action:arrival.guest.come-in'] a").click()
    until(page, "location.hash === '#action:arrival.reception.greet'")
    assert page.evaluate(VISIBLE, "action:arrival.reception.greet")


def test_the_keyboard_scrolls_and_follows_links(opened):
    page = opened("hotel-full", width=390)
    region = page.get_by_role("region")
    page.keyboard.press("Tab")
    assert region.evaluate("(it) => document.activeElement === it")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    until(page, "document.querySelector('.scroll').scrollLeft > 50")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "A"


def test_browsers_know_it_as_a_table(opened):
    page = opened("hotel-full")
    table_of_all = page.get_by_role("table", name="Service blueprint: Hotel room and dinner")
    assert table_of_all.count() == 1
    assert table_of_all.get_by_role("rowheader", name="Reception Frontstage").count() == 1
    assert table_of_all.get_by_role("columnheader", name="Books the room").count() == 1


def test_it_prints_whole(opened):
    """On paper nothing scrolls: the widest table is as wide as the sheet."""
    page = opened("day-surgery")
    page.emulate_media(media="print")
    assert page.get_by_role("region").evaluate("(it) => it.scrollWidth - it.clientWidth") <= 0
    assert page.get_by_role("region").evaluate("(it) => it.scrollHeight - it.clientHeight") <= 1
