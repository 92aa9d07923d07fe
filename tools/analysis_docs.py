"""The page docs/analysis.md: what every figure means, with its value in the tour's sample."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from blueprint_cli.analysis import (
    Analysis,
    causes,
    delay,
    dependencies,
    feelings,
    gaps,
    impact,
    load,
    movers,
    pain,
    people,
    priorities,
    spending,
    trust,
)
from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.places import Place
from blueprint_cli.inert import inert, inert_but_code
from blueprint_cli.parse import read
from blueprint_cli.report import CHAPTERS, versions
from blueprint_cli.report.content import Cell, Facts, Report, Table
from blueprint_cli.report.figures import FIGURES
from blueprint_cli.report.telling import told
from blueprint_cli.service import Service
from blueprint_cli.site import web
from blueprint_cli.workspace import Workspace

SAMPLE = "samples/hotel-full.yaml"


class Family(NamedTuple):
    """Measures that are read together."""

    title: str
    measures: tuple[Measure, ...]


FAMILIES = (
    Family("Pain and delight", (*pain.MEASURES, *feelings.MEASURES, *movers.MEASURES)),
    Family("Root causes", causes.MEASURES),
    Family("Dependencies", dependencies.MEASURES),
    Family("What if", (*impact.MEASURES, *delay.MEASURES, *web.MEASURES)),
    Family("Time and cost", spending.MEASURES),
    Family("Capacity", load.MEASURES),
    Family("Priorities", priorities.MEASURES),
    Family("People", people.MEASURES),
    Family("Trust and freshness", trust.MEASURES),
    Family("Gaps and redundancies", gaps.MEASURES),
    Family("From version to version", versions.MEASURES),
)

DEFINED_BY = {
    "resource_utilisation": "utilisation",
    "overloaded_at_worst": "utilisation",
    "handoffs_between": "handoffs",
    "pain_points": "pain_severity",
    "root_causes": "root_cause",
}
"""Keys of the JSON whose measure is called by another one."""

PAGE = """\
# What the figures mean

Every figure that `bp report`, `bp show`, `bp impact` and `bp history` tell is defined here: how it
is worked out, in what it is counted, what must hold for it to be right, and where it comes from.
What a blueprint does not say is left out of a figure or makes it unknown; it never counts as 0.

Ranges (`3m..5m`) stay ranges: a sum of ranges goes from the sum of the least to the sum of the
most. Where one value is needed, as for comparing, it is the middle between the two, the mean where
every value between is as likely as any other. Pain points and opportunities that are `done` or
`dropped` count in no ranking.

Examples are what `bp report {sample}` tells, put in when this page is made.

{contents}
{families}
## Keys of the JSON

`bp report -f json` calls these figures by the following keys, and `bp schema report` tells their
shapes.

| key | | defined as |
|---|---|---|
{keys}"""


def analysis_page(root: Path) -> str:
    """The page, made from the project in this folder."""
    examples = _examples(root / SAMPLE)
    return PAGE.format(
        sample=SAMPLE,
        contents="".join(map(_contents, FAMILIES)),
        families="\n".join(_family(each, examples) for each in FAMILIES),
        keys="".join(_keys()),
    )


def _contents(family: Family) -> str:
    names = ", ".join(_link(each) for each in family.measures)
    return f"- [{family.title}](#{_anchor(family.title)}): {names}\n"


def _link(measure: Measure) -> str:
    return f"[{_lowered(measure.name)}](#{_anchor(measure.name)})"


def _lowered(text: str) -> str:
    """As it stands in a sentence; names and abbreviations keep their capitals."""
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _family(family: Family, examples: dict[str, str]) -> str:
    return f"## {family.title}\n\n" + "\n".join(
        _measure(each, examples.get(each.key, "")) for each in family.measures
    )


def _measure(measure: Measure, example: str) -> str:
    assumes, source = (_ended(each) for each in (measure.assumes, measure.source))
    parts = (("unit", measure.unit), ("to know", assumes), ("source", source), ("example", example))
    rows = "".join(f"| {word} | {_cell(text)} |\n" for word, text in parts if text)
    formula = _ended(measure.formula[:1].upper() + measure.formula[1:])
    return f"### {measure.name}\n\n{formula}\n\n| `{measure.key}` | |\n|---|---|\n{rows}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _ended(text: str) -> str:
    return text if not text or text.endswith((".", "!", "?", ":", "|")) else f"{text}."


def _keys() -> Iterator[str]:
    names = {each.key: each for family in FAMILIES for each in family.measures}
    for figure in FIGURES:
        measure = names[DEFINED_BY.get(figure.key, figure.key)]
        yield f"| `{figure.key}` | {figure.about} | {_link(measure)} |\n"


def _examples(sample: Path) -> dict[str, str]:
    """What a report of the sample says first of each measure, by the measure's key."""
    found: dict[str, str] = {}
    for key, text in _told(reported(sample)):
        found.setdefault(key, text)
    return found


def reported(path: Path) -> Report:
    """The whole report of a blueprint without errors."""
    document = read(path.read_bytes(), str(path), Workspace.of(path))
    assert document.blueprint is not None
    assert document.index is not None
    analysis = Analysis(Service(document.source, document.blueprint, document.index))
    currency = document.blueprint.currency or ""
    return Report(
        path.name, "", "en", currency, tuple(chapter.make(analysis) for chapter in CHAPTERS)
    )


def _told(report: Report) -> Iterator[tuple[str, str]]:
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Facts):
                for fact in block.facts:
                    if fact.measure and fact.value is not None:
                        about = f" ({_names(fact.about)})" if fact.about else ""
                        value = told(fact.sort, fact.value, report.currency)
                        yield fact.measure, f"{inert(fact.title)}: {inert(value)}{about}"
            elif isinstance(block, Table):
                yield from _told_by(block, report.currency)


def _told_by(table: Table, currency: str) -> Iterator[tuple[str, str]]:
    for at, column in enumerate(table.columns):
        row = next((row for row in table.rows if row[at] not in {None, ""}), None)
        if column.measure and row is not None:
            value = inert(told(column.sort, row[at], currency))
            yield column.measure, f"{inert(column.title)}{_row_name(table, row, at)}: {value}"


def _row_name(table: Table, row: tuple[Cell, ...], at: int) -> str:
    """What a row is about: its first cell that names something, unless that is the one told."""
    for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
        if column.sort in {"places", "path", "text"} and cell:
            name = inert_but_code(told(column.sort, cell))
            return "" if place == at else f" of “{name}”"
    return ""


def _names(places: tuple[Place, ...]) -> str:
    return ", ".join(inert(each.name) for each in places)
