r"""Break the texts of `cases/` into lines and compare them.

A case begins with `=== TITLE | WIDTH pt, SIZE` and perhaps ` bold`; its text goes up to `~~~`, and
the lines that are expected up to the next case, each behind a bar. `\u{a0}` stands for a character
that cannot be seen. `--accept` rewrites what is expected.
"""

import re
from pathlib import Path

import pytest

from blueprint_cli.lettering import wrap

FILES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
CASE = re.compile(
    r"^=== (?P<title>[^\n]*) \| (?P<width>\d+) pt, (?P<size>[\d.]+)(?P<bold> bold)?\n"
    r"(?P<text>.*?)\n~~~\n(?P<expected>.*?)(?=^=== |\Z)",
    re.MULTILINE | re.DOTALL,
)


def seen(text):
    return "".join(char if char.isprintable() else f"\\u{{{ord(char):x}}}" for char in text)


def meant(text):
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), text)


def rewritten(case):
    lines = wrap(
        meant(case["text"]), int(case["width"]), float(case["size"]), bold=bool(case["bold"])
    )
    head = case[0].partition("\n~~~\n")[0]
    return f"{head}\n~~~\n" + "".join(f"|{seen(line)}\n" for line in lines) + "\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_cases(path, accept):
    written = path.read_text(encoding="utf-8")
    came_out = "".join(map(rewritten, CASE.finditer(written)))
    if accept:
        path.write_text(came_out, encoding="utf-8")
    assert came_out == path.read_text(encoding="utf-8")


def test_every_case_is_read():
    for path in FILES:
        written = path.read_text(encoding="utf-8")
        assert written.count("\n=== ") + 1 == len(CASE.findall(written)), path.name
