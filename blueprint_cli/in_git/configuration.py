"""git's settings for blueprints: which there are, what they are to hold, and what they hold."""

import os
from typing import NamedTuple

from blueprint_cli import git
from blueprint_cli.in_git import headers, scripts

HEADERS = "diff.blueprint.xfuncname"
DIFF = "diff.blueprint.command"
MERGE = "merge.blueprint.driver"
PAGE = "difftool.bp.cmd"
KEYS = (HEADERS, DIFF, PAGE, MERGE)
"""All that `bp git install` may write.

The driver gets no `name`: git dies of one that has a name and no command.
"""

_CALLS = {DIFF: "bp git driver diff", MERGE: "bp git driver merge", PAGE: "bp git driver page"}


PAGES = "bp"
"""The folder in git's own where pages of `bp git difftool` lie."""


class Setting(NamedTuple):
    """A value of git's settings, and the file that holds it."""

    value: str
    origin: str


def wished(key: str, column: int) -> str:
    """What a key is meant to hold; `column` is where the steps of the blueprints begin."""
    values = {DIFF: scripts.DIFF, MERGE: scripts.MERGE, PAGE: scripts.PAGE}
    return headers.pattern(column) if key == HEADERS else values[key]


def is_ours(key: str, value: str) -> bool:
    """Whether `bp git install` wrote this, be it another release's."""
    return headers.is_pattern(value) if key == HEADERS else _CALLS[key] in value


def found(folder: str, key: str) -> list[Setting]:
    """Every value of a key that counts in a folder; the last one wins."""
    done = git.run(folder, "config", "--show-origin", "--null", "--get-all", key)
    words = os.fsdecode(done.stdout).split("\0")[:-1]
    return [Setting(value, origin) for origin, value in zip(words[::2], words[1::2], strict=True)]


def held(folder: str, where: str, key: str) -> list[str]:
    """The values of a key in one place: `--local` or `--global`."""
    done = git.run(folder, "config", where, "--null", "--get-all", key)
    return os.fsdecode(done.stdout).split("\0")[:-1]


def put(folder: str, where: str, key: str, value: str) -> None:
    """Write a key in one place, whatever it held; `Trouble` where git cannot."""
    git.answer(folder, "config", where, "--replace-all", key, value)


def drop(folder: str, where: str, key: str) -> None:
    """Take a key out of one place; `Trouble` where git cannot."""
    git.answer(folder, "config", where, "--unset-all", key)
