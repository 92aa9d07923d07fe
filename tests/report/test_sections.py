"""What sections of a report say of the blueprints of `section_cases/`, in words.

A case is a text file: the blueprint up to the first line that begins with `$ `, then keys of
sections, each with what it says. `--accept` rewrites what it says.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from blueprint_cli.analysis import Analysis
from blueprint_cli.parse import parse
from blueprint_cli.report import CHAPTERS
from blueprint_cli.report.content import Block, Facts, Section, Table
from blueprint_cli.report.telling import spoken, told
from blueprint_cli.service import Service
from blueprint_cli.source import Source

CASES = sorted((Path(__file__).parent / "section_cases").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path, accept: bool) -> None:  # noqa: FBT001 - a fixture
    expected = case.read_text(encoding="utf-8")
    text, _, rest = expected.partition("\n$ ")
    asked = [paragraph.splitlines()[0] for paragraph in rest.split("\n$ ")]
    document = parse(Source("case.yaml", text))
    assert document.blueprint is not None
    assert document.index is not None, [each.message for each in document.problems]
    analysis = Analysis(Service(document.source, document.blueprint, document.index))
    made = {chapter.key: chapter.make for chapter in CHAPTERS}
    currency = document.blueprint.currency or ""
    found = text + "".join(
        f"\n$ {key}\n" + "".join(f"{line}\n" for line in said(made[key](analysis), currency))
        for key in asked
    )
    found = found.replace("\N{NO-BREAK SPACE}", " ")
    if accept and found != expected:
        case.write_text(found, encoding="utf-8")
    assert found == (found if accept else expected)


def said(section: Section, currency: str) -> Iterator[str]:
    """The section in words: sentences, facts, tables, and what is missing."""
    yield from map(spoken, section.lead)
    for block in section.blocks:
        yield from blocked(block, currency)
    for each in section.missing:
        yield f"? {each.figure}: {each.needs}"


def blocked(block: Block, currency: str) -> Iterator[str]:
    if isinstance(block, Facts):
        for fact in block.facts:
            yield f"* {fact.title}: {told(fact.sort, fact.value, currency)}"
    elif isinstance(block, Table):
        yield f"[{block.title}]"
        yield " | ".join(column.title for column in block.columns)
        for row in block.rows:
            cells = zip(block.columns, row, strict=True)
            yield " | ".join(told(column.sort, cell, currency) for column, cell in cells)
