"""Two versions of a file as a patch that people read and `git apply` takes."""

import re
from collections.abc import Iterator

from blueprint_cli.console import styled

_STYLES = {"+": "good", "-": "error", "@": "info"}


def unified(path: str, before: bytes, after: bytes, *, color: bool) -> str:
    """The lines that differ, each file's bytes read as UTF-8."""
    return "".join(_styled(line, color=color) for line in _lines(path, before, after))


def _lines(path: str, before: bytes, after: bytes) -> Iterator[str]:
    from difflib import unified_diff

    old, new = (
        re.findall("[^\n]*\n|[^\n]+", version.decode("utf-8", "surrogateescape"))
        for version in (before, after)
    )
    for line in unified_diff(old, new, f"a/{path}", f"b/{path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _styled(line: str, *, color: bool) -> str:
    style = "bold" if line.startswith(("--- ", "+++ ")) else _STYLES.get(line[:1], "")
    return styled(line[:-1], style, color=color) + "\n" if style else line
