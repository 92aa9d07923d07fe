"""In a real browser, with the fonts that it finds, every text stays in its box."""

import pytest

from blueprint_cli.picture import draw
from tests.picture.test_svg_document import ROOT, drawing_of

ESCAPED = """() => [...document.querySelectorAll('text')].flatMap((text) => {
  let group = text.parentNode;
  if (['link-label', 'sign'].some((name) => group.classList.contains(name))) return [];
  const outline = ':scope > :is(path, polygon, ellipse):not([fill="none"][stroke="none"])';
  while (group.tagName !== 'svg' && !group.querySelector(outline)) group = group.parentNode;
  if (group.tagName === 'svg') return [];
  const [inner, outer] = [text, group.querySelector(outline)].map((element) => element.getBBox());
  const aside = Math.max(outer.x - inner.x, inner.x + inner.width - outer.x - outer.width);
  const above = Math.max(outer.y - inner.y, inner.y + inner.height - outer.y - outer.height);
  const lineRoom = 0.1 * text.getAttribute('font-size');
  return aside > 0.01 || above > lineRoom
    ? [`${text.textContent}: ${aside.toFixed(2)} pt aside, ${above.toFixed(2)} above`] : [];
})"""
"""Aside nothing may stand out; above, a font may ask for more room than its letters fill.

A text whose box is not seen stays in what it belongs to. Names of links and the title stand free,
and letters in signs are smaller than their fonts' lines.
"""
SAMPLES = ["hotel-full", "passport-de", "phone-repair-zh", "clinic-ar", "day-surgery"]


@pytest.fixture
def page(browser):
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.mark.parametrize("name", SAMPLES)
def test_every_text_is_inside_its_box(page, name, tmp_path):
    picture = tmp_path / "picture.svg"
    picture.write_bytes(draw(drawing_of(ROOT / "samples" / f"{name}.yaml"), "svg"))
    page.goto(picture.as_uri())
    assert page.evaluate("() => document.querySelectorAll('text').length") > 0
    assert page.evaluate(ESCAPED) == []


def test_the_picture_asks_for_nothing_and_runs_nothing(page, tmp_path):
    picture = tmp_path / "picture.svg"
    picture.write_bytes(draw(drawing_of(ROOT / "samples" / "hotel.yaml"), "svg"))
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(picture.as_uri())
    assert (asked, said) == ([picture.as_uri()], [])
    assert (
        page.evaluate("() => document.documentElement.getAttribute('role')")
        == "graphics-document document"
    )
    assert page.title() == page.evaluate("() => document.querySelector('title').textContent")
