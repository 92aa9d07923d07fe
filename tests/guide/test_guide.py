"""The guides of `cases/`: a blueprint, and what its lanes are told.

A case is a text file: the blueprint, or the path of one, up to the first line that begins with
`$ `; such a line names a lane, and what follows is its guide, or the trouble with it. `--accept`
rewrites what follows.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from blueprint_cli.analysis import Analysis
from blueprint_cli.parse import parse
from blueprint_cli.problems import Trouble
from blueprint_cli.report.content import Listing, Report
from blueprint_cli.report.guide import guide
from blueprint_cli.report.telling import spoken
from blueprint_cli.service import Service
from blueprint_cli.source import Source
from blueprint_cli.workspace import Workspace
from tests.analysis.hurting import hurting
from tests.analysis.services import random_service

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CASES = sorted((HERE / "cases").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path, accept: bool) -> None:  # noqa: FBT001 - a fixture
    expected = case.read_text(encoding="utf-8")
    text, _, rest = expected.partition("\n$ ")
    lanes = [part.partition("\n")[0] for part in rest.split("\n$ ")]
    found = text + "".join(f"\n$ {lane}\n{answer(text, lane)}" for lane in lanes)
    if accept and found != expected:
        case.write_text(found, encoding="utf-8")
    assert found == (found if accept else expected)


def answer(text: str, lane: str) -> str:
    try:
        told = guide(analysed(text), lane)
    except Trouble as trouble:
        return f"error: {trouble.message}\nhint: {trouble.hint}\n"
    return "".join(f"{line}\n" for line in lines(told)).replace("\N{NO-BREAK SPACE}", " ")


def analysed(text: str) -> Analysis:
    if text.startswith("samples/"):
        path = ROOT / text.strip()
        document = parse(Source(str(path), path.read_text(encoding="utf-8")), Workspace(ROOT))
    else:
        document = parse(Source("case.yaml", text))
    assert document.blueprint is not None
    assert document.index is not None, [each.message for each in document.problems]
    return Analysis(Service(document.source, document.blueprint, document.index))


def lines(report: Report) -> Iterator[str]:
    yield f"{report.title} ({report.subtitle})"
    for section in report.sections:
        yield f"# {section.title} [{section.key}]"
        yield from map(spoken, section.lead)
        for block in section.blocks:
            assert isinstance(block, Listing)
            yield f"## {block.title}"
            for entry in block.entries:
                yield f"{entry.term}"
                yield from (f"- {spoken(phrase)}" for phrase in entry.phrases)
        yield from (f"! {missing.figure}: {missing.needs}" for missing in section.missing)


@settings(max_examples=30)
@given(hurting())
def test_every_lane_at_work_has_a_guide_that_names_all_its_actions(text):
    service = random_service(text)
    for place, key in enumerate(service.index.lane_keys):
        if service.blueprint.lanes[place].role == "evidence":
            with pytest.raises(Trouble):
                guide(Analysis(service), key)
            continue
        told = guide(Analysis(service), key)
        named = [
            entry.term
            for section in told.sections
            for block in section.blocks
            if isinstance(block, Listing) and block.title == "What you do"
            for entry in block.entries
        ]
        assert named == [each.action.name for each in service.in_lane[place]]
        assert len({section.key for section in told.sections}) == len(told.sections)
        assert all(phrase for section in told.sections for phrase in section.lead)
