"""The two versions of each file that are to be compared, wherever they are: on disk or in git."""

import os
from typing import NamedTuple

from blueprint_cli.parse import Document, read
from blueprint_cli.problems import Problem


class Side(NamedTuple):
    """One version of a file: what it is called in the result, its path, and what it holds.

    `content` is None where there is no such file on this side.
    """

    label: str
    path: str
    content: bytes | None

    def document(self) -> Document:
        """The blueprint; other files are not looked at, since they were not the same then."""
        return read(self.content or b"", self.path)


class Pair(NamedTuple):
    """A file in both versions; `named` where the user asked for this very file."""

    old: Side
    new: Side
    named: bool = False


def side_of(name: str, stdin_filename: str | None) -> Side:
    """A file on disk, or standard input for `-`."""
    if name == os.devnull:
        return Side(name, name, None)
    from blueprint_cli.files import Input, gather

    (found,) = gather([name], stdin_filename) or [Input(name)]
    return Side(found.path, found.path, found.content())


def errors_in(document: Document) -> tuple[Problem, ...]:
    """What keeps a version from being compared."""
    return tuple(each for each in document.problems if each.severity == "error")


def is_file(name: str) -> bool:
    """Whether the word names something that can be read as one version: a file, a pipe, `-`."""
    return name == "-" or (os.path.exists(name) and not os.path.isdir(name))
