"""It can be read on every screen, by everybody, in the light and in the dark."""

import pytest

from blueprint_cli.analysis import Analysis
from blueprint_cli.report import chosen, report_of
from blueprint_cli.service import Service
from tests.page.conftest import NARROW, WIDE
from tests.report_page.conftest import document
from tests.report_page.reports import FULL

axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
)
MIDDLE = {"width": 768, "height": 1024}


def violations(page):
    found = axe.Axe().run(page).response["violations"]
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found]


def tour():
    found = document()
    return report_of(
        Analysis(Service(found.source, found.blueprint, found.index)), chosen(None, None)
    )


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE], ids=["390 px", "768 px", "1280 px"])
@pytest.mark.parametrize("made", [lambda: FULL, tour], ids=["by hand", "the tour"])
def test_only_tables_scroll_sideways(opened, size, made):
    page = opened(made(), size=size)
    page.evaluate("() => document.querySelectorAll('details').forEach((it) => { it.open = true; })")
    assert page.evaluate("() => document.documentElement.scrollWidth") == size["width"]
    loose = page.evaluate(
        """() => [...document.querySelectorAll('.region')].filter((region) =>
          region.scrollWidth > region.clientWidth && region.tabIndex !== 0).length"""
    )
    assert loose == 0


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["390 px", "1280 px"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("made", [lambda: FULL, tour], ids=["by hand", "the tour"])
def test_axe_finds_nothing(opened, size, scheme, made):
    page = opened(made(), size=size, color_scheme=scheme)
    page.evaluate("() => document.querySelectorAll('details').forEach((it) => { it.open = true; })")
    assert violations(page) == []
    page.locator("main a[href^='#action']").first.click()
    assert violations(page) == []


def test_only_what_scrolls_is_a_stop_of_the_tab_key(opened):
    for size, stops in ((WIDE, False), (NARROW, True)):
        pain = opened(size=size).locator("#table-pain .region")
        pain.page.wait_for_timeout(100)
        assert (pain.get_attribute("tabindex") == "0") is stops


def test_dark_is_dark_and_the_picture_keeps_its_theme(opened):
    page = opened(color_scheme="dark")
    background = "(it) => getComputedStyle(it).backgroundColor"
    assert page.locator("body").evaluate(background) == "rgb(16, 22, 29)"
    assert page.evaluate("() => shown.scene.background") == "#ffffff"


def test_contents_fold_on_narrow_screens_only(opened):
    for size, is_open in ((NARROW, False), (WIDE, True)):
        contents = opened(size=size).locator(".contents details")
        assert contents.evaluate("(it) => it.open") is is_open


def test_the_first_key_leads_past_all_links(opened):
    page = opened()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.hash") == "#content"


def test_without_script_all_is_there_to_be_read(opened):
    page = opened(java_script_enabled=False)
    assert page.locator("svg.blueprint").is_visible()
    assert page.get_by_role("button").count() == 0
    assert page.get_by_role("table", name="Pain points").is_visible()
    page.locator("#table-load summary").click()
    assert page.get_by_role("table", name="Load of lanes").is_visible()
