"""Texts as they are best written: without quotes where none are needed, prose as it stands."""

import re

from blueprint_cli.editing.block_texts import block_text
from blueprint_cli.reading.nodes import Text

_OTHERWISE = re.compile(
    r"""~|null|true|false|yes|no|on|off|y|n
    |[-+]?\.?\d[\d_.,:eE+-]*  # numbers, times of day and dates
    |\d+-\d+-\d+([Tt ].*)?
    |0[box][\da-fA-F_]+|[-+]?\.(inf|nan)
    |<<|=|---|\.\.\.""",
    re.VERBOSE | re.IGNORECASE,
)
"""Texts that YAML takes for something else where they stand without quotes."""

_BRACKETS = re.compile(r"[,\[\]{}]|[:?](?=[\s,\[\]{}\"']|$)")


def is_one_line(text: str, node: Text) -> bool:
    """Whether a text can stand behind its key on the same line."""
    return node.style not in {"|", ">"} and "\n" not in text[node.start : node.end]


def on_one_line(text: str, node: Text, *, flow: bool) -> str:
    """A text in one line; `flow` tells that it stands in brackets or braces."""
    written = text[node.start : node.end]
    if node.style not in {"'", '"'} or "\\" in written:
        return written
    value = node.value
    if is_plain(value, flow=flow):
        return value
    return written if node.style == '"' or '"' in value else f'"{value}"'


def is_plain(value: str, *, flow: bool) -> bool:
    """Whether a text means the same without quotes, for every program that reads YAML."""
    if not value.isprintable() or value != value.strip() or value[:1] in _FIRST:
        return False
    if ": " in value or " #" in value or value[-1:] == ":" or _OTHERWISE.fullmatch(value):
        return False
    return not (flow and _BRACKETS.search(value))


_FIRST = {"", *"-?:,[]{}#&*!|>'\"%@`"}
"""What no text without quotes begins with; `-` could, but not before a space."""


def on_lines(text: str, node: Text, indent: int) -> list[str]:
    """A text of several lines: the first, which follows its key, and the others, indented.

    No line is broken anew or joined, and below `|` and `>` no space is lost.
    """
    margin = " " * indent
    if node.style in {"|", ">"}:
        block = block_text(text, node)
        header = re.sub(r"[0-9]", "2", block.header)
        return [header, *(margin + line if line else "" for line in block.lines)]
    first, *lines = text[node.start : node.end].split("\n")
    lines = [line.strip(" \t") for line in lines]
    return [first.rstrip(" \t"), *(margin + line if line else "" for line in lines)]
