"""Every link in the docs leads somewhere, and every path that they name exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
FOLDERS = {path.name for path in ROOT.iterdir() if path.is_dir()}
MODULES = {path.name for path in (ROOT / "blueprint_cli").rglob("*.py")}


def prose(page):
    return FENCED.sub("", page.read_text(encoding="utf-8"))


def anchors(page):
    """The anchors that a Markdown page's headings get where it is shown."""
    headings = HEADING.findall(prose(page))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    for link in ("".join(found) for found in LINK.findall(prose(page))):
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target), link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_quoted_paths_exist(page):
    for quoted in QUOTED.findall(prose(page)):
        if re.fullmatch(r"[\w./-]+", quoted) and quoted.split("/")[0] in FOLDERS and "/" in quoted:
            assert (ROOT / quoted).exists(), quoted
        if re.fullmatch(r"\w+\.py", quoted):
            assert quoted in MODULES or (ROOT / quoted).exists(), quoted
