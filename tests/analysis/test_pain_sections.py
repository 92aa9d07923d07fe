"""What the sections on pain, causes and priorities say, and that their tables hold together."""

from datetime import date
from math import isfinite
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.analysis import Analysis, causes, feelings, movers, pain, priorities
from blueprint_cli.analysis.places import Place
from blueprint_cli.parse import parse
from blueprint_cli.report.content import Cell, Facts, Section, Sort, Table
from blueprint_cli.report.sections import causes as causes_section
from blueprint_cli.report.sections import pain as pain_section
from blueprint_cli.report.sections import priorities as priorities_section
from blueprint_cli.report.telling import spoken
from blueprint_cli.service import Service
from blueprint_cli.source import Source
from blueprint_cli.workspace import Workspace
from tests.analysis.hurting import hurting
from tests.analysis.test_pain_cases import analysed

ROOT = Path(__file__).parents[2]
MAKERS = (pain_section.section, causes_section.section, priorities_section.section)
KNOWN = {
    measure.key
    for module in (pain, feelings, movers, causes, priorities)
    for measure in module.MEASURES
}
TYPES: dict[Sort, tuple[type, ...]] = {
    "text": (str,),
    "count": (int,),
    "number": (int, float),
    "share": (int, float),
    "scale": (int,),
    "emotion": (int,),
    "date": (date,),
    "places": (tuple,),
    "path": (tuple,),
    "yes": (bool,),
}


def test_the_hotel():
    path = ROOT / "samples" / "hotel-full.yaml"
    found = parse(Source(str(path), path.read_text(encoding="utf-8")), Workspace(ROOT))
    assert found.blueprint is not None
    assert found.index is not None
    analysis = Analysis(Service(found.source, found.blueprint, found.index))
    said = [spoken(phrase) for make in MAKERS for phrase in make(analysis).lead]
    assert said == [
        # 4 × 0.7 × 5 = 14; 2 × 1 × 5 = 10; 1 × 0.2 × 4 = 0.8; 14 of 24.8 are 56.5 %
        (
            "The worst pain point is “Guests wait while two screens are compared” (severity 4 of 5,"
            " 70\xa0% of customers) at “Books room” of “Reception”; IT answers for it."
            " It comes from “Property management system”, for which IT answers."
        ),
        "3 pain points still hurt. The worst makes up 56.5\xa0% of all pain by weight.",
        (
            "Customers feel worst at “Books the room”: bad (−1). Customers feel best at “Comes down"
            " to dinner”: very good (+2). The one moment of truth, “Books the room”, is hit by pain"
            " or bad feelings."
        ),
        # 4 of 4 + 2 + 1 = 7
        (
            "What explains most pain is “Property management system”, for which IT answers: 4 of 7"
            " points of severity (57.1\xa0%), in 1 pain point."
        ),
        "No cause is written for “The bar is loud”.",
        (
            "The first thing to do is “One screen for rates and rooms” at “Books room” (impact 4,"
            " effort 2, planned, due on 2027-03-31); IT answers for it."
        ),
        (
            "It is a quick win and solves “Guests wait while two screens are compared”, 56.5\xa0%"
            " of all pain."
        ),
        "2 opportunities: 1 open, 1 planned.",
    ]


TINY = """\
blueprint: Kiosk
lanes: [{name: Guest, role: customer}]
steps: [Look]
"""


def test_nothing_written_is_said_to_be_missing_and_no_figure_is_told():
    for section in (make(analysed(TINY)) for make in MAKERS):
        assert section.blocks == ()
        assert section.lead
        assert section.missing


def test_half_filled_opportunities_are_not_ranked():
    said = priorities_section.section(
        analysed(TINY.replace("[Look]", "[{name: Look, opportunities: [Sign, Light]}]"))
    )
    assert [spoken(phrase) for phrase in said.lead] == [
        "No opportunity has both impact and effort, so none can be put first.",
        "2 opportunities: 2 open.",
    ]
    assert [(each.figure, each.needs) for each in said.missing] == [
        ("The priority of 2 opportunities", "`impact`, from 1 to 5"),
        ("The priority of 2 opportunities", "`effort`, from 1 to 5"),
    ]


def test_what_is_done_hurts_no_more():
    point = "{name: Dark, status: done}"
    said = pain_section.section(
        analysed(TINY.replace("[Look]", f"[{{name: Look, pain_points: {point}}}]"))
    )
    assert spoken(said.lead[0]) == "Nothing is left that hurts: 1 pain point is done or dropped."
    assert [table.key for table in said.blocks if isinstance(table, Table)] == ["pain-settled"]


def test_lanes_of_one_name_stay_apart_on_the_map():
    [heat] = [
        table
        for table in pain_section.section(analysed(TWINS)).blocks
        if isinstance(table, Table) and table.key == "pain-heat"
    ]
    assert [column.title for column in heat.columns] == [
        *("Step", "At the step itself", "Clerk (a)", "Clerk (b)", "Step (c)"),
    ]
    assert [row[1:] for row in heat.rows] == [(3, None, 3 + 5, None), (None, None, None, None)]


TWINS = """\
blueprint: Kiosk
lanes:
  - {id: a, name: Clerk, role: frontstage}
  - {id: b, name: Clerk, role: frontstage}
  - {id: c, name: Step, role: backstage}
steps:
  - name: Pay
    pain_points: Queue
    actions:
      b: {name: Takes money, pain_points: [No change, {name: Theft, severity: 5}]}
  - Leave
"""


@settings(deadline=None, max_examples=30)
@given(hurting(), st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_tables_hold_together(text, today):
    analysis = analysed(text, today)
    tables: list[str] = []
    for section in (make(analysis) for make in MAKERS):
        check_phrases(section)
        for block in section.blocks:
            if isinstance(block, Table):
                check_table(block)
                tables.append(block.key)
            elif isinstance(block, Facts):
                for fact in block.facts:
                    check_cell(fact.sort, fact.value)
                    assert fact.measure in KNOWN | {""}
    assert len(tables) == len(set(tables))


def check_phrases(section: Section) -> None:
    for phrase in section.lead:
        assert all(isinstance(part, str | Place) for part in phrase)
        said = spoken(phrase)
        assert said == said.strip()
        assert said.endswith(".")


def check_table(table: Table) -> None:
    keys = [column.key for column in table.columns]
    assert len(keys) == len(set(keys))
    assert len({column.title for column in table.columns}) == len(keys)
    assert {column.measure for column in table.columns} <= KNOWN | {""}
    assert table.plot is None or set(table.plot.columns) <= set(keys)
    assert table.rows
    for row in table.rows:
        for column, cell in zip(table.columns, row, strict=True):
            check_cell(column.sort, cell)


def check_cell(sort: Sort, cell: Cell) -> None:
    if cell is None:
        return
    assert isinstance(cell, TYPES[sort])
    if isinstance(cell, float):
        assert isfinite(cell)
    if isinstance(cell, tuple):
        assert cell
        assert all(isinstance(place, Place) for place in cell)


@pytest.mark.parametrize("module", [pain, feelings, movers, causes, priorities])
def test_every_measure_is_defined_whole(module):
    for measure in module.MEASURES:
        assert measure.formula
        assert measure.unit
        assert measure.name[0].isupper()
