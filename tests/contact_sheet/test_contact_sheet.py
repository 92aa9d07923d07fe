"""A reviewer sees which pictures a change of the code alters, and where."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tools"))

Image = pytest.importorskip("PIL.Image", reason="the package pillow is not installed")

from picture_changes import CELL, compared  # noqa: E402 - found by the path above

WORDS = Path("blueprint_cli", "languages", "en.py")


def blueprint(role):
    return json.dumps({
        "blueprint": f"Work {role}",
        "lanes": [{"name": "People", "role": role}],
        "steps": [{"id": "one", "name": "One", "actions": {"people": "Does it"}}],
    })  # fmt: skip


def git(folder, *words):
    who = ["-c", "user.name=Someone", "-c", "user.email=someone@example.org"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """Our code and two samples; after the tag `old`, backstage lanes are called otherwise."""
    folder = tmp_path_factory.mktemp("repository")
    shutil.copytree(
        ROOT / "blueprint_cli",
        folder / "blueprint_cli",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    (folder / "samples").mkdir()
    for role in ("backstage", "support"):
        (folder / "samples" / f"{role}.yaml").write_text(blueprint(role), encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Before")
    git(folder, "tag", "old")
    words = (folder / WORDS).read_text(encoding="utf-8")
    (folder / WORDS).write_text(words.replace('"Backstage"', '"Out of sight"'), encoding="utf-8")
    git(folder, "commit", "-q", "-a", "-m", "After")
    return folder


def run(folder, *words):
    command = [sys.executable, str(ROOT / "tools" / "contact_sheet.py"), *map(str, words)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_page_shows_what_changed_and_names_the_rest(repository, tmp_path):
    ran = run(repository, "old", "main", "-o", tmp_path / "sheet.html")
    assert ran.stderr == ""
    first, second = ran.stdout.splitlines()
    assert first.startswith("backstage.yaml: ")
    assert " differs in 1 place, " in first
    assert second == "support.yaml: unchanged"
    page = (tmp_path / "sheet.html").read_text(encoding="utf-8")
    assert page.count("<img ") == 2
    assert '<img alt="backstage.yaml before" src="data:image/png;base64,' in page
    assert "<h2>Unchanged</h2>\n<p>support.yaml</p>" in page


def test_the_working_tree_is_what_is_new_without_a_revision(repository, tmp_path):
    ran = run(repository, "main", "--png", tmp_path / "sheet.png")
    assert ran.stdout == "backstage.yaml: unchanged\nsupport.yaml: unchanged\n"
    with Image.open(tmp_path / "sheet.png") as sheet:
        assert sheet.width > sheet.height


def test_what_one_side_cannot_draw_comes_first(repository, tmp_path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("blueprint: 1\nlanes: no\n", encoding="utf-8")
    command = ["old", "main", "-o", tmp_path / "sheet.html", "--samples", wrong]
    ran = run(repository, *command)
    assert ran.stdout.startswith("wrong.yaml: not drawn before: ")
    ran = run(repository, "old", "main", "--render", "--theme nosuch", "-o", tmp_path / "s.html")
    assert "not drawn after: " in ran.stdout


def test_an_unknown_revision_is_told(repository):
    ran = run(repository, "nosuch")
    assert ran.returncode == 1
    assert "nosuch" in ran.stderr
    assert "Traceback" not in ran.stderr


def picture(path, size, *dots):
    made = Image.new("RGB", size, "#ffffff")
    for dot in dots:
        made.putpixel(dot, (0, 0, 0))
    made.save(path)
    return path


def test_places_that_touch_are_one(tmp_path):
    one = picture(tmp_path / "one.png", (10 * CELL, 10 * CELL))
    two = picture(
        tmp_path / "two.png",
        (10 * CELL, 10 * CELL),
        (1, 1),
        (CELL + 1, CELL + 1),  # the square that touches the first at a corner
        (9 * CELL, 9 * CELL),  # far from both
    )
    pair = compared("a.yaml", one, two)
    assert pair.boxes == (
        (0, 0, 2 * CELL, 2 * CELL),
        (9 * CELL, 9 * CELL, 10 * CELL, 10 * CELL),
    )
    assert pair.share == 3 / (10 * CELL) ** 2


def test_more_room_is_a_change(tmp_path):
    one = picture(tmp_path / "one.png", (48, 48))
    two = picture(tmp_path / "two.png", (48, 96))
    pair = compared("a.yaml", one, two)
    assert (pair.share, pair.boxes) == (0.5, ((0, 48, 48, 96),))
    assert pair.told == "50.0% differs in 1 place, 48 × 48 → 48 × 96 dots"


def test_the_same_is_no_change(tmp_path):
    one = picture(tmp_path / "one.png", (48, 48), (3, 3))
    pair = compared("a.yaml", one, one)
    assert (pair.share, pair.boxes, pair.told) == (0.0, (), "unchanged")
