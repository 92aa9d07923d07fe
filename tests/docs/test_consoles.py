"""The console sessions in the docs are run, and print what the docs say; `--accept` rewrites them.

A session is a block marked `console`. Its lines that begin with `$ ` are run by a shell in an empty
folder with a copy of samples/; one page's sessions share that folder. Before them, in the page's
order, a `yaml` block that follows a line ending in "`name.yaml`:" is written to that file.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [
    page
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
    if page.exists() and "```console\n" in page.read_text(encoding="utf-8")
]
BLOCK = re.compile(
    r"(?:`(?P<file>[\w./-]+\.(?:yaml|toml))`:\n\n)?"
    r"```(?P<kind>console|yaml|toml)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
PICTURES = shutil.ignore_patterns("*.svg", "*.png", "*.pdf", "*.dot")
END = "=== end of a command ==="


def test_some_page_has_sessions():
    assert ROOT / "docs" / "tutorial.md" in PAGES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_console_sessions(page, tmp_path, accept):
    text = page.read_text(encoding="utf-8")
    folder = tmp_path / "here"
    shutil.copytree(ROOT / "samples", folder / "samples", ignore=PICTURES)
    environment = _environment(tmp_path / "bin")
    played = _play(text, folder, environment)
    if accept:
        page.write_text(played, encoding="utf-8")
    else:
        assert text == played


def _environment(programs):
    """A shell's variables: `bp` is this project's, 80 columns, no colour, nothing of the user's."""
    programs.mkdir()
    program = programs / "bp"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m blueprint_cli "$@"\n')
    program.chmod(0o755)
    return {
        "PATH": os.pathsep.join([str(programs), os.environ["PATH"]]),
        "PYTHONPATH": str(ROOT),
        "HOME": str(programs),
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "GIT_CONFIG_NOSYSTEM": "1",
        **{
            f"GIT_{who}_{what}": text
            for who in ("AUTHOR", "COMMITTER")
            for what, text in (("NAME", "Mira"), ("EMAIL", "mira@example.org"))
        },
        "LC_ALL": "C.UTF-8",
    }


def _play(text, folder, environment):
    """The page with every session's output as it is now."""
    parts, done = [], 0
    for block in BLOCK.finditer(text):
        if block["file"]:
            (folder / block["file"]).write_text(block["text"], encoding="utf-8")
        if block["kind"] != "console":
            continue
        start, end = block.span("text")
        parts += [text[done:start], _run(block["text"], folder, environment)]
        done = end
    return "".join([*parts, text[done:]])


def _run(session, folder, environment):
    commands = [line[2:] for line in session.splitlines() if line.startswith("$ ")]
    script = "".join(
        f"{command}\n_status=$?; echo '{END}'; (exit $_status)\n" for command in commands
    )
    ran = subprocess.run(
        ["sh", "-c", script],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        text=True,
        encoding="utf-8",
    )
    outputs = ran.stdout.split(f"{END}\n")
    return "".join(
        f"$ {command}\n{output}" for command, output in zip(commands, outputs, strict=False)
    )
