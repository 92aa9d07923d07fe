"""A report as an XLSX workbook: a sheet for each table, to sort, filter and reckon with.

Texts are texts whatever they begin with: no formula and no link comes from a blueprint.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import chain
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from blueprint_cli.dot import writable
from blueprint_cli.report.content import Facts, Listing, Report, Section, Sort, Table
from blueprint_cli.report.flattening import Plain, flat, plain_values
from blueprint_cli.report.telling import spoken, told

_DAY = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The same for each file: a workbook does not say when it was made."""
_DAYS = 24 * 60 * 60
_FIRST_YEAR = 1900
"""Spreadsheets know no earlier day."""
_LONGEST_TEXT = 32_767
_LONGEST_NAME = 31
_NARROWEST, _WIDEST = 8, 60
_NUMBERS: dict[Sort, str] = {
    "count": "#,##0",
    "number": "#,##0.00",
    "share": "0.0%",
    "shares": "0.0%",
    "duration": "[h]:mm:ss",
    "money": "#,##0.00",
    "rate": "#,##0.0",
    "scale": "0",
    "emotion": "+0;-0;0",
    "date": "yyyy-mm-dd",
}
"""How values are shown; they stay the numbers that they are."""


class _Value(NamedTuple):
    """A plain value, and what it is."""

    sort: Sort
    value: Plain


class _Sheet(NamedTuple):
    """A sheet: its name, the titles of its columns, its rows."""

    name: str
    titles: Sequence[str]
    rows: Sequence[Sequence[_Value]]


def workbook(report: Report) -> bytes:
    """The file. Ranges are two columns, durations are parts of a day, shares parts of 1."""
    file = BytesIO()
    book = Workbook(file, {"in_memory": True, "default_date_format": _NUMBERS["date"]})
    book.set_properties({"title": _text(report.title)[:255], "created": _DAY})
    looks = _Looks(book)
    taken: set[str] = {"history"}  # spreadsheets keep this name for themselves
    for sheet in _sheets(report):
        name = _free(sheet.name, taken)
        taken.add(name.casefold())
        _fill(book.add_worksheet(name), sheet, looks)
    book.close()
    return file.getvalue()


def _sheets(report: Report) -> Iterator[_Sheet]:
    """What is said, the key figures, the tables one by one, and what is not known."""
    yield _Sheet("Summary", ("Section", "About", "What there is to say"), list(_summary(report)))
    for name, titles, rows in (
        ("Figures", ("Section", "Figure", "Value or least", "Most", "About"), _figures),
        ("Notes", ("Section", "Heading", "About", "Note"), _notes),
    ):
        found = list(chain.from_iterable(map(rows, report.sections)))
        if found:
            yield _Sheet(name, titles, found)
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield _of_table(block, report.currency)
    if missing := list(_missing(report)):
        yield _Sheet("Not known", ("Section", "Figure", "What the blueprint would need"), missing)


def _summary(report: Report) -> Iterator[list[_Value]]:
    """What every section says first; of one without a lead all its sentences."""
    yield _texts("Report", "", report.title)
    yield _texts("Report", "", report.subtitle)
    for section in report.sections:
        yield from (_texts(section.title, "", spoken(phrase)) for phrase in section.lead)
        if not section.lead:
            yield from (_texts(section.title, *said[1:]) for said in _sentences(section))


def _figures(section: Section) -> Iterator[list[_Value]]:
    for block in section.blocks:
        if isinstance(block, Facts):
            for fact in block.facts:
                values = [_Value(fact.sort, each) for each in plain_values(fact.sort, fact.value)]
                pair = [*values, _Value("text", None)][:2]
                yield [
                    *_texts(section.title, fact.title),
                    *pair,
                    *_texts(told("places", fact.about)),
                ]


def _notes(section: Section) -> Iterator[list[_Value]]:
    """What is not in the summary."""
    if section.lead:
        yield from (_texts(section.title, *said) for said in _sentences(section))


def _sentences(section: Section) -> Iterator[tuple[str, str, str]]:
    """The heading, the word and the sentence of all that is listed."""
    for block in section.blocks:
        if isinstance(block, Listing):
            for entry in block.entries:
                for phrase in entry.phrases:
                    yield block.title, entry.term, spoken(phrase)


def _missing(report: Report) -> Iterator[list[_Value]]:
    for section in report.sections:
        for each in section.missing:
            yield _texts(section.title, each.figure, each.needs)


def _texts(*texts: str) -> list[_Value]:
    return [_Value("text", text) for text in texts]


def _of_table(table: Table, currency: str) -> _Sheet:
    found = flat(table)
    titles = [
        f"{column.title} ({currency})" if column.sort == "money" and currency else column.title
        for column in found.columns
    ]
    sorts = [column.sort for column in found.columns]
    rows = [[_Value(*pair) for pair in zip(sorts, row, strict=True)] for row in found.rows]
    return _Sheet(found.title, titles, rows)


def _free(name: str, taken: Iterable[str]) -> str:
    """A name that a sheet can have, as near as possible to this one."""
    plain = re.sub(r"[\[\]:*?/\\\x00-\x1f]+", " ", writable(name)).strip(" '") or "Table"
    number, found = 1, _cut(plain, _LONGEST_NAME).rstrip(" '")
    while found.casefold() in taken:
        number += 1
        behind = f" {number}"
        found = _cut(plain, _LONGEST_NAME - len(behind)) + behind
    return found


class _Looks:
    """The formats of a workbook, one for each sort of value."""

    def __init__(self, book: Workbook) -> None:
        self.head: Format = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
        )
        self.text: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self.numbers: dict[Sort, Format] = {
            sort: book.add_format({"num_format": shown, "valign": "top"})
            for sort, shown in _NUMBERS.items()
        }


def _fill(sheet: Worksheet, filled: _Sheet, looks: _Looks) -> None:
    for column, title in enumerate(filled.titles):
        sheet.write_string(0, column, _text(title), looks.head)
        cells = [row[column] for row in filled.rows]
        sheet.set_column(column, column, _width(title, cells))
    for place, row in enumerate(filled.rows, 1):
        for column, value in enumerate(row):
            _write(sheet, place, column, value, looks)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(filled.rows), len(filled.titles) - 1)


def _write(sheet: Worksheet, row: int, column: int, cell: _Value, looks: _Looks) -> None:
    sort, value = cell
    if value in {None, ""}:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, looks.text)
    elif isinstance(value, str):
        sheet.write_string(row, column, _text(value), looks.text)
    elif not isinstance(value, date):
        number = value / _DAYS if sort == "duration" else value
        sheet.write_number(row, column, number, looks.numbers[sort])
    elif value.year < _FIRST_YEAR:
        sheet.write_string(row, column, value.isoformat(), looks.text)
    else:
        sheet.write_datetime(row, column, value, looks.numbers["date"])


def _text(text: str) -> str:
    """What a cell can hold of it."""
    kept = writable(re.sub("\r\n?", "\n", text))
    return kept if _units(kept) <= _LONGEST_TEXT else f"{_cut(kept, _LONGEST_TEXT - 1)}…"


def _units(text: str) -> int:
    """How long spreadsheets take a text to be: what lies beyond the 65,536th sign counts twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _cut(text: str, most: int) -> str:
    return text.encode("utf-16-le")[: most * 2].decode("utf-16-le", "ignore")


def _width(title: str, cells: Sequence[_Value]) -> int:
    longest = max((len(str(cell.value)) for cell in cells if cell.value is not None), default=0)
    return min(max(longest, len(title), _NARROWEST), _WIDEST) + 2
