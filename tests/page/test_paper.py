"""On paper stands the picture, whole, and nothing of what is there to move it."""

from blueprint_cli.look import PLAIN
from tests.page.conftest import rest, written


def test_print_shows_the_whole_picture_and_no_controls(opened):
    page = opened()
    page.mouse.move(500, 400)
    page.mouse.wheel(300, 700)
    page.mouse.click(700, 400)
    rest(page)
    page.emulate_media(media="print")
    assert not page.locator(".bar, canvas, .heads, .panel").locator("visible=true").count()
    box = page.locator("svg.blueprint").bounding_box()
    assert (
        page.evaluate("() => getComputedStyle(document.querySelector('svg.blueprint')).opacity")
        == "1"
    )
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1281
    assert box["y"] == 0
    assert box["height"] <= 800


def test_the_paper_is_one_sheet(opened):
    page = opened()
    paper = page.pdf(prefer_css_page_size=True)
    assert paper.count(b"/Type /Page\n") == 1


def test_without_script_the_picture_is_there(browser, tmp_path):
    file = tmp_path / "picture.html"
    file.write_bytes(written("hotel", PLAIN))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.locator("svg.blueprint").is_visible()
    assert not page.locator(".bar, canvas, .panel").locator("visible=true").count()
    context.close()
