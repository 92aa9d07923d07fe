"""Versions as lines of text for a terminal, as wide as it is, with what moved marked."""

from collections.abc import Iterator, Sequence
from textwrap import fill
from typing import NamedTuple

from blueprint_cli.console import cells, styled
from blueprint_cli.report.telling import told
from blueprint_cli.report.versions import FIGURES, Effect, Figure, Version

_GAP = "  "
_UNKNOWN = "–"
_ARROWS = {"more": "↑", "less": "↓", "": "↕"}
_SIGNS: dict[Effect, str] = {"better": "✓", "worse": "✗", "": ""}
_STYLES: dict[Effect, str] = {"better": "good", "worse": "error", "": "dim"}
_LEAST = 24
"""So many columns a subject has at least, or all that it needs."""


class _Cell(NamedTuple):
    """What stands in a column: a value, a mark behind it, and the mark's style."""

    text: str
    mark: str = ""
    style: str = ""


class _Column(NamedTuple):
    """A column: its heading, then a cell for each version; figures stand at the right."""

    heading: str
    cells: tuple[_Cell, ...]
    is_figure: bool = False

    @property
    def marks(self) -> int:
        """How wide the marks are, with a space before them."""
        return max((cells(each.mark) + 1 for each in self.cells if each.mark), default=0)

    @property
    def width(self) -> int:
        """How wide the column is."""
        texts = max((cells(each.text) for each in self.cells), default=0)
        return max(cells(self.heading), texts + self.marks)


def lines(versions: Sequence[Version], width: int, *, color: bool) -> str:
    """All versions, the oldest first; figures that find no room stand in a table of their own."""
    names = _Column("Commit", tuple(_Cell(each.short) for each in versions))
    days = _Column("Date", tuple(_Cell(str(each.day or "")) for each in versions))
    subjects = _Column("What for", tuple(_Cell(_subject(each)) for each in versions))
    room = width - sum(each.width + len(_GAP) for each in (names, days))
    figures = [_figures(versions, each) for each in FIGURES if _is_known(versions, each)]
    first, *others = _packed(figures, room, min(subjects.width, _LEAST))
    left = room - sum(each.width + len(_GAP) for each in first)
    tables = [[*first, _narrowed(subjects, left)], *others]
    drawn = ["".join(_drawn([names, days, *each], color=color)) for each in tables]
    if any(each.moved for each in versions):
        drawn.append(fill(_LEGEND, width) + "\n")
    return "\n".join(drawn)


_LEGEND = "↑ ↓ more or less than in the version before, ✓ better, ✗ worse"


def _subject(version: Version) -> str:
    """What a version was for, and behind it what is special about it."""
    note = f"({version.note})" if version.note else ""
    return " ".join(filter(None, (version.subject, note)))


def _is_known(versions: Sequence[Version], figure: Figure) -> bool:
    return any(each.figures and each.figures.value(figure) is not None for each in versions)


def _figures(versions: Sequence[Version], figure: Figure) -> _Column:
    return _Column(
        figure.heading, tuple(_figure(each, figure) for each in versions), is_figure=True
    )


def _figure(version: Version, figure: Figure) -> _Cell:
    if version.figures is None or (value := version.figures.value(figure)) is None:
        return _Cell(_UNKNOWN)
    text = told(figure.sort, value, version.figures.currency)
    move = next((each for each in version.moved if each.figure == figure), None)
    if move is None:
        return _Cell(text)
    return _Cell(text, _ARROWS[move.way] + _SIGNS[move.effect], _STYLES[move.effect])


def _packed(columns: Sequence[_Column], room: int, reserved: int) -> list[list[_Column]]:
    """The columns in as few tables as have room for them; the first keeps some for another."""
    tables: list[list[_Column]] = [[]]
    left = room - reserved
    for each in columns:
        needed = each.width + len(_GAP)
        if needed > left and (tables[-1] or len(tables) == 1):
            tables.append([])
            left = room + len(_GAP)
        tables[-1].append(each)
        left -= needed
    return tables


def _narrowed(column: _Column, width: int) -> _Column:
    """The column with its texts cut where they are wider."""
    return column._replace(cells=tuple(_Cell(_cut(each.text, width)) for each in column.cells))


def _cut(text: str, width: int) -> str:
    if cells(text) <= width:
        return text
    kept = text
    while kept and cells(kept) > max(width, 1) - 1:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _drawn(columns: Sequence[_Column], *, color: bool) -> Iterator[str]:
    headings = (_placed(each, _Cell(each.heading), 0, color=False) for each in columns)
    yield styled(_GAP.join(headings).rstrip(), "bold", color=color) + "\n"
    for row in zip(*(each.cells for each in columns), strict=True):
        placed = (
            _placed(column, cell, column.marks, color=color)
            for column, cell in zip(columns, row, strict=True)
        )
        yield _GAP.join(placed).rstrip() + "\n"


def _placed(column: _Column, cell: _Cell, marks: int, *, color: bool) -> str:
    """A cell as wide as its column; values stand below each other, marks behind them."""
    before = " " * (column.width - marks - cells(cell.text))
    if not column.is_figure:
        return cell.text + before
    mark = f" {styled(cell.mark, cell.style, color=color)}" if cell.mark else ""
    after = " " * (marks - (cells(cell.mark) + 1 if cell.mark else 0))
    return f"{before}{cell.text}{mark}{after}"
