"""A blueprint as a table in one HTML file: for screen readers, and to be copied into documents."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from blueprint_cli.cells import Grid, grid
from blueprint_cli.cells.parts import Cell, Heading
from blueprint_cli.dot import writable
from blueprint_cli.layout.blocks import Note
from blueprint_cli.layout.details import blueprint_details
from blueprint_cli.look import PLAIN, Look
from blueprint_cli.model import Blueprint
from blueprint_cli.reading.references import Index
from blueprint_cli.theme import LaneLook, contrast, lane_look


class Row(NamedTuple):
    """A row of the page's table."""

    heading: Heading
    cells: Sequence[Cell]


class Body(NamedTuple):
    """Rows that stand together, and what stands over them."""

    titles: Sequence[Heading]
    rows: Sequence[Row]


def table(blueprint: Blueprint, index: Index, look: Look = PLAIN) -> bytes:
    """The page, in UTF-8: no script is in it, and it asks for nothing from elsewhere."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    templates = Environment(
        loader=PackageLoader("blueprint_cli"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = templates.get_template("table.css").render(
        theme=look.theme, scheme=_scheme(look), lanes=_lane_looks(blueprint, look)
    )
    whole = grid(blueprint, index, look)
    page = templates.get_template("table.html").render(
        blueprint=blueprint,
        look=look,
        words=look.words,
        style=Markup(style),  # noqa: S704 - a template of ours, and colours that are `#rrggbb`
        digest=b64encode(sha256(style.encode()).digest()).decode(),
        said=tuple(_said(blueprint, look)),
        columns=whole.columns,
        bodies=tuple(_bodies(whole)),
    )
    return writable(page).encode()


def _scheme(look: Look) -> str:
    """In which of the two schemes a browser is to draw what is its own: bars to scroll with."""
    page = look.theme.page
    return "dark" if contrast(page, "#ffffff") > contrast(page, "#000000") else "light"


def _lane_looks(blueprint: Blueprint, look: Look) -> list[LaneLook]:
    return [lane_look(look.theme, lane.role, lane.color) for lane in blueprint.lanes]


def _said(blueprint: Blueprint, look: Look) -> Iterator[Note]:
    """What stands below the name."""
    if "title" not in look.shown:
        yield from map(Note, look.remarks)
        return
    yield from blueprint_details(blueprint, look)
    yield from (Note(text) for text in (blueprint.description, blueprint.note) if text)


def _bodies(whole: Grid) -> Iterator[Body]:
    """Each zone of rows with its cells."""
    rows = iter(whole.cells)
    for zone in whole.rows:
        yield Body(zone.titles, [Row(heading, next(rows)) for heading in zone.headings])
