"""CSV: read back as programs and spreadsheets read it, and no text becomes a formula."""

import csv
import io
import re

import pytest

from blueprint_cli.problems import Trouble
from blueprint_cli.report.content import Column, Table
from blueprint_cli.report.flattening import flat
from blueprint_cli.reporters.separated import separated, tables
from blueprint_cli.reporting import Choice, report_for
from tests.report.nasty import NASTY, analysis_of, nasty_blueprint
from tests.report.sample import EVERY, REPORT

NUMBER = re.compile(r"-?\d+(\.\d+)?")
FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def rows_of(content: bytes) -> list[list[str]]:
    text = content.decode("utf-8-sig")
    assert text.endswith("\r\n")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_every_sort_is_written_plainly():
    head, *rows = rows_of(separated(flat(EVERY, keys=True)))
    first, second, third = (dict(zip(head, row, strict=True)) for row in rows)
    assert first == {
        "what": "two | screens",
        "count": "12345",
        "number": "2.3456",
        "share": "0.7",
        "busy_least": "0.45",
        "busy_most": "1.25",
        "time_least": "180",
        "time_most": "300",
        "cost_least": "0.8",
        "cost_most": "12.5",
        "rate_least": "40",
        "rate_most": "50",
        "severity": "4",
        "emotion": "-2",
        "since": "2026-09-01",
        "where": "Books room, Reception",
        "where_key": "booking.desk.book desk",
        "way": "Books room → Provides record",
        "way_key": "booking.desk.book booking.it.record",
        "open": "true",
    }
    assert (second["rate_least"], second["rate_most"], second["open"]) == ("40", "", "false")
    assert set(third.values()) == {"unsaid", ""}


def test_without_a_mark_for_programs_and_with_one_for_spreadsheets():
    assert separated(flat(EVERY)).startswith(b"\xef\xbb\xbfwhat,count")
    assert separated(flat(EVERY), marked=False).startswith(b"what,count")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "＝1", "－1"])
def test_a_formula_becomes_a_text(text):
    table = Table("t", "T", (Column("a", "A", "text"),), ((text,),))
    assert rows_of(separated(flat(table)))[1:] == [[f"'{text}"]]


def test_a_number_below_0_stays_one():
    table = Table("t", "T", (Column("a", "A", "number"),), ((-1.5,), (1e-7,), (1e21,)))
    assert rows_of(separated(flat(table)))[1:] == [["-1.5"], ["0.0000001"], ["1" + "0" * 21]]


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_every_text_is_read_back_and_none_is_a_formula(text):
    analysis = analysis_of(nasty_blueprint(text))
    for table in tables(report_for(analysis, Choice()), None):
        head, *rows = rows_of(separated(table))
        assert head == [column.key for column in table.columns]
        assert len(set(head)) == len(head)
        assert len(rows) == len(table.rows)
        for row, cells in zip(rows, table.rows, strict=True):
            for written, cell in zip(row, cells, strict=True):
                assert not written.startswith(FORMULA) or NUMBER.fullmatch(written)
                if isinstance(cell, str):
                    assert written in {cell, f"'{cell}"}


def test_one_table_or_all():
    assert [each.key for each in tables(REPORT, None)] == ["every", "nothing"]
    assert [each.key for each in tables(REPORT, "nothing")] == ["nothing"]
    with pytest.raises(Trouble) as trouble:
        tables(REPORT, "evry")
    assert (trouble.value.message, trouble.value.hint) == (
        "unknown table 'evry'",
        "did you mean `every`?",
    )
