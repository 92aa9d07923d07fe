"""Run the command lines of `cases/` as a user would, and compare all that comes out.

A case is a text file. `=== NAME` begins a file that lies there at the start, `$ ` begins a line for
the shell; what it wrote to standard output follows behind `> `, standard error behind `! `, and the
exit status behind `= ` if it is not 0. Everything else is for the reader. `--accept` rewrites what
follows the command lines.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CASES = sorted((HERE / "cases").glob("*.txt"))
BASH = shutil.which("bash")
MARKS = ("> ", "! ", "= ")

pytestmark = pytest.mark.skipif(BASH is None, reason="the cases are written for bash")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path, tmp_path: Path, accept: bool) -> None:  # noqa: FBT001 - a fixture
    expected = case.read_bytes().decode()  # with line ends as they are: CSV has others
    lines = without_results(expected)
    came_out = "".join(replayed(lines, tmp_path))
    if accept and came_out != expected:
        case.write_bytes(came_out.encode())
    assert came_out == (came_out if accept else expected)


def without_results(text: str) -> list[str]:
    lines = []
    in_file = after_command = False
    for line in text.splitlines(keepends=True):
        if line.startswith(("=== ", "$ ")) or (in_file and line == "===\n"):
            in_file = line.startswith("=== ")
            after_command = line.startswith("$ ")
        elif after_command and line.startswith((*MARKS, ">\n", "!\n")):
            continue
        else:
            after_command = False
        lines.append(line)
    return lines


def replayed(lines: list[str], folder: Path) -> list[str]:
    """The case with what its command lines gave when they were run in this folder."""
    work = folder / "work"
    work.mkdir()
    environment = surroundings(folder)
    out = []
    file = None
    for line in lines:
        out.append(line)
        if line.startswith("=== "):
            file = work / line[4:].strip()
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("", encoding="utf-8")
        elif line.startswith("$ "):
            file = None
            out += run(line[2:], work, environment)
        elif line == "===\n":
            file = None
        elif file is not None:
            with file.open("a", encoding="utf-8") as written:
                written.write(line)
    return out


def surroundings(folder: Path) -> dict[str, str]:
    """An environment with `bp` on its path and nothing of the user's own."""
    programs = folder / "bin"
    programs.mkdir()
    bp = programs / "bp"
    bp.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m blueprint_cli "$@"\n', encoding="utf-8")
    bp.chmod(0o755)
    return {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": os.environ.get("PYTHONDONTWRITEBYTECODE", ""),
        "HOME": str(folder),
        "SAMPLES": str(ROOT / "samples"),
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "80",
        "GIT_AUTHOR_NAME": "Mira",
        "GIT_AUTHOR_EMAIL": "mira@example.org",
        "GIT_COMMITTER_NAME": "Mira",
        "GIT_COMMITTER_EMAIL": "mira@example.org",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CEILING_DIRECTORIES": str(folder),
    }


def run(line: str, work: Path, environment: dict[str, str]) -> list[str]:
    assert BASH is not None
    done = subprocess.run(
        [BASH, "-c", line],
        cwd=work,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )
    said = [*marked("> ", done.stdout), *marked("! ", done.stderr)]
    return [*said, f"= {done.returncode}\n"] if done.returncode else said


def marked(mark: str, output: bytes) -> list[str]:
    lines = output.decode("utf-8", "backslashreplace").split("\n")
    if lines[-1] == "":
        lines.pop()
    return [f"{mark}{line}".rstrip(" ") + "\n" for line in lines]
