"""docs/reports.md lists every section of a report, and for whom it is, as the code has them."""

import re
from pathlib import Path

from blueprint_cli.report import CHAPTERS

PAGE = (Path(__file__).parents[2] / "docs" / "reports.md").read_text(encoding="utf-8")


def test_all_sections_are_listed_in_their_order_with_their_readers():
    rows = re.findall(r"^\| `([\w-]+)` \| .+ \| (.+) \|$", PAGE, re.MULTILINE)
    assert rows == [(each.key, ", ".join(sorted(each.audiences))) for each in CHAPTERS]
