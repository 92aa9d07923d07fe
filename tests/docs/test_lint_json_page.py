"""docs/lint-json.md names the keys that `bp lint --output-format json` prints, in their order."""

import json
import re
import subprocess
import sys
from pathlib import Path

from blueprint_cli.lint_output import lint_output_schema

ROOT = Path(__file__).parents[2]
BLUEPRINT = """\
blueprint: Tea
lanes: [{name: Guest, role: customer}]
steps:
  - {id: tea, name: Orders tea}
  - {id: tea, name: Drinks tea}
"""


def keys_on_the_page() -> list[str]:
    page = (ROOT / "docs" / "lint-json.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| (`.*?) \|", page, re.MULTILINE)
    return [key for cell in cells for key in re.findall(r"`(\w+)`", cell)]


def test_keys(tmp_path):
    (tmp_path / "tea.yaml").write_text(BLUEPRINT, encoding="utf-8")
    command = [sys.executable, "-m", "blueprint_cli", "lint", "--output-format", "json"]
    command += [str(tmp_path / "tea.yaml"), "--select", "BP101"]
    printed = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=False).stdout)
    assert [list(problem) for problem in printed] == [keys_on_the_page()]
    assert list(printed[0]["related"][0]) == ["path", "start", "end", "message"]
    assert list(printed[0]["start"]) == ["line", "column"]


def test_the_schema_has_the_same_keys():
    parts = json.loads(lint_output_schema())["$defs"]
    assert list(parts["problem"]["properties"]) == keys_on_the_page()
    assert list(parts["related"]["properties"]) == ["path", "start", "end", "message"]
    assert list(parts["fix"]["properties"]) == ["title", "safe", "edits"]
    assert list(parts["edit"]["properties"]) == ["start", "end", "text"]
