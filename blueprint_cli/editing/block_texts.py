"""Texts below `|` and `>`: which lines are theirs, without the spaces that only indent them."""

import re
from typing import NamedTuple

from blueprint_cli.reading.nodes import Text


class BlockText(NamedTuple):
    """The lines of a text as they mean it; `end` is the place behind the last one.

    `header` is what stands on the line of the `|`, without the comment at `comment`, which is the
    header's end where there is none. Below `|+` empty lines at the end belong to the text.
    """

    header: str
    comment: int
    lines: list[str]
    end: int


_HEADER = re.compile(r"([|>][-+0-9]*)[ \t]*")


def block_text(text: str, node: Text) -> BlockText:
    """The lines of a text that is written below `|` or `>`; line ends are line feeds."""
    found = _HEADER.match(text, node.start)
    assert found  # noqa: S101 - the parser has seen it
    first = _line_end(text, node.start)
    lines = text[first + 1 : _line_end(text, node.end)].split("\n") if node.end > first else []
    indent = _indent(lines, node.value) if lines else _indent_below(text, first, node.value)
    end = max(first, _line_end(text, node.end))
    lines += _further(text, end, indent)
    kept = len(lines)
    while kept and not lines[kept - 1][indent:] and "+" not in found[1]:
        kept -= 1
    end = first + sum(len(line) + 1 for line in lines[:kept])
    return BlockText(found[1], found.end(), [line[indent:] for line in lines[:kept]], end)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _further(text: str, at: int, indent: int) -> list[str]:
    """The lines behind `at` that hold only spaces, or are far enough in to belong to the text."""
    lines: list[str] = []
    while at + 1 < len(text):
        end = _line_end(text, at + 1)
        line = text[at + 1 : end]
        rest = line.lstrip(" ")
        if rest and len(line) - len(rest) < indent:
            break
        lines.append(line)
        at = end
    return lines


def _indent(lines: list[str], value: str) -> int:
    """How many spaces stand before each line: what the first words have more than they mean."""
    for words in ("words", "spaces"):
        meant = _first(value.split("\n"), words)
        written = _first(lines, words)
        if meant is not None and written is not None:
            return written - meant
    return max(map(len, lines), default=0)


def _first(lines: list[str], what: str) -> int | None:
    """The spaces before the first line that holds words; or the first line of only spaces."""
    for line in lines:
        spaces = len(line) - len(line.lstrip(" "))
        if (spaces < len(line)) if what == "words" else line:
            return spaces
    return None


def _indent_below(text: str, at: int, value: str) -> int:
    """The same where the parser says that the text ends with its header: all is white space."""
    lines: list[str] = []
    while at + 1 < len(text):
        end = _line_end(text, at + 1)
        lines.append(text[at + 1 : end])
        at = end
        if lines[-1].strip(" "):
            break
    return _indent(lines, value) if value.strip("\n") else 10**6
