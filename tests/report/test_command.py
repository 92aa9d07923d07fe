"""What a case in text cannot show of `bp report`: terminals, git, and that nothing is half done."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from blueprint_cli.reporters import ADDED, ENDINGS, FOLDERS, FORMS, REPORTERS
from blueprint_cli.reporting import shown_picture

ROOT = Path(__file__).parents[2]
BP = [sys.executable, "-m", "blueprint_cli", "report"]
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "PYTHONPATH": str(ROOT),
    "LC_ALL": "C.UTF-8",
    "GIT_AUTHOR_NAME": "Mira",
    "GIT_AUTHOR_EMAIL": "mira@example.org",
    "GIT_COMMITTER_NAME": "Mira",
    "GIT_COMMITTER_EMAIL": "mira@example.org",
    "GIT_CONFIG_NOSYSTEM": "1",
}
HOTEL = "blueprint: Hotel\nlanes: [{name: Desk, role: frontstage}]\nsteps: [{name: Arrive}]\n"


def run(arguments: list[str], folder: Path):
    return subprocess.run(
        [*BP, *arguments], cwd=folder, env=ENVIRONMENT, capture_output=True, check=False
    )


def test_every_form_is_written_by_something():
    assert {*REPORTERS, *FOLDERS} == set(FORMS) == set(ENDINGS) == set(ADDED)
    assert len(set(ADDED.values())) == len(FORMS)


def test_no_workbook_goes_to_a_terminal(tmp_path):
    (tmp_path / "hotel.yaml").write_text(HOTEL, encoding="utf-8")
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [*BP, "hotel.yaml", "-f", "xlsx", "-o", "-"],
        cwd=tmp_path, env=ENVIRONMENT, stdout=theirs, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "error: a terminal cannot show this report",
        "hint: name a file: `-o report.xlsx`",
    ]


def test_history_tells_of_all_versions(tmp_path):
    def git(*words: str):
        subprocess.run(["git", *words], cwd=tmp_path, env=ENVIRONMENT, check=True)

    git("init", "-q")
    file = tmp_path / "hotel.yaml"
    for name in ("Arrive", "Come in"):
        file.write_text(HOTEL.replace("Arrive", name), encoding="utf-8")
        git("add", ".")
        git("commit", "-q", "-m", name)
    found = json.loads(run(["hotel.yaml", "-f", "json", "--history"], tmp_path).stdout)
    section = found["sections"][-1]
    assert section["key"] == "history"
    assert [row["subject"] for row in section["tables"][0]["rows"]] == ["Arrive", "Come in"]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_file_gives_the_same_bytes_wherever_it_lies(form, tmp_path):
    source = (ROOT / "samples" / "hotel-dinner.yaml").read_bytes()
    made = []
    for place in ("here", "elsewhere/deep"):
        folder = tmp_path / place
        folder.mkdir(parents=True)
        (folder / "hotel.yaml").write_bytes(source)
        done = run(["hotel.yaml", "-f", form, "-o", "all/"], folder)
        assert done.returncode == 0, done.stderr
        files = sorted((folder / "all").rglob("*.*"))
        made.append({str(each.relative_to(folder)): bytes_of(each) for each in files})
    assert made[0] == made[1]
    assert not [content for content in made[0].values() if str(tmp_path).encode() in content]


def bytes_of(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def test_the_address_of_a_picture(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a b").mkdir()
    assert not shown_picture("a b/hotel.yaml", None, None)
    Path("a b/hotel.png").write_bytes(b"")
    assert shown_picture("a b/hotel.yaml", None, None) == "a%20b/hotel.png"
    Path("a b/hotel.svg").write_bytes(b"")
    assert shown_picture("a b/hotel.yaml", "a b/out.md", None) == "hotel.svg"
    assert shown_picture("a b/hotel.yaml", "out/x.md", None) == "../a%20b/hotel.svg"
    assert shown_picture("hotel.yaml", None, "x)>:y.svg") == "x%29%3E%3Ay.svg"
    assert shown_picture("hotel.yaml", None, "https://a.example/x>y.svg?a=b#c") == (
        "https://a.example/x%3Ey.svg?a=b#c"
    )
    assert shown_picture("hotel.yaml", None, "javascript:alert(1)") == "javascript%3Aalert%281%29"
