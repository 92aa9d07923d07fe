"""Reports in a real browser, with the picture of the tour."""

from functools import cache

import pytest

from blueprint_cli.exporters import Made
from blueprint_cli.layout import lay_out
from blueprint_cli.look import PLAIN
from blueprint_cli.parse import parse
from blueprint_cli.reporters.page import page as report_page
from blueprint_cli.source import Source
from blueprint_cli.workspace import Workspace
from tests.page.conftest import CALM, ROOT, WIDE
from tests.report_page.reports import FULL


@cache
def document(name="hotel-full"):
    path = ROOT / "samples" / f"{name}.yaml"
    return parse(Source(str(path), path.read_text(encoding="utf-8")), Workspace(path.parent))


@cache
def made(name="hotel-full"):
    blueprint, index = document(name).blueprint, document(name).index
    return Made(blueprint, index, PLAIN, lay_out(blueprint, index, PLAIN))


@pytest.fixture
def opened(browser, tmp_path):
    """Opens a report, with the tour's picture or without; keeps what the page asks for and says."""
    contexts = []

    def open_page(report=FULL, size=WIDE, at="", picture="hotel-full", now=None, **context):
        contexts.append(browser.new_context(viewport=size, **context))
        page = contexts[-1].new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        if now:
            page.clock.set_fixed_time(now)
        file = tmp_path / "report.html"
        file.write_bytes(report_page(report, picture and made(picture)))
        page.goto(file.as_uri() + at)
        if picture and context.get("java_script_enabled", True):
            page.wait_for_function(CALM)
        return page

    yield open_page
    for context in contexts:
        context.close()


def table(page, key):
    """The table of this key, as it is seen: rows of texts."""
    rows = page.locator(f"#table-{key} table.values tbody tr")
    return [
        [cell.strip() for cell in row.locator("th, td").all_text_contents()]
        for row in rows.all()
        if row.is_visible()
    ]
