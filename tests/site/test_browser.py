"""The pages about all blueprints in a real browser."""

import json

import pytest

from tests.site.conftest import Place
from tests.site.test_together import DINNER, EVENING, HOTEL

axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
)

WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 390, "height": 780}
ABOUT_ALL = ["index", "pain", "resources", "people", "map"]
HOSTILE = [
    "</script><script>window.broken = 1</script>",
    "<img src=x onerror='window.broken = 1'>",
    '"><b>bold</b>',
    "javascript:window.broken=1",
    "\"quotes\" & 'more' {{ words }} \\N \\G",
    "<!-- <script>",
    "]]> &amp; &#60;b&#62;",
]


def hostile(at):
    """A blueprint with nasty texts wherever one can stand; each has another one first."""
    texts = [*HOSTILE[at:], *HOSTILE[:at]]
    resources = [
        {"id": f"r{number}", "name": text, "owner": text, "tags": [text]}
        for number, text in enumerate(HOSTILE)
    ]
    steps = [
        {
            "id": f"s{number}",
            "name": text,
            "owner": text,
            "tags": [text],
            "details": f"{(at + 1) % len(HOSTILE)}.yaml",
            "actions": {
                "guest": [
                    {
                        "id": f"a{number}",
                        "name": text,
                        "owner": text,
                        "uses": f"r{number}",
                        "needs": f"{(at + 1) % len(HOSTILE)}.yaml#a{number}",
                        "pain_points": [{"name": text, "owner": text, "causes": f"r{number}"}],
                        "opportunities": [{"name": text, "impact": 3, "effort": 2, "owner": text}],
                    }
                ]
            },
        }
        for number, text in enumerate(texts)
    ]
    lanes = [{"id": "guest", "name": texts[0], "role": "customer", "owner": texts[1]}]
    head = {"blueprint": texts[0], "owner": texts[2], "tags": texts, "resources": resources}
    return json.dumps({**head, "lanes": lanes, "steps": steps}, indent=1)


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """A site with a bit of everything."""
    above = tmp_path_factory.mktemp("full")
    place = Place(above / "services", above / "site")
    place.put(hotel_yaml=HOTEL, dinner_yaml=DINNER, evening_yaml=EVENING, bad_yaml="blueprint: {")
    place.made()
    return place


@pytest.fixture
def opened(browser, full):
    """Opens a page of that site, or of another one; what it asks for and says is kept."""
    contexts = []

    def open_page(name, size=WIDE, output=full.output, **context):
        contexts.append(browser.new_context(viewport=size, **context))
        page = contexts[-1].new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto((output / f"{name}.html").as_uri())
        return page

    yield open_page
    for each in contexts:
        each.close()


def grave(page):
    found = axe.Axe().run(page).response["violations"]
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found]


def search(page, text):
    page.get_by_role("searchbox", name="Search all blueprints").fill(text)
    return page.locator(".hits li").all_inner_texts()


@pytest.mark.parametrize("name", ABOUT_ALL)
@pytest.mark.parametrize(
    ("size", "scheme"), [(NARROW, "light"), (WIDE, "dark")], ids=["390", "1280"]
)
def test_axe_finds_nothing(opened, name, scheme, size):
    page = opened(name, size, color_scheme=scheme)
    if name == "index":
        search(page, "o")
    assert grave(page) == []


@pytest.mark.parametrize("name", ABOUT_ALL)
def test_nothing_is_asked_for_and_nothing_said(opened, name):
    page = opened(name)
    assert [url for url in page.asked if not url.startswith("data:")] == [page.url]
    assert page.said == []


@pytest.mark.parametrize("name", ABOUT_ALL)
def test_no_page_is_wider_than_a_telephone(opened, name):
    page = opened(name, NARROW)
    if name == "index":
        search(page, "o")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_everything_is_found_by_its_name(opened):
    page = opened("index")
    assert search(page, "books room") == ["Books room action · Hotel"]
    assert search(page, "IT")[0] == "it owner · Dinner"
    assert search(page, "evening") == [
        "Evening blueprint · Evening",
        "evening tag · Hotel",
    ]
    assert search(page, "FLOOR") == ["Floor resource · Hotel"]
    assert search(page, "desk front") == ["Front desk lane · Hotel"]
    assert search(page, "nothing such") == []
    assert page.get_by_role("status").first.inner_text() == "nothing found"
    assert search(page, "") == []


def test_what_is_found_leads_to_its_card(opened):
    page = opened("index")
    search(page, "books room")
    page.keyboard.press("Enter")
    page.wait_for_url("**/blueprints/hotel.html#action%3Abooking.desk.book")
    assert page.title() == "Hotel"
    assert page.evaluate("document.getElementById('action:booking.desk.book') !== null")


def test_by_keyboard_alone(opened):
    page = opened("index")
    page.keyboard.press("/")
    page.keyboard.type("cook")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "Cooks"
    page.keyboard.press("Enter")
    page.wait_for_url("**/blueprints/dinner.html#**")


def test_a_blueprint_with_errors_is_named_and_leads_nowhere(opened):
    page = opened("index")
    errors = page.locator("#section-errors")
    assert "bad.yaml" in errors.inner_text()
    assert "BP002" in errors.inner_text()
    assert errors.get_by_role("link").count() == 0


def test_the_boxes_of_the_map_are_links(opened):
    page = opened("map")
    boxes = page.locator(".overview a")
    assert boxes.count() == 3
    page.locator(".overview a", has_text="Dinner").click()
    page.wait_for_url("**/blueprints/dinner.html")
    page.get_by_role("link", name="Map").click()
    page.wait_for_url("**/map.html")


def test_no_text_is_markup(place, opened):
    for at in range(len(HOSTILE)):
        place.write(f"{at}.yaml", hostile(at))
    outcome = place.made()
    assert [each.message for each in outcome.errors] == []
    for name in [*ABOUT_ALL, "blueprints/3"]:
        page = opened(name, output=place.output)
        if name == "index":
            assert len(search(page, "window")) > 3
            assert len(search(page, "<img src=x")) > 3
        assert page.evaluate("window.broken") is None
        assert page.locator("main b:has-text('bold'), img").count() == 0
        assert page.said == []
        links = page.locator("a").evaluate_all("all => all.map((it) => it.href.baseVal ?? it.href)")
        assert not [link for link in links if "script:" in link.split("#")[0]]
    page = opened("map", output=place.output)
    boxes = page.locator(".overview a").all_text_contents()
    assert ["".join(box.split()) for box in boxes] == ["".join(text.split()) for text in HOSTILE]


def test_without_script_all_is_there_but_the_search(opened):
    page = opened("index", java_script_enabled=False)
    assert not page.locator(".finder").is_visible()
    assert page.get_by_role("link", name="Dinner").first.is_visible()
