"""Rules about the whole workspace: what their pages show happens in a real folder, git and all."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from blueprint_cli.lint.rule import Rule
from blueprint_cli.rules.every import RULES

ROOT = Path(__file__).parents[2]
ACROSS = [rule for rule in RULES if rule.check_across]
CHANGES = {
    "BP901": ("hotel.yaml", "lanes:", "id: hotel-full\nlanes:"),
    "BP902": ("hotel-dinner.yaml", "lanes:", "resources: {id: pms, name: P, owner: Bar}\nlanes:"),
    "BP903": ("hotel-dinner.yaml", "actions:", "details: hotel-full.yaml\n    actions:"),
    "BP904": (".gitignore", "", "/hotel-dinner.yaml\n"),
}
"""A change of the samples after which each rule finds something: file, old text, new text."""


def found(folder: Path, rule: Rule, *paths: str) -> list[dict[str, object]]:
    """What one rule says of a folder that is a git work tree."""
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    words = ["lint", "--select", rule.code, "--output-format", "json", *(paths or ["."])]
    done = subprocess.run(
        [sys.executable, "-m", "blueprint_cli", *words],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    return json.loads(done.stdout)


def write_example(folder: Path, rule: Rule, heading: str) -> None:
    """The files of a page's example; those that git is to ignore are named in `.gitignore`."""
    below = rule.page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    files = re.findall(r"```yaml\n# file: (\S+)( \(ignored by git\))?\n(.*?)```", below, re.DOTALL)
    assert files
    for name, ignored, text in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if ignored:
            with (folder / ".gitignore").open("a", encoding="utf-8") as file:
                file.write(f"/{name}\n")


@pytest.mark.parametrize("rule", ACROSS, ids=lambda rule: rule.code)
def test_bad_is_found_and_good_is_not(rule: Rule, tmp_path: Path):
    for heading, wrong in (("Bad", True), ("Good", False)):
        folder = tmp_path / heading
        write_example(folder, rule, heading)
        assert bool(found(folder, rule)) is wrong


@pytest.mark.parametrize("rule", ACROSS, ids=lambda rule: rule.code)
def test_samples_are_sound_until_they_are_changed(rule: Rule, tmp_path: Path):
    folder = tmp_path / "samples"
    shutil.copytree(ROOT / "samples", folder)
    assert not found(folder, rule)
    name, old, new = CHANGES[rule.code]
    text = (folder / name).read_text(encoding="utf-8") if old else ""
    (folder / name).write_text(text.replace(old, new, 1) if old else new, encoding="utf-8")
    said = found(folder, rule)
    assert {each["code"] for each in said} == {rule.code}
    assert all(each["hint"] for each in said)


def test_a_file_alone_has_no_neighbours(tmp_path: Path):
    rule = next(rule for rule in ACROSS if rule.code == "BP901")
    write_example(tmp_path, rule, "Bad")
    assert not found(tmp_path, rule, "loans.yaml")
    assert found(tmp_path, rule, "loans.yaml", "returns.yaml")
    assert found(tmp_path, rule, "returns.yaml", "loans.yaml")[0]["path"] == "loans.yaml"


def test_a_comment_silences_it_and_only_in_a_folder_it_can_be_unused(tmp_path: Path):
    rule = next(rule for rule in ACROSS if rule.code == "BP901")
    write_example(tmp_path, rule, "Bad")
    path = tmp_path / "returns.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("id: library", "id: library  # bp: ignore[BP901]"),
        encoding="utf-8",
    )
    assert not found(tmp_path, rule)
    (tmp_path / "loans.yaml").unlink()
    unused = next(each for each in RULES if each.code == "BP014")
    both = Rule(f"{rule.code},{unused.code}", "", "warning", "")
    assert not found(tmp_path, both, "returns.yaml")
    assert [each["code"] for each in found(tmp_path, both)] == ["BP014"]


def test_a_circle_of_three_is_told_once(tmp_path: Path):
    for here, there in (("a", "b"), ("b", "c"), ("c", "a")):
        (tmp_path / f"{here}.yaml").write_text(
            f"blueprint: {here}\nlanes: {{id: l, name: L, role: customer}}\n"
            f"steps: {{name: S, details: {there}.yaml, actions: {{l: Acts}}}}\n",
            encoding="utf-8",
        )
    rule = next(rule for rule in ACROSS if rule.code == "BP903")
    (said,) = found(tmp_path, rule)
    assert said["message"] == "details lead in a circle: a.yaml → b.yaml → c.yaml → a.yaml"
    assert [each["path"] for each in said["related"]] == ["b.yaml", "c.yaml"]
