"""Random and half-filled blueprints: every form is made, and tells no figure that is none."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from blueprint_cli.report import CHAPTERS
from blueprint_cli.report.content import Table
from blueprint_cli.report.flattening import flat
from blueprint_cli.report_schema import report_schema
from blueprint_cli.reporters.markdown import brief, markdown
from blueprint_cli.reporters.programs import programs
from blueprint_cli.reporters.separated import separated, tables
from blueprint_cli.reporters.workbook import workbook
from blueprint_cli.reporting import Choice, report_for
from tests.layout.blueprints import blueprints
from tests.report.nasty import analysis_of

ROOT = Path(__file__).parents[2]
VALID = jsonschema.Draft202012Validator(json.loads(report_schema()))
NO_FIGURE = re.compile(r"(?<![\w.])-?(?:nan|inf|NaN|Infinity|None)(?![\w.]| of )")
SAMPLES = sorted((ROOT / "samples").glob("*.yaml"))
POOR = (
    "{blueprint: Tiny, lanes: [{name: A, role: support}], steps: [One]}",
    "{blueprint: X, lanes: [{name: A, role: evidence}], steps: [{name: One, actions: {a: B}}]}",
    """
    blueprint: No work
    arrivals: 6/h
    lanes: [{name: A, role: customer}]
    steps: {name: One, emotion: 0, actions: {a: {name: B, time: 0s, wait: 0s, cost: 0}}}
    """,
    """
    blueprint: No time at all
    arrivals: 0/h
    currency: EUR
    lanes: [{name: A, role: backstage, cost_rate: 0}]
    resources: [r]
    steps: {name: One, actions: {a: {name: B, time: 0s..1s, uses: r, tolerance: 0s}}}
    """,
    """
    blueprint: Settled
    lanes: [{name: A, role: backstage}]
    steps: {name: One, pain_points: {name: P, status: done, frequency: 0}}
    """,
)


def assert_every_form(text: str):
    analysis = analysis_of(text)
    report = report_for(analysis, Choice())
    found = json.loads(programs(analysis, report))
    VALID.validate(found)
    for written in (markdown(report), brief(report)):
        assert not NO_FIGURE.search(written)
    assert len(brief(report)) < 65_536
    for table in tables(report, None):
        rows = csv.reader(io.StringIO(separated(table).decode("utf-8-sig"), newline=""))
        assert not [cell for row in rows for cell in row if NO_FIGURE.fullmatch(cell)]
    assert_unique(report)
    return report


def assert_unique(report):
    """What programs and files are called by is there once, and a row is as wide as its head."""
    blocks = [block for section in report.sections for block in section.blocks]
    found = [block for block in blocks if isinstance(block, Table)]
    keys = [table.key for table in found]
    assert len(set(keys)) == len(keys)
    assert [key for key in keys if not re.fullmatch(r"[a-z]+(-[a-z]+)*", key)] == []
    for table in found:
        heads = [column.key for column in flat(table, keys=True).columns]
        assert len(set(heads)) == len(heads)
        assert {len(row) for row in table.rows} <= {len(table.columns)}


@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(blueprints())
def test_random_blueprints(text):
    assert_every_form(text)


@pytest.mark.parametrize("text", POOR)
def test_poor_blueprints(text):
    report = assert_every_form(text)
    assert any(section.missing for section in report.sections)
    openpyxl.load_workbook(io.BytesIO(workbook(report)))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples(path):
    from blueprint_cli.documents import errors_of, read
    from blueprint_cli.files import Input
    from blueprint_cli.reporting import analysed

    document = read(Input(str(path)))
    assert not errors_of(document)
    report = report_for(analysed(document), Choice())
    assert [section.key for section in report.sections] == [each.key for each in CHAPTERS]
    assert_unique(report)
    openpyxl.load_workbook(io.BytesIO(workbook(report)))


@pytest.mark.parametrize("arguments", [["--version"], ["lint", "samples/hotel.yaml"]])
def test_what_reports_need_is_imported_for_reports_only(arguments):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "blueprint_cli", *arguments],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    ours = tuple(f"blueprint_cli.{name}" for name in ("report", "analysis", "site"))
    assert not [name for name in imported if name.startswith((*ours, "xlsxwriter", "jinja2"))]
