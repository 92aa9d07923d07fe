"""The PDF: pages of the exact size, every name as text, the same bytes each time."""

import shutil
import subprocess
import time
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from blueprint_cli.drawing import Shape
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.pdf import draw_sheets
from blueprint_cli.picture import draw
from blueprint_cli.sheets import PAPERS, sheets
from tests.paper.pages import bare, every
from tests.paper.test_pages import SAMPLES, drawn

HOTEL = drawn(next(each for each in SAMPLES if each.stem == "hotel-full").read_text("utf-8"))
SYSTEM = pytest.param(
    "system",
    marks=pytest.mark.skipif(not shutil.which("dot"), reason="no Graphviz is installed"),
)


@pytest.mark.parametrize(
    ("paper", "size"),
    [("a4", (595.276, 841.890)), ("letter", (612, 792)), ("a3", (841.890, 1190.551))],
)
@pytest.mark.parametrize("fit", [False, True], ids=["tiled", "fitted"])
def test_pages_are_as_large_as_the_paper(paper, size, fit):
    found = sheets(HOTEL, PAPERS[paper], ENGLISH, fit=fit)
    pages = PdfReader(BytesIO(draw_sheets(found))).pages
    assert len(pages) == len(found)
    for page in pages:
        assert sorted((page.mediabox.width, page.mediabox.height)) == pytest.approx(size, abs=0.001)
        assert (page.mediabox.left, page.mediabox.bottom) == (0, 0)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
@pytest.mark.parametrize("fit", [False, True], ids=["tiled", "fitted"])
def test_every_text_is_text(fit: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a parameter
    found = sheets(HOTEL, PAPERS["a4"], ENGLISH, fit=fit)
    file = tmp_path / "hotel.pdf"
    file.write_bytes(draw_sheets(found))
    for number, sheet in enumerate(found, 1):
        page = ["-f", str(number), "-l", str(number)]
        told = subprocess.run(
            ["pdftotext", "-raw", *page, file, "-"], check=True, capture_output=True, text=True
        )
        wanted = Counter(
            bare(line)
            for shape in every((*sheet.drawing.shapes, *sheet.drawing.paths))
            for label in shape.labels
            for line in label.lines
        )
        text = bare(told.stdout)
        for line, times in wanted.items():
            assert text.count(line) >= times, line
    whole = bare(subprocess.run(
        ["pdftotext", "-raw", file, "-"], check=True, capture_output=True, text=True
    ).stdout)  # fmt: skip
    for card in (shape for shape in HOTEL.shapes if "action" in shape.classes):
        name = bare(" ".join(card.labels[0].lines))
        assert whole.count(name) == _times(name), name


def _times(name: str) -> int:
    """How often a name stands in the picture as the whole or a part of a text."""
    texts = (bare(" ".join(label.lines)) for shape in _shapes() for label in shape.labels)
    return sum(text.count(name) for text in texts)


def _shapes() -> list[Shape]:
    return [*every(HOTEL.shapes), *every(HOTEL.paths)]


@pytest.mark.parametrize("engine", ["built-in", SYSTEM])
def test_the_same_bytes_each_time(engine):
    found = sheets(HOTEL, PAPERS["a3"], ENGLISH)
    before = draw_sheets(found, engine), draw(HOTEL, "pdf", engine=engine)
    time.sleep(1.1)  # a date in the file has seconds
    assert (draw_sheets(found, engine), draw(HOTEL, "pdf", engine=engine)) == before


def test_the_title_and_the_language_are_told():
    told = PdfReader(BytesIO(draw_sheets(sheets(HOTEL, PAPERS["a4"], ENGLISH))))
    assert told.metadata is not None
    assert told.metadata.title == HOTEL.title
    assert told.root_object["/Lang"] == "en"
