"""Tables of a report as CSV (RFC 4180): one file each, for spreadsheets and for programs."""

import csv
from collections.abc import Sequence
from datetime import date
from io import StringIO

from blueprint_cli.nearest import nearest
from blueprint_cli.problems import Trouble
from blueprint_cli.report.content import Report, Table
from blueprint_cli.report.flattening import FlatTable, Plain, flat

_MARK = "\ufeff"
"""A byte order mark: without it spreadsheets take the letters of other languages for rubbish."""
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a text begins that a spreadsheet would take for a formula (OWASP, "CSV Injection")."""


def tables(report: Report, wished: str | None) -> tuple[FlatTable, ...]:
    """All tables of a report, or the one by this key; `Trouble` where there is none."""
    found = [
        block for section in report.sections for block in section.blocks if isinstance(block, Table)
    ]
    if wished is not None:
        found = [_meant(wished, found)]
    return tuple(flat(table, keys=True) for table in found)


def _meant(wished: str, found: Sequence[Table]) -> Table:
    known = {table.key: table for table in found}
    if wished not in known:
        listed = f"known are {', '.join(f'`{key}`' for key in known)}" if known else None
        raise Trouble(f"unknown table '{wished}'", nearest(wished, known) or listed)
    return known[wished]


def separated(table: FlatTable, *, marked: bool = True) -> bytes:
    """The table in UTF-8, `marked` with a byte order mark, its columns called by their keys.

    Durations are seconds, shares parts of 1. A text that a spreadsheet would take for a formula
    gets an apostrophe before it.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.key for column in table.columns])
    writer.writerows([_written(cell) for cell in row] for row in table.rows)
    return f"{_MARK if marked else ''}{text.getvalue()}".encode()


def _written(value: Plain) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULAS) else value
    return value.isoformat() if isinstance(value, date) else _number(value)


def _number(value: float) -> str:
    """All digits that mean something: nine places behind the sign, and none for a whole number."""
    return f"{round(value, _PLACES):.{_PLACES}f}".rstrip("0").rstrip(".")


_PLACES = 9
