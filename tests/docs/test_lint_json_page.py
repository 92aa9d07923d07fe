"""docs/lint-json.md names the keys that `bp lint --output-format json` prints, in their order."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_keys():
    page = (ROOT / "docs" / "lint-json.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| (`.*?) \|", page, re.MULTILINE)
    named = [key for cell in cells for key in re.findall(r"`(\w+)`", cell)]
    command = [sys.executable, "-m", "blueprint_cli", "lint", "docs/problems/BP101.yaml"]
    command += ["--output-format", "json"]
    printed = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=False).stdout)
    assert [list(problem) for problem in printed] == [named]
    assert list(printed[0]["related"][0]) == ["path", "start", "end", "message"]
    assert list(printed[0]["start"]) == ["line", "column"]
