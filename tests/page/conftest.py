"""A real browser, and pages of samples in it that have come to rest."""

from pathlib import Path

import pytest

from blueprint_cli.exporters.picture_page import picture_page
from blueprint_cli.languages import LANGUAGES
from blueprint_cli.layout import lay_out
from blueprint_cli.look import Look
from blueprint_cli.parse import parse
from blueprint_cli.picture import draw
from blueprint_cli.source import Source
from blueprint_cli.workspace import Workspace

ROOT = Path(__file__).parents[2]
WORDS = {words.code: words for words in LANGUAGES}
WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 390, "height": 780}
CALM = """() => window.shown && !shown.camera.journey && !shown.camera.zooming && !shown.asked"""


@pytest.fixture
def opened(browser, tmp_path):
    """Opens the picture of a sample, or of a text; what the page asks for and says is kept."""
    contexts = []

    def open_page(blueprint="hotel-full", size=WIDE, at="", language="en", detailed=None, **look):
        context = browser.new_context(viewport=size, **look.pop("context", {}))
        contexts.append(context)
        page = context.new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        file = tmp_path / "picture.html"
        file.write_bytes(written(blueprint, Look(words=WORDS[language], **look), detailed))
        page.goto(file.as_uri() + at)
        rest(page)
        return page

    yield open_page
    for context in contexts:
        context.close()


def written(blueprint, look, detailed=None):
    """The page; `detailed` is the id of a shape that leads to `more.html`."""
    path = ROOT / "samples" / f"{blueprint}.yaml"
    text = path.read_text(encoding="utf-8") if "\n" not in blueprint else blueprint
    document = parse(Source(str(path), text), Workspace(path.parent))
    drawing = lay_out(document.blueprint, document.index, look)
    shapes = [
        shape._replace(href="more.html") if shape.id == detailed else shape
        for shape in drawing.shapes
    ]
    drawing = drawing._replace(shapes=tuple(shapes))
    return picture_page(drawing, draw(drawing, "svg").decode(), look.words)


def rest(page):
    """Wait until no frame is asked for any more, and all of it is painted."""
    page.wait_for_function(CALM)
    page.wait_for_timeout(50)
    page.wait_for_function(CALM)


def camera(page):
    return page.evaluate("() => [shown.camera.x, shown.camera.y, shown.camera.scale]")


def place_of(page, key):
    """The middle of a card, in the window."""
    return page.evaluate(
        """(id) => {
          const { x, y, scale } = shown.camera;
          const [left, top, right, bottom] = shown.scene.byId.get(id).box;
          const view = shown.view.getBoundingClientRect();
          return [(left + right) / 2 * scale + x + view.left,
                  (top + bottom) / 2 * scale + y + view.top];
        }""",
        key,
    )


def lit(page):
    return page.evaluate("() => [...document.querySelectorAll('.lit')].map((it) => it.id)")


def colors(page, x, y):
    """How the canvas is painted at a place of the window."""
    return page.evaluate(
        """([x, y]) => {
          const view = shown.view.getBoundingClientRect();
          const pixel = shown.context.getImageData(x - view.left, y - view.top, 1, 1).data;
          return [...pixel].slice(0, 3);
        }""",
        [x, y],
    )
