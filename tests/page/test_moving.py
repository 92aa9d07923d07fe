"""Pan and zoom, by mouse, wheel, fingers, keys and buttons; heads stay in view."""

import pytest

from tests.page.conftest import NARROW, WIDE, camera, colors, place_of, rest

both_widths = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["390 px", "1280 px"])


@both_widths
def test_a_drag_moves_the_picture_with_the_hand(opened, size):
    page = opened(size=size)
    x, y, scale = camera(page)
    page.mouse.move(300, 600)
    page.mouse.down()
    page.mouse.move(250, 500, steps=4)
    page.mouse.up()
    rest(page)
    assert camera(page) == pytest.approx([x - 50, y - 100, scale])


def test_the_wheel_pans_and_with_control_zooms_where_the_pointer_is(opened):
    page = opened()
    x, y, scale = camera(page)
    page.mouse.move(500, 400)
    page.mouse.wheel(30, 120)
    rest(page)
    assert camera(page) == pytest.approx([x - 30, y - 120, scale])
    before = place_of(page, "action:arrival.guest.come-in")
    page.mouse.move(*before)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -40)
    page.keyboard.up("Control")
    rest(page)
    assert camera(page)[2] > scale * 1.3
    assert place_of(page, "action:arrival.guest.come-in") == pytest.approx(before, abs=1)


@both_widths
def test_buttons_and_keys_zoom(opened, size):
    page = opened(size=size)
    start = camera(page)[2]
    page.get_by_role("button", name="Zoom in").click()
    rest(page)
    assert camera(page)[2] == pytest.approx(start * 1.5)
    page.get_by_role("button", name="Zoom out").click()
    page.keyboard.press("+")
    rest(page)
    assert camera(page)[2] == pytest.approx(start * 1.25)
    page.keyboard.press("-")
    rest(page)
    assert camera(page)[2] == pytest.approx(start)


@both_widths
def test_the_key_0_shows_the_whole_picture(opened, size):
    page = opened(size=size)
    page.keyboard.press("0")
    rest(page)
    x, y, scale = camera(page)
    width, height = page.evaluate("() => [shown.scene.width, shown.scene.height]")
    view = page.evaluate("() => shown.camera.size")
    assert x >= 0
    assert y >= 0
    assert x + width * scale <= view[0]
    assert y + height * scale <= view[1]


def test_a_double_click_zooms_in(opened):
    page = opened()
    start = camera(page)[2]
    page.mouse.dblclick(900, 120)
    rest(page)
    assert camera(page)[2] == pytest.approx(start * 2)


def test_two_fingers_zoom_and_one_pans(opened):
    page = opened(size=NARROW, context={"has_touch": True, "is_mobile": True})
    x, y, scale = camera(page)
    fingers = page.context.new_cdp_session(page)

    def touch(kind, *points):
        spots = [{"x": at[0], "y": at[1], "id": number} for number, at in enumerate(points)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": spots})

    touch("touchStart", (200, 500))
    touch("touchMove", (180, 450))
    touch("touchMove", (150, 400))
    touch("touchEnd")
    rest(page)
    assert camera(page) == pytest.approx([x - 50, y - 100, scale], abs=1)
    touch("touchStart", (150, 400), (250, 400))
    touch("touchMove", (125, 400), (275, 400))
    touch("touchMove", (100, 400), (300, 400))
    touch("touchEnd")
    rest(page)
    assert camera(page)[2] == pytest.approx(scale * 2, rel=0.05)


def test_arrow_keys_pan_while_no_card_is_chosen(opened):
    page = opened()
    x, y, scale = camera(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    rest(page)
    assert camera(page) == pytest.approx([x - 80, y - 80, scale])


def test_the_picture_cannot_be_lost(opened):
    page = opened()
    page.mouse.move(600, 400)
    for _ in range(3):
        page.mouse.wheel(90_000, 90_000)
    rest(page)
    left, top, right, bottom = page.evaluate("() => shown.camera.part()")
    width, height = page.evaluate("() => [shown.scene.width, shown.scene.height]")
    assert left < width < right
    assert top < height < bottom


HEADS = """(kind) => [...document.querySelectorAll(`.${kind} .head`)]
  .filter((head) => head.checkVisibility()).map((head) => head.textContent)"""


@both_widths
def test_lane_labels_and_step_headers_stay_in_view(opened, size):
    page = opened(size=size)
    assert page.evaluate(HEADS, "top") == page.evaluate(HEADS, "side") == []
    page.mouse.move(200, 400)
    page.mouse.wheel(420, 700)
    rest(page)
    assert "Books the room" in page.evaluate(HEADS, "top")
    assert {"Guest", "Reception"} <= set(page.evaluate(HEADS, "side"))
    book, head = (
        page.evaluate("() => shown.scene.byId.get('step:booking').box"),
        page.locator(".top .head", has_text="Books the room").bounding_box(),
    )
    x, _, scale = camera(page)
    assert head["x"] + head["width"] == pytest.approx(
        min(book[2] * scale + x, size["width"]), abs=1
    )
    lane = page.locator(".side .head", has_text="Reception").bounding_box()
    assert lane["x"] == 0
    assert lane["width"] < size["width"] * 0.31


def test_heads_of_a_mirrored_picture_are_at_the_right(opened):
    page = opened("clinic-ar", language="ar")
    page.mouse.move(600, 400)
    page.mouse.wheel(-300, 350)
    rest(page)
    heads = page.locator(".side .head:visible")
    assert heads.count() > 2
    box = heads.first.bounding_box()
    assert box["x"] + box["width"] == pytest.approx(1280)


def test_where_steps_are_rows_lanes_are_named_above(opened):
    page = opened(direction="tb")
    page.mouse.move(600, 400)
    page.mouse.wheel(500, 500)
    rest(page)
    assert "Reception" in page.evaluate(HEADS, "top")
    assert "Books the room" in page.evaluate(HEADS, "side")


def test_what_is_seen_is_the_picture(opened):
    """The canvas has each card's own colours where the SVG has the card."""
    page = opened("hotel")
    for lane, fill in page.evaluate(
        """() => [...document.querySelectorAll('g.lane')].map((lane) =>
          [lane.id, lane.querySelector('polygon').getAttribute('fill')])"""
    ):
        x, y = page.evaluate(
            """(id) => {
              const { x, y, scale } = shown.camera;
              const [left, top] = shown.scene.byId.get(id).box;
              const view = shown.view.getBoundingClientRect();
              return [left * scale + x + 12 * scale, top * scale + y + 6 * scale + view.top];
            }""",
            lane,
        )
        assert "#" + "".join(f"{part:02x}" for part in colors(page, x, y)) == fill


def test_the_document_lies_where_the_picture_is_seen(opened):
    """For whoever touches the screen to have it read."""
    page = opened()
    page.mouse.move(500, 400)
    page.mouse.wheel(100, 500)
    rest(page)
    page.wait_for_timeout(700)
    box = page.locator('[id="action:asking.reception.offer"]').bounding_box()
    x, y = place_of(page, "action:asking.reception.offer")
    assert [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2] == pytest.approx(
        [x, y], abs=2
    )


def test_without_motion_for_whoever_wants_none(opened):
    page = opened(context={"reduced_motion": "reduce"})
    page.keyboard.press("0")
    assert page.evaluate("() => shown.camera.journey") is None
    assert camera(page)[2] == page.evaluate("() => shown.camera.whole")
