"""Rename elements of the files in `cases/`, and compare what changes or why nothing does.

A case is a text file. `=== NAME` begins a file and `===` alone ends the last one. `$ FILE KIND OLD
NEW` asks for a renaming; behind it follow the lines that change (`> `), or why there are none
(`! `). Nothing is written: every renaming starts from the files as they stand. `--accept` rewrites
what follows. A file is taken as it stands but for `\\r`, `\\u0301`, `\\u2028` and `\\ufeff`.
"""

import re
from pathlib import Path

import pytest

from blueprint_cli.differences import unified
from blueprint_cli.problems import Trouble
from tests.renaming.workspaces import renamed

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
CODE = re.compile(r"\\(r|u0301|u2028|ufeff)")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case, tmp_path, monkeypatch, accept):
    monkeypatch.chdir(tmp_path)
    expected = case.read_text(encoding="utf-8")
    came_out = "".join(replayed(expected.splitlines(keepends=True)))
    if accept and came_out != expected:
        case.write_text(came_out, encoding="utf-8")
    assert came_out == (came_out if accept else expected)


def replayed(lines):
    texts, file = {}, None
    for line in lines:
        if line.startswith(("> ", "! ", ">\n", "!\n")) and file is None:
            continue
        yield line
        if line == "===\n":
            file = None
        elif line.startswith("=== "):
            file = line[4:].strip()
            texts[file] = ""
        elif line.startswith("$ "):
            yield from answer(texts, *line[2:].split())
        elif file is not None:
            texts[file] += CODE.sub(lambda code: eval(f'"{code[0]}"'), line)  # noqa: S307 - ours


def answer(texts, file, *words):
    try:
        changed = renamed(texts, file, *words)
    except Trouble as trouble:
        yield from (f"! {line}\n" for line in (trouble.message, trouble.hint) if line)
        return
    for path, text in changed.items():
        for line in unified(path, texts[path].encode(), text.encode(), color=False).splitlines():
            if line.startswith("--- "):
                continue
            if line.startswith("+++ "):
                yield f"> {line[6:]}\n"
            elif line.startswith(("+", "-", "\\")):
                yield f"> {shown(line)}\n"


def shown(text):
    return "".join(
        sign if sign.isprintable() and sign != "\u0301" else sign.encode("unicode_escape").decode()
        for sign in text
    )
