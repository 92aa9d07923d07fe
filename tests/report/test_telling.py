"""Values in the words in which every form tells them."""

from datetime import date
from math import inf, nan

import pytest

from blueprint_cli.ranges import Range
from blueprint_cli.report.content import Sort
from blueprint_cli.report.telling import told
from tests.report.sample import BOOK, DESK, RECORD

GAP = "\N{NO-BREAK SPACE}"
CASES: tuple[tuple[Sort, object, str], ...] = (
    ("text", "as it is", "as it is"),
    ("count", 12345, "12,345"),
    ("number", 2.3456, "2.35"),
    ("number", 12345.678, "12,346"),
    ("number", 0.000012345, "0.0000123"),
    ("number", 0.0, "0"),
    ("number", -1.5, "−1.5"),
    ("share", 0.925, f"92.5{GAP}%"),
    ("share", 1 / 3, f"33.3{GAP}%"),
    ("shares", Range(0.452, 1.234), f"45.2–123{GAP}%"),
    ("shares", Range(0.5, 0.5), f"50{GAP}%"),
    ("duration", Range(180, 300), f"3–5{GAP}min"),
    ("duration", Range(0, 0), f"0{GAP}min"),
    ("money", Range(0.8, 12.5), f"0.80–12.50{GAP}EUR"),
    ("money", Range(3, 3), f"3{GAP}EUR"),
    ("rate", Range(12.345, 20), "12.3–20 an hour"),
    ("rate", Range(40, inf), "40 an hour or more"),
    ("rate", Range(inf, inf), "no limit"),
    ("scale", 4, "4 of 5"),
    ("emotion", -2, "very bad (−2)"),
    ("emotion", 0, "neutral (0)"),
    ("emotion", 2, "very good (+2)"),
    ("date", date(2026, 9, 1), "2026-09-01"),
    ("places", (BOOK, DESK), "Books room, Reception"),
    ("path", (BOOK, RECORD), "Books room → Provides record"),
    ("yes", True, "yes"),
    ("yes", False, "no"),
    ("count", None, ""),
    ("share", nan, ""),
    ("share", inf, ""),
)


@pytest.mark.parametrize(("sort", "value", "words"), CASES)
def test_told(sort, value, words):
    assert told(sort, value, "EUR") == words


def test_money_without_a_currency_is_a_number():
    assert told("money", Range(1, 2.5)) == "1–2.50"
