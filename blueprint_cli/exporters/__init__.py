"""Every form that a picture can be written in, and what makes the file.

What a form needs is imported when it is asked for: most pictures are SVG.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from blueprint_cli.drawing import Drawing
from blueprint_cli.forms import Form
from blueprint_cli.look import Look
from blueprint_cli.model import Blueprint
from blueprint_cli.papers import PAPERS, Turn
from blueprint_cli.picture import Engine, draw
from blueprint_cli.reading.references import Index


class Made(NamedTuple):
    """A picture and what it was made from: a blueprint, be it a slice of one, and its keys."""

    blueprint: Blueprint
    keys: Index
    look: Look
    drawing: Drawing


class Output(NamedTuple):
    """How the file is made: the scale of a PNG, who draws, paper for a PDF, slides for a PPTX.

    `paper` is a name of `PAPERS`, None for one page as large as the picture; without a `turn` it
    lies as it needs fewer sheets.
    """

    scale: float = 1.0
    engine: Engine = "built-in"
    paper: str | None = None
    turn: Turn | None = None
    fit: bool = False
    by_phase: bool = False


Exporter = Callable[[Made, Output], bytes]


def _svg(made: Made, output: Output) -> bytes:
    return draw(made.drawing, "svg", engine=output.engine)


def _png(made: Made, output: Output) -> bytes:
    return draw(made.drawing, "png", output.scale, output.engine)


def _pdf(made: Made, output: Output) -> bytes:
    if output.paper is None:
        return draw(made.drawing, "pdf", engine=output.engine)
    from blueprint_cli.pdf import draw_sheets
    from blueprint_cli.sheets import sheets

    paper = PAPERS[output.paper]
    paper = paper if output.turn is None else paper.turned(output.turn)
    pages = sheets(made.drawing, paper, made.look.words, fit=output.fit)
    return draw_sheets(pages, output.engine)


def _dot(made: Made, output: Output) -> bytes:
    return draw(made.drawing, "dot", engine=output.engine)


def _html(made: Made, output: Output) -> bytes:
    from blueprint_cli.exporters.picture_page import picture_page

    return picture_page(made.drawing, _svg(made, output).decode(), made.look.words)


def _table(made: Made, _: Output) -> bytes:
    from blueprint_cli.exporters.table import table

    return table(made.blueprint, made.keys, made.look)


def _pptx(made: Made, output: Output) -> bytes:
    from blueprint_cli.exporters.slides import slides

    return slides(made.drawing, made.look.words, by_phase=output.by_phase)


EXPORTERS: Mapping[Form, Exporter] = MappingProxyType(
    {
        "svg": _svg,
        "png": _png,
        "pdf": _pdf,
        "dot": _dot,
        "html": _html,
        "table": _table,
        "pptx": _pptx,
    }
)
