"""Merges of `cases/`: what two people did to a blueprint, and exactly what comes of it.

A case is a text file of sections, each below a line `=== NAME`: `ours` and `theirs` are edits of
`hotel.yaml`, or of the section `base` where there is one: lines `- TEXT` go, lines `+ TEXT` come,
an empty line stands between two edits. `way` tells how it was merged and what was decided, `result`
how the result differs from ours, after which all lines of ours stand as they were. `--accept`
rewrites these two.
"""

import re
from difflib import unified_diff
from pathlib import Path

import pytest

from blueprint_cli.three_way import merge

HOTEL = (Path(__file__).parent / "hotel.yaml").read_text(encoding="utf-8")
SECTION = re.compile(r"^=== (\w+)\n(.*?)(?=^=== |\Z)", re.DOTALL | re.MULTILINE)
CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path, accept: bool) -> None:  # noqa: FBT001 - a fixture
    expected = case.read_text(encoding="utf-8")
    sections = dict(SECTION.findall(expected))
    base = sections.get("base", HOTEL)
    ours, theirs = (edited(base, sections[name]) for name in ("ours", "theirs"))
    merged = merge(base.encode(), ours.encode(), theirs.encode(), path="case.yaml")
    told = [
        f"{'clean' if merged.clean else 'not clean'}, by {merged.way}",
        *merged.decided(),
        *merged.conflicts,
    ]
    told += [f"doubt: {merged.doubt}"] if merged.doubt else []
    sections["way"] = "".join(f"{line}\n" for line in told)
    sections["result"] = difference(ours, merged.content.decode())
    found = "".join(f"=== {name}\n{text}" for name, text in sections.items())
    if accept and found != expected:
        case.write_text(found, encoding="utf-8")
    assert found == (found if accept else expected)


def difference(ours: str, result: str) -> str:
    """The lines that differ, with two lines round them."""
    lines = unified_diff(ours.splitlines(keepends=True), result.splitlines(keepends=True), n=2)
    return "".join(line for line in lines if not line.startswith(("---", "+++", "@@ ")))


def edited(base: str, section: str) -> str:
    """The base with edits, or the section as it is where it holds a whole blueprint."""
    if not section.startswith(("- ", "+ ")):
        return section
    text = base
    for edit in section.strip("\n").split("\n\n"):
        lines = edit.split("\n")
        gone, came = (
            "".join(f"{line[2:]}\n" for line in lines if line.startswith(sign))
            for sign in ("- ", "+ ")
        )
        assert text.count(gone) == 1, gone
        text = text.replace(gone, came)
    return text
