"""All of it without a mouse."""

from tests.page.conftest import NARROW, lit, place_of, rest

FOCUSED = "() => document.activeElement.id || document.activeElement.className"


def test_tab_comes_to_one_card_and_arrows_go_to_its_neighbours(opened):
    page = opened()
    for _ in range(5):
        page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "action:arrival.things.sign-at-the-door"
    seen = []
    for key in ("ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)
        seen.append(page.evaluate(FOCUSED))
    assert seen == [
        "action:arrival.things.lobby",
        "action:asking.things.two-room-cards-on-the-desk",
        "action:asking.things.two-room-cards-on-the-desk",
        "action:arrival.things.sign-at-the-door",
    ]
    assert page.locator("g.action[tabindex='0']").count() == 1


def test_what_has_the_focus_is_in_view_and_has_a_ring(opened):
    page = opened(size=NARROW)
    for _ in range(5):
        page.keyboard.press("Tab")
    for _ in range(6):
        page.keyboard.press("ArrowDown")
    rest(page)
    key = page.evaluate(FOCUSED)
    x, y = place_of(page, key)
    assert 0 < x < 390
    assert 90 < y < 780
    blue = """(id) => {
      const { x, y, scale } = shown.camera;
      const [left, top, right] = shown.scene.byId.get(id).box;
      const at = [(left + right) / 2 * scale + x, top * scale + y - 4].map(Math.round);
      return [...shown.context.getImageData(...at, 1, 1).data].slice(0, 3);
    }"""
    assert page.evaluate(blue, key) == [11, 92, 173]


def test_enter_traces_and_escape_lets_go(opened):
    page = opened()
    for _ in range(5):
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    key = page.evaluate(FOCUSED)
    page.keyboard.press("Enter")
    rest(page)
    assert key in lit(page)
    page.keyboard.press("Escape")
    assert lit(page) == []


def test_a_slash_can_be_searched_for(opened):
    page = opened()
    page.keyboard.press("/")
    page.keyboard.type("a/b+0")
    assert page.get_by_role("searchbox").input_value() == "a/b+0"


def test_keys_of_the_browser_are_left_alone(opened):
    page = opened()
    held = page.evaluate(
        """() => ['0', '+', '-'].map((key) => {
          const event = new KeyboardEvent('keydown', { key, ctrlKey: true, cancelable: true });
          return document.dispatchEvent(event);
        })"""
    )
    assert held == [True, True, True]
