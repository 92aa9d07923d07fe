"""The page of changes in a real browser: picture and list lead to each other, versions slide."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from blueprint_cli.languages import language
from blueprint_cli.look import PLAIN
from blueprint_cli.reporters.changes_page import changes_page
from tests.changes_report.versions import TOUR, between, edited
from tests.page.conftest import CALM, NARROW, WIDE
from tests.page.test_sealed import HOSTILE


@pytest.fixture
def opened(browser, tmp_path):
    contexts = []

    def open_page(changes=None, look=PLAIN, size=WIDE, **context):
        contexts.append(browser.new_context(viewport=size, **context))
        page = contexts[-1].new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        file = tmp_path / "changes.html"
        changes = changes or between(TOUR, edited())
        file.write_bytes(changes_page(changes, "old → new", look))
        page.goto(file.as_uri())
        page.wait_for_function(CALM)
        return page

    yield open_page
    for context in contexts:
        context.close()


def test_list_and_picture_lead_to_each_other(opened):
    page = opened()
    page.get_by_role("link", name="Books room").first.click()
    panel = page.locator(".viewer .panel")
    page.wait_for_function("() => !document.querySelector('.viewer .panel').hidden")
    rows = panel.locator(".in-list a")
    assert rows.count() == 3
    said = rows.first.text_content()
    rows.first.click()
    target = page.evaluate("() => location.hash.slice(1)")
    assert page.locator(f"#{target}").text_content().strip() == said


def test_a_card_without_links_tells_what_became_of_it(opened):
    page = opened()
    page.get_by_role("link", name="Sign at the door").first.click()
    page.wait_for_function("() => !document.querySelector('.viewer .panel').hidden")
    told = page.locator(".viewer .panel li")
    assert told.all_text_contents() == ["What the guest sees and holds: 'Sign at the door' is gone"]


def test_names_stay_in_sight_without_what_became_of_them(opened):
    page = opened(between(TOUR, edited(edits=(("name: Books the room", "name: Takes the room"),))))
    page.get_by_role("link", name="Takes the room").first.click()
    page.wait_for_function("() => !document.querySelector('.viewer .panel').hidden")
    heads = page.locator(".viewer .strip.top .head").all_text_contents()
    assert "Takes the room" in heads


ARABIC_LOOK = PLAIN._replace(words=language("ar", ()))
ARABIC = (
    "blueprint: عيادة\nlanes: [{id: a, name: الاستقبال, role: frontstage}]\n"
    "steps: [{id: b, name: الحجز, actions: {a: [لوحة, غرفة]}}]\n"
)


def test_sentences_about_names_that_are_read_leftward_are_read_rightward(opened):
    page = opened(between(ARABIC, ARABIC.replace("[لوحة, غرفة]", "غرفة")))
    entry = page.locator(".entries p").first
    assert entry.evaluate("(it) => getComputedStyle(it).direction") == "ltr"
    assert entry.evaluate("(it) => getComputedStyle(it).unicodeBidi") == "isolate"
    left, right = entry.evaluate(
        """(it) => {
          const range = document.createRange();
          const text = it.lastChild;
          range.setStart(text, text.length - 4);
          range.setEnd(text, text.length);
          const name = it.querySelector("a").getBoundingClientRect();
          return [name.right, range.getBoundingClientRect().left];
        }"""
    )
    assert left <= right


def test_versions_slide_over_each_other(opened):
    page = opened()
    page.get_by_text("Before and after, one over the other").click()
    new = page.locator(".slider .new")
    before = new.evaluate("(image) => getComputedStyle(image).clipPath")
    page.locator(".slider input").focus()
    page.keyboard.press("End")
    assert new.evaluate("(image) => getComputedStyle(image).clipPath") != before
    assert clip(page, ".old") == (0, 100)
    page.keyboard.press("Home")
    assert clip(page, ".old") == (0, 0)
    assert clip(page, ".new")[0] >= 100
    scales = page.locator(".slider img").evaluate_all(
        "(all) => all.map((it) => it.getBoundingClientRect().width / it.naturalWidth)"
    )
    assert scales[0] == pytest.approx(scales[1], rel=0.01)


def test_mirrored_versions_meet_at_the_right(opened):
    longer = ARABIC.replace("غرفة]}}]", "غرفة]}}, خروج, دفع, شكر]")
    page = opened(between(ARABIC, longer), ARABIC_LOOK)
    page.get_by_text("Before and after, one over the other").click()
    rights, widths = zip(
        *page.locator(".slider img").evaluate_all(
            """(all) => all.map((it) => {
              const box = it.getBoundingClientRect();
              return [box.right, box.width];
            })"""
        ),
        strict=True,
    )
    assert rights[0] == pytest.approx(rights[1], abs=1)
    assert widths[0] < widths[1]
    line = page.locator(".slider .frames").evaluate(
        "(it) => it.getBoundingClientRect().left + it.getBoundingClientRect().width / 2"
    )
    left, _ = clip(page, ".new")
    assert rights[1] - widths[1] * (100 - left) / 100 == pytest.approx(line, abs=8)
    _, right = clip(page, ".old")
    assert rights[0] - widths[0] * right / 100 == pytest.approx(line, abs=8)


def clip(page, version):
    """How much of a version is cut off at its left and at its right, in percent of its width."""
    said = page.locator(f".slider {version}").evaluate(
        "(image) => [image.getBoundingClientRect().width, getComputedStyle(image).clipPath]"
    )
    width, path = said
    sides = [
        float(part[:-2]) / width * 100 if part.endswith("px") else float(part.rstrip("%"))
        for part in path.removeprefix("inset(").removesuffix(")").split()
    ]
    return (round(sides[-1]) if len(sides) == 4 else 0, round(sides[1]) if len(sides) > 1 else 0)


def test_words_that_changed_are_marked(opened):
    page = opened()
    assert page.locator("del").all_text_contents() == ["two"]
    assert "three" in page.locator("ins").all_text_contents()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("colors", ["light", "dark"])
def test_for_everyone(opened, size, colors):
    page = opened(size=size, color_scheme=colors)
    page.get_by_text("Before and after, one over the other").click()
    assert page.evaluate("() => document.documentElement.scrollWidth") == size["width"]
    found = Axe().run(page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in {"serious", "critical"}] == []
    assert page.said == []
    assert [url for url in page.asked if not url.startswith("data:")] == [page.asked[0]]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_markup(opened, text):
    quoted = "'" + text.replace("'", "''") + "'"
    new = edited(edits=(("name: Looks up room", f"name: {quoted}"),))
    page = opened(between(TOUR, new))
    assert page.evaluate("() => window.broken") is None
    assert page.locator("main .entries img").count() == 0
    assert page.said == []
