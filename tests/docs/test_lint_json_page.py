"""docs/lint-json.md names the keys that `bp lint --output-format json` prints, in their order."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


TWICE = """
blueprint: Haircut
lanes: {name: Barber, role: frontstage}
steps: [{id: wash, name: Wash}, {id: wash, name: Cut}]
"""


def test_keys():
    page = (ROOT / "docs" / "lint-json.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| (`.*?) \|", page, re.MULTILINE)
    named = [key for cell in cells for key in re.findall(r"`(\w+)`", cell)]
    command = [sys.executable, "-m", "blueprint_cli", "lint", "-", "--output-format", "json"]
    ran = subprocess.run(
        command, cwd=ROOT, input=TWICE, capture_output=True, text=True, check=False
    )
    printed = json.loads(ran.stdout)
    assert [list(problem) for problem in printed] == [named]
    assert list(printed[0]["related"][0]) == ["path", "start", "end", "message"]
    assert list(printed[0]["start"]) == ["line", "column"]
