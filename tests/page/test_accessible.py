"""Nothing shuts people out: axe-core finds nothing serious, what is read has names and order."""

import pytest

from blueprint_cli.exporters.table import table
from blueprint_cli.parse import parse
from blueprint_cli.source import Source
from blueprint_cli.workspace import Workspace
from tests.page.conftest import NARROW, ROOT, WIDE
from tests.page.test_trace import CHAIN

axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
)


TOLD = """\
- document "Chain":
  - group "Chain": Current state
  - list:
    - listitem "Guest (Customer actions)": Guest Customer actions
    - listitem "IT (Support processes)": IT Support processes
  - list:
    - 'listitem "Step: One"': One
  - 'group "Step: One"':
    - list "Guest (Customer actions)":
      - 'listitem "One, Guest: Begins"': Begins
      - 'listitem "One, Guest: Goes on"': Goes on
      - 'listitem "One, Guest: Ends"': Ends
      - 'listitem "One, Guest: Stands apart"': Stands apart
    - list "IT (Support processes)":
      - 'listitem "One, IT: Machine"': Machine
      - 'listitem "One, IT: Power"': Power
  - img "Line of interaction"
  - img "Line of visibility"
  - img "Line of internal interaction"
  - img "Begins triggers Goes on"
  - img "Goes on triggers Ends"
  - img "Ends needs Machine"
  - img "Machine needs Power"
  - 'img "Legend: triggers, needs"'
"""


def grave(page):
    found = axe.Axe().run(page).response["violations"]
    return [
        (each["id"], each["nodes"][0]["html"][:200])
        for each in found
        if each["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["390 px", "1280 px"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_the_page(opened, size, scheme):
    page = opened(size=size, context={"color_scheme": scheme})
    assert grave(page) == []
    page.evaluate("() => shown.choose(shown.scene.byId.get('action:booking.reception.book'))")
    assert grave(page) == []


@pytest.mark.parametrize("name", ["hotel", "clinic-ar", "phone-repair-zh"])
def test_axe_finds_nothing_serious_in_the_svg(opened, name):
    """As it is shown without script, where its colours count too."""
    page = opened(name)
    page.evaluate("() => document.documentElement.classList.remove('live')")
    assert grave(page) == []


@pytest.mark.parametrize("name", ["hotel-full", "clinic-ar"])
def test_axe_finds_nothing_serious_in_the_table(browser, tmp_path, name):
    path = ROOT / "samples" / f"{name}.yaml"
    document = parse(Source(str(path), path.read_text(encoding="utf-8")), Workspace(path.parent))
    file = tmp_path / "table.html"
    file.write_bytes(table(document.blueprint, document.index))
    page = browser.new_page()
    page.goto(file.as_uri())
    assert grave(page) == []
    page.close()


def test_what_a_screen_reader_is_told(opened):
    page = opened(CHAIN)
    assert page.locator("svg.blueprint").aria_snapshot().splitlines() == TOLD.splitlines()
