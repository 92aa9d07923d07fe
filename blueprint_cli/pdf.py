"""Pages that are PDFs of their own, made one file.

It is slow to import, and imported where a picture is drawn on paper.
"""

from collections.abc import Sequence
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    NameObject,
    RectangleObject,
    StreamObject,
    TextStringObject,
)

from blueprint_cli.picture import Engine, draw
from blueprint_cli.sheets import Sheet


def draw_sheets(sheets: Sequence[Sheet], engine: Engine = "built-in") -> bytes:
    """The pages of a picture as one PDF, each as large as its paper is.

    Graphviz draws a page in the picture's own points, in which its letters are even, and the page
    as a whole is scaled to its paper. The same pages give the same bytes. Raises `Trouble` as
    `draw` does.
    """
    writer = PdfWriter()
    for sheet in sheets:
        drawn = draw(sheet.drawing, "pdf", engine=engine)
        _add(writer, PdfReader(BytesIO(drawn)).pages[0], sheet)
    drawing = sheets[0].drawing
    writer.add_metadata({"/Title": drawing.title, "/Producer": "bp"})
    writer.root_object[NameObject("/Lang")] = TextStringObject(drawing.language)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _add(writer: PdfWriter, drawn: PageObject, sheet: Sheet) -> None:
    """Scale a page by what stands before and after its content, which then need not be read."""
    paper, scale = sheet.paper, sheet.scale
    before, after = StreamObject(), StreamObject()
    down = paper.height - sheet.drawing.height * scale
    before.set_data(f"q {scale:.6f} 0 0 {scale:.6f} 0 {down:.3f} cm\n".encode())
    after.set_data(b"\nQ")
    first, last = map(writer._add_object, (before, after))  # noqa: SLF001 - pypdf tells to use it so
    page = writer.add_page(drawn)
    content = page.raw_get("/Contents")
    page[NameObject("/Contents")] = ArrayObject((first, content, last))
    page.mediabox = RectangleObject((0, 0, round(paper.width, 3), round(paper.height, 3)))
