"""Run the command lines of `cases/` in real repositories; the form is that of tests/commands."""

from pathlib import Path

import pytest

from tests.commands.test_cases import BASH, replayed, without_results

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))

pytestmark = pytest.mark.skipif(BASH is None, reason="the cases are written for bash")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case, tmp_path, accept):
    expected = case.read_text(encoding="utf-8")
    came_out = "".join(replayed(without_results(expected), tmp_path))
    if accept and came_out != expected:
        case.write_text(came_out, encoding="utf-8")
    assert came_out == (came_out if accept else expected)
