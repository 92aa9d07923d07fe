"""A card shows what leads to it and what it leads to, however far, and an address does so too."""

import pytest

from tests.page.conftest import camera, colors, lit, place_of, rest

CHAIN = """blueprint: Chain
steps:
- name: One
  actions:
    guest:
    - name: Begins
      id: begins
      triggers: goes-on
    - name: Goes on
      id: goes-on
      triggers: ends
    - name: Ends
      id: ends
      needs: machine
    - name: Stands apart
    it:
    - name: Machine
      id: machine
      needs: power
    - name: Power
      id: power
lanes:
- name: Guest
  id: guest
  role: customer
- name: IT
  id: it
  role: support
"""
CARD = "action:one.guest.goes-on"


def clicked(page, key):
    page.mouse.click(*place_of(page, key))
    rest(page)


def test_a_click_lights_up_all_that_hangs_together(opened):
    page = opened(CHAIN)
    clicked(page, "action:one.guest.ends")
    assert sorted(lit(page)) == [
        "action:one.guest.begins",
        "action:one.guest.ends",
        "action:one.guest.goes-on",
        "action:one.it.machine",
        "action:one.it.power",
        "link:needs:one.guest.ends:one.it.machine",
        "link:needs:one.it.machine:one.it.power",
        "link:triggers:one.guest.begins:one.guest.goes-on",
        "link:triggers:one.guest.goes-on:one.guest.ends",
    ]
    clicked(page, CARD)
    assert "action:one.it.machine" not in lit(page)
    assert "action:one.guest.ends" in lit(page)


def test_the_others_fade_and_escape_brings_them_back(opened):
    page = opened(CHAIN)
    _, y = place_of(page, "action:one.guest.stands-apart")
    left = 1 + page.evaluate("() => shown.scene.byId.get('action:one.guest.stands-apart').box[0]")
    x = left * camera(page)[2] + camera(page)[0]
    edge = colors(page, round(x), y)
    clicked(page, CARD)
    faded = colors(page, round(x), y)
    assert sum(faded) > sum(edge) + 60
    page.keyboard.press("Escape")
    rest(page)
    assert colors(page, round(x), y) == pytest.approx(edge, abs=12)  # tiles are painted anew
    assert lit(page) == []
    assert "#" not in page.url


def test_the_panel_leads_on(opened):
    page = opened(CHAIN)
    clicked(page, CARD)
    panel = page.locator(".panel")
    assert [each.strip() for each in panel.locator("li").all_text_contents()] == [
        "set off by: One, Guest: Begins",
        "triggers: One, Guest: Ends",
    ]
    panel.get_by_role("button", name="Ends").click()
    rest(page)
    assert page.url.endswith("#action:one.guest.ends")
    panel.get_by_role("button", name="Close").click()
    assert not panel.is_visible()


@pytest.mark.parametrize(
    "key",
    ["action:booking.reception.book", "lane:restaurant", "step:dinner"],
)
def test_an_address_leads_there(opened, key):
    page = opened(at=f"#{key}")
    left, top, right, bottom = page.evaluate("() => shown.camera.part()")
    box = page.evaluate("(id) => shown.scene.byId.get(id).box", key)
    assert left < box[0] + 1 < right
    assert top < box[1] + 1 < bottom
    assert page.locator("h2").text_content() == page.evaluate(
        "(id) => document.getElementById(id).querySelector('title').textContent", key
    )
    assert bool(lit(page)) == key.startswith("action:")


def test_the_address_of_a_link_lights_up_its_ends(opened):
    key = "link:triggers:asking.guest.accept:booking.reception.book"
    page = opened(at=f"#{key}")
    assert sorted(lit(page)) == [
        "action:asking.guest.accept",
        "action:booking.reception.book",
        key,
    ]


def test_an_address_in_another_script(opened):
    page = opened("phone-repair-zh", language="zh")
    key = page.evaluate("() => document.querySelector('g.action').id")
    page.evaluate("(key) => { location.hash = key; }", key)
    rest(page)
    assert key in lit(page)


def test_links_of_the_same_two_are_told_apart(opened):
    """The id ends in `-2`, as an action's may: what it joins is not read from the id."""
    page = opened(CHAIN.replace("triggers: ends", "triggers: [ends, ends]"))
    ends = page.evaluate("() => shown.graph.links.map(({ group, to }) => [group.id, to.id])")
    assert ["link:triggers:one.guest.goes-on:one.guest.ends-2", "action:one.guest.ends"] in ends


@pytest.mark.parametrize("key", ["action:one.guest.goes-on", "step:one"])
def test_what_leads_to_a_more_detailed_picture(opened, tmp_path, key):
    (tmp_path / "more.html").write_text("<!DOCTYPE html><title>More</title>")
    page = opened(CHAIN, detailed=key)
    clicked(page, key)
    link = page.locator(".panel").get_by_role("link", name="more.html")
    assert link.evaluate("(link) => link.parentNode.textContent") == "In detail: more.html"
    page.locator("svg.blueprint a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/more.html", timeout=5000)
