"""What is generated in docs/ is what `python tools/docs.py` would write now."""

import subprocess
import sys
from pathlib import Path

import pytest

from blueprint_cli.parse import parse
from blueprint_cli.source import Source
from blueprint_cli.workspace import Workspace

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "docs" / "problems").glob("*.yaml"))


def test_generated_pages_and_pictures_are_current():
    command = [sys.executable, "tools/docs.py", "--check"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr, ran.returncode) == ("", "", 0)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_shows_its_problem_and_no_other(path):
    source = Source(str(path), path.read_text(encoding="utf-8"))
    problems = parse(source, Workspace(path.parent)).problems
    assert [problem.code for problem in problems] == [path.stem]
