"""On paper all is open, nothing is to be pressed, and the picture has a sheet of its own."""

from io import BytesIO

import pypdf
import pytest

from blueprint_cli.report.content import Section
from tests.report_page.reports import FULL, GUIDE, report

A4 = (595, 842)


def printed(page):
    return pypdf.PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


def text(sheet):
    return " ".join(sheet.extract_text().split())


def test_all_of_it_is_there(opened):
    page = opened()
    paper = printed(page)
    said = " ".join(map(text, paper.pages))
    for section in FULL.sections:
        assert section.title in said
    assert said.count("Room record") >= 2  # in the tree, and in the table behind it
    assert said.count("Second lift") == 2
    assert "As a table" not in said
    assert "Filter" not in said
    assert page.locator("details.behind[open]").count() == 0  # as it was before


@pytest.mark.parametrize("picture", ["hotel-full", "hotel"])
def test_the_picture_is_whole_on_one_sheet(opened, picture):
    paper = printed(opened(picture=picture))
    sheets = [sheet for sheet in paper.pages if "Line of visibility" in text(sheet)]
    assert len(sheets) == 1
    assert "The picture" in text(sheets[0])
    assert "Where it hurts" not in text(sheets[0])


def test_sheets_are_a4_and_numbered(opened):
    paper = printed(opened())
    sizes = {tuple(round(side) for side in sheet.mediabox[2:]) for sheet in paper.pages}
    assert {tuple(sorted(size)) for size in sizes} <= {(594, 841), (595, 841), A4, (594, 842)}
    assert text(paper.pages[0]).startswith(f"1 / {len(paper.pages)} ")


def test_controls_are_hidden_and_all_fits_the_width(opened):
    page = opened(size={"width": 700, "height": 990})
    page.emulate_media(media="print")
    for part in (".contents", ".tools", ".bar", "canvas", ".skip"):
        assert not page.locator(part).first.is_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 700


def test_a_guide_is_a_hand_out(opened):
    paper = printed(opened(report(Section("guide", "Your work", (), (GUIDE,))), picture=None))
    assert len(paper.pages) == 1
    assert "You do" in text(paper.pages[0])
