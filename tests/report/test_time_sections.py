"""The sections of time and capacity hold nothing but figures, whatever the blueprint says."""

from math import isfinite

import pytest
from hypothesis import given, settings

from blueprint_cli.analysis import Analysis
from blueprint_cli.ranges import Range
from blueprint_cli.report.content import Facts, Table
from blueprint_cli.report.sections import capacity, time
from blueprint_cli.report.telling import spoken, told
from tests.analysis.services import ROOT, random_service, sample, small_blueprints

SAMPLES = sorted(path.name for path in (ROOT / "samples").glob("*.yaml"))


def check(analysis):
    for section in (time.section(analysis), capacity.section(analysis)):
        cells = [cell for block in section.blocks for cell in cells_of(block)]
        for sort, cell in cells:
            for end in cell if isinstance(cell, Range) else (cell,):
                assert not isinstance(end, float) or isfinite(end)
            assert not isinstance(cell, Range) or cell.least <= cell.most
            assert "nan" not in told(sort, cell).split()
        assert all(spoken(phrase).endswith(".") for phrase in section.lead)
        assert section.blocks or section.missing


def cells_of(block):
    """All cells of a block with their sorts; a row has as many as there are columns."""
    if isinstance(block, Facts):
        return [(fact.sort, fact.value) for fact in block.facts]
    assert isinstance(block, Table)
    sorts = [column.sort for column in block.columns]
    return [pair for row in block.rows for pair in zip(sorts, row, strict=True)]


@settings(max_examples=100)
@given(small_blueprints())
def test_any_blueprint(text):
    check(Analysis(random_service(text)))


@pytest.mark.parametrize("name", SAMPLES)
def test_samples(name):
    check(Analysis(sample(name)))
