"""The YAML files of a work tree: which are blueprints, and what git's attributes say of them."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from blueprint_cli import git
from blueprint_cli.files import ENDINGS
from blueprint_cli.parse import is_blueprint
from blueprint_cli.workspace import bytes_of


class Tree(NamedTuple):
    """A work tree: its top, and its YAML files by what they are, as git calls them.

    `texts` are the bytes of the blueprints.
    """

    top: str
    blueprints: tuple[str, ...]
    others: tuple[str, ...]
    texts: tuple[bytes, ...]


class Attributes(NamedTuple):
    """What git is told about a file: the values of `diff` and `merge`; `unspecified` is git's."""

    diff: str
    merge: str


def tree(folder: str) -> Tree:
    """The work tree round a folder, without what git ignores; `Trouble` where there is none."""
    top = git.top(folder)
    listed = git.answer(top, "ls-files", "-co", "--exclude-standard", "-z")
    names = sorted({os.fsdecode(name) for name in listed.split(b"\0")})
    known = [(name, _content(top, name)) for name in names if name.endswith(ENDINGS)]
    mine = [(name, text) for name, text in known if text is not None and is_blueprint(text, name)]
    blueprints = tuple(name for name, _ in mine)
    others = tuple(name for name, text in known if text is not None and name not in blueprints)
    return Tree(top, blueprints, others, tuple(text for _, text in mine))


def _content(top: str, name: str) -> bytes | None:
    """What a file of the work tree holds; None for a link, and for what is not there."""
    path = Path(top, name)
    try:
        return None if path.is_symlink() else bytes_of(str(path))
    except OSError:
        return None


def attributes(top: str, names: Sequence[str]) -> dict[str, Attributes]:
    """What git's attributes say of files, as they count in this work tree."""
    if not names:
        return {}
    asked = b"".join(os.fsencode(name) + b"\0" for name in names)
    words = os.fsdecode(
        git.answer(top, "check-attr", "-z", "--stdin", "diff", "merge", told=asked)
    ).split("\0")[:-1]
    values = words[2::3]
    pairs = zip(values[::2], values[1::2], strict=True)
    return {name: Attributes(*pair) for name, pair in zip(names, pairs, strict=True)}
