"""A real `bp lint` writes the same to a file as to standard output, whatever a path is made of."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from blueprint_cli.listings import LISTINGS

ROOT = Path(__file__).parents[2]
BAD = "blueprint: Bad\nlanes: [{name: Guest, role: custmer}]\nsteps: [Ask]\n"


def bp(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "blueprint_cli", "lint", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a\nb %, 接.yaml").write_text(BAD, encoding="utf-8")
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.yaml")).write_text(BAD, "utf-8")
    except OSError:  # this system's file names are always Unicode
        (tmp_path / "café.yaml").write_text(BAD, encoding="utf-8")
    return tmp_path


def test_every_format_at_once(folder):
    names = [listing.name for listing in LISTINGS]
    wishes = [word for name in names for word in ("--output-format", f"{name}=out/{name}.txt")]
    (folder / "out").mkdir()
    done = bp(folder, ".", *wishes)
    assert (done.returncode, done.stdout) == (1, b""), done.stderr
    for name in ("full", "github", "sarif", "junit"):
        printed = bp(folder, ".", "--output-format", name)
        assert printed.returncode == 1
        assert printed.stdout == (folder / "out" / f"{name}.txt").read_bytes()


def named(folder: Path, *words: str) -> dict[str, str]:
    """The paths by which the forms for forges name the only finding."""
    github = bp(folder, *words, "--output-format", "github").stdout.decode()
    gitlab = json.loads(bp(folder, *words, "--output-format", "gitlab").stdout)
    sarif = json.loads(bp(folder, *words, "--output-format", "sarif").stdout)
    result = sarif["runs"][0]["results"][0]
    changed = [change["artifactLocation"] for change in result["fixes"][0]["artifactChanges"]]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert changed == [place]
    assert json.loads(bp(folder, *words, "--output-format", "json").stdout)[0]["path"] == words[0]
    return {
        "github": re.findall("file=([^,]*),", github)[0],
        "gitlab": gitlab[0]["location"]["path"],
        "sarif": place["uri"],
    }


def test_forges_are_told_paths_from_the_top_of_the_repository(tmp_path):
    shops = tmp_path / "shops"
    shops.mkdir()
    for each in (tmp_path / "hotel.yaml", shops / "tea.yaml"):
        each.write_text(BAD, encoding="utf-8")
    assert {*named(shops, "tea.yaml").values()} == {"tea.yaml"}  # there is no repository
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    assert {*named(shops, "tea.yaml").values()} == {"shops/tea.yaml"}
    assert {*named(shops, "../hotel.yaml").values()} == {"hotel.yaml"}
    assert {*named(tmp_path, "hotel.yaml").values()} == {"hotel.yaml"}
