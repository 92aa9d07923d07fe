"""TOML files: what stands in them, and on which line."""

import re
from pathlib import Path
from typing import Any

from blueprint_cli.problems import Trouble

Keys = tuple[str, ...]
"""The way to a value: the names of the tables around it, and its own."""


def text_of(path: Path, shown: str) -> str:
    """A file's text; `Trouble` with its `shown` name where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Trouble(f"{shown}: the file is not UTF-8", "save it so") from error
    except OSError as error:
        raise Trouble(f"cannot read {shown}: {(error.strerror or '').lower()}") from error


def tables(text: str, shown: str, hint: str) -> dict[str, Any]:
    """What a file says; `Trouble` with its `shown` name, line and column where it is no TOML."""
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason, _, place = str(error).removesuffix(")").partition(" (at ")
        where = "".join(f":{number}" for number in re.findall(r"\d+", place))
        raise Trouble(f"{shown}{where}: {reason[:1].lower()}{reason[1:]}", hint) from error


def line_of(text: str, keys: Keys) -> int | None:
    """The line on which a value is written, from 1: tomllib tells no places.

    It is the line of the key, of the inline table that holds it, or of a table's header.
    """
    table: Keys = ()
    best: tuple[int, int] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[+([^\]]+)\]", line):
            table = found = _names(header[1])
        elif key := re.match(r"""\s*((?:[\w.-]|"[^"]*"|'[^']*'|\s*\.\s*)+?)\s*=""", line):
            found = (*table, *_names(key[1]))
        else:
            continue
        common = min(len(found), len(keys))
        if found[:common] == keys[:common] and (best is None or common > best[0]):
            best = (common, number)
    return best[1] if best else None


def _names(dotted: str) -> Keys:
    """The names in `links.needs`, also where they stand in quotes."""
    found = re.findall(r"""[\w-]+|"[^"]*"|'[^']*'""", dotted)
    return tuple(name.strip("\"'") for name in found)
