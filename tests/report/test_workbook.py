"""XLSX: read back by another program, all values are what they are and texts are only texts."""

import io
import zipfile
from datetime import date, datetime, timedelta

import openpyxl
import pytest

from blueprint_cli.report.content import Column, Section, Table
from blueprint_cli.report.flattening import flat
from blueprint_cli.reporters.workbook import workbook
from blueprint_cli.reporting import Choice, report_for
from tests.report.nasty import NASTY, analysis_of, nasty_blueprint
from tests.report.sample import REPORT


def opened(content: bytes):
    return openpyxl.load_workbook(io.BytesIO(content))


def test_every_sort_is_a_real_value():
    sheet = opened(workbook(REPORT))["Every sort"]
    head, first, second, third = ([cell.value for cell in row] for row in sheet.iter_rows())
    row = dict(zip(head, sheet[2], strict=True))
    assert first == [
        "two | screens",
        12345,
        2.3456,
        0.7,
        0.45,
        1.25,
        timedelta(seconds=180),
        timedelta(seconds=300),
        0.8,
        12.5,
        40,
        50,
        4,
        -2,
        datetime(2026, 9, 1),  # noqa: DTZ001 - a spreadsheet's days have no zone
        "Books room, Reception",
        "Books room → Provides record",
        True,
    ]
    assert {title: cell.number_format for title, cell in row.items()} == {
        "What": "General",
        "How many": "#,##0",
        "Weight": "#,##0.00",
        "Share": "0.0%",
        "Busy, least": "0.0%",
        "Busy, most": "0.0%",
        "Time, least": "[h]:mm:ss",
        "Time, most": "[h]:mm:ss",
        "Cost, least (EUR)": "#,##0.00",
        "Cost, most (EUR)": "#,##0.00",
        "Fails at, least": "#,##0.0",
        "Fails at, most": "#,##0.0",
        "Severity": "0",
        "Feels": "+0;-0;0",
        "Since": "yyyy-mm-dd",
        "Where": "General",
        "Way": "General",
        "Open": "General",
    }
    assert (second[10], second[11], second[14]) == (40, None, "1899-01-01")
    assert set(third[1:]) == {None}


def test_sheets_can_be_filtered_and_their_heads_stay():
    book = opened(workbook(REPORT))
    assert book.sheetnames == ["Summary", "Figures", "Every sort", "Nothing", "Not known"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.split(":")[-1] == sheet.dimensions.split(":")[-1]
        assert all(cell.font.bold for cell in sheet[1])
    assert [[cell.value for cell in row] for row in book["Summary"].iter_rows(min_row=4)] == [
        ["Where it hurts", None, "It hurts at Books room, since 2026-09-01."],
        ["Where it hurts", None, "1. It comes from Provides record."],
        ["What you do", "From others", "The record of Provides record."],
        ["What you do", "From others", "The list of Provides record."],
        ["What you do", None, "Write `needs` for more"],
    ]
    assert [cell.value for cell in book["Figures"][2]] == [
        "Where it hurts", "Customers wait", timedelta(0), timedelta(minutes=6), "Reception",
    ]  # fmt: skip
    assert [cell.value for cell in book["Not known"][2]] == [
        "Where it hurts", "how busy the lanes are", "`arrivals` of the blueprint",
    ]  # fmt: skip


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_no_text_is_a_formula_or_a_link(text):
    report = report_for(analysis_of(nasty_blueprint(text)), Choice())
    content = workbook(report)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        for name in file.namelist():
            part = file.read(name)
            assert b"<f>" not in part
            assert b"hyperlink" not in part
    book = opened(content)
    by_title = {sheet.title: sheet for sheet in book}
    for sheet in book:
        for row in sheet.iter_rows():
            assert {cell.data_type for cell in row} <= {"s", "n", "b", "d"}
            assert not {"nan", "inf", "-inf", "None"} & {
                str(c.value) for c in row if c.value is not None
            }
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Table) and block.title in by_title:
                assert texts(by_title[block.title]) == expected_texts(block)


def texts(sheet) -> list[str]:
    """All texts below the head; what looks like an escape of XML is itself escaped."""
    return [
        cell.value.replace("_x005F_", "_")
        for row in sheet.iter_rows(min_row=2)
        for cell in row
        if isinstance(cell.value, str)
    ]


def expected_texts(table: Table) -> list[str]:
    return [
        value.replace("\r\n", "\n")
        for row in flat(table).rows
        for value in row
        if isinstance(value, str) and value
    ]


def test_names_of_sheets_are_valid_and_unique():
    titles = [
        "a/b:c*d?e[f]\\g",
        "'quoted'",
        "x" * 40,
        "X" * 40,
        "History",
        "summary",
        "",
        "😀" * 20,
    ]
    tables = tuple(
        Table(f"t{n}", title, (Column("a", "A", "text"),), ()) for n, title in enumerate(titles)
    )
    names = opened(workbook(REPORT._replace(sections=(Section("s", "S", (), tables),)))).sheetnames
    assert len({name.casefold() for name in names}) == len(names) == 1 + len(titles)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set("[]:*?/\\") & set(name)
        assert name.strip("'") == name
        assert name.casefold() != "history"


def test_a_text_is_no_longer_than_a_cell_holds():
    rows = (("x" * 40_000,), ("😀" * 20_000,))
    table = Table("t", "Long", (Column("a", "A", "text"),), rows)
    sheet = opened(workbook(REPORT._replace(sections=(Section("s", "S", (), (table,)),))))["Long"]
    assert [len(row[0].value.encode("utf-16-le")) // 2 for row in sheet.iter_rows(min_row=2)] == [
        32_767,
        32_767,
    ]
    assert all(row[0].value.endswith("…") for row in sheet.iter_rows(min_row=2))


def test_the_same_report_gives_the_same_bytes():
    assert workbook(REPORT) == workbook(REPORT)
    with zipfile.ZipFile(io.BytesIO(workbook(REPORT))) as file:
        assert {each.date_time for each in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01" in file.read("docProps/core.xml")
        assert str(date.today().year).encode() not in file.read("docProps/core.xml")  # noqa: DTZ011 - any day


def test_sentences_beside_a_lead_have_a_sheet_of_their_own():
    section = REPORT.sections[1]._replace(lead=(("You help.",),))
    notes = opened(workbook(REPORT._replace(sections=(section,))))["Notes"]
    assert [cell.value for cell in notes[2]] == [
        "What you do", "You need", "From others", "The record of Provides record.",
    ]  # fmt: skip
