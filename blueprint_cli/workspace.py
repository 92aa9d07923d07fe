"""The folder in which blueprints belong together, and the files in it that others may lead to.

Paths are texts: that they are not of `pathlib` spares git's drivers the time to load it.
"""

import os
import re
from collections.abc import Iterator
from functools import cache

LARGEST = 10_000_000
"""No file with more bytes is read: the largest blueprint that people can still use has a tenth."""

SETTINGS = (".bp.toml", "bp.toml")


class Workspace:
    """A folder; files outside of it are never opened, whatever a blueprint says."""

    def __init__(self, root: str) -> None:
        self.root = os.path.realpath(root)
        self.opened: dict[str, object] = {}
        """What was read from other files: each is opened once."""

    @classmethod
    def of(cls, path: str) -> "Workspace":
        """The workspace of a file, or of a folder.

        It is the folder of the nearest settings file upward, else the git work tree, else the
        folder itself.
        """
        return cls(_root_of(folder_of(path)))

    def itself(self, path: str) -> str:
        """The file that is called `path`, as `file` would give it."""
        return os.path.realpath(path)

    def file(self, start: str, path: str) -> str | None:
        """The file to which `path`, written in the file `start`, leads; None if it leads outside.

        Symbolic links are followed first, so none leads out. Whether there is a file is not asked.
        """
        folder = os.path.dirname(os.path.abspath(start))
        try:
            target = os.path.realpath(os.path.join(folder, path))
        except (OSError, ValueError):
            return None
        return target if self.root in upward(target) else None


def folder_of(path: str) -> str:
    """The folder itself, or the one in which the file stands; absolute."""
    absolute = os.path.abspath(path)
    return absolute if os.path.isdir(absolute) else os.path.dirname(absolute)


def settings_file_of(path: str) -> str | None:
    """The nearest file upward that holds settings for `path`.

    In a folder `.bp.toml` comes first, then `bp.toml`, then `pyproject.toml` with `[tool.bp]`.
    """
    return _settings_of(folder_of(path))


def forget() -> None:
    """Look for settings and work trees anew the next time: files may have come and gone."""
    _settings_of.cache_clear()
    _root_of.cache_clear()


def upward(path: str) -> Iterator[str]:
    """An absolute path and every folder that it is in."""
    above = path
    while above:
        yield above
        path, above = above, os.path.dirname(above)
        if above == path:
            return


@cache
def _root_of(folder: str) -> str:
    settings = _settings_of(folder)
    return os.path.dirname(settings) if settings else _work_tree(folder) or folder


@cache
def _settings_of(folder: str) -> str | None:
    return next(filter(None, map(_settings_in, upward(folder))), None)


def _settings_in(folder: str) -> str | None:
    for name in SETTINGS:
        if is_file(os.path.join(folder, name)):
            return os.path.join(folder, name)
    project = os.path.join(folder, "pyproject.toml")
    return project if is_file(project) and _has_settings(project) else None


def _has_settings(project: str) -> bool:
    try:
        text = bytes_of(project).decode("utf-8", "replace")
    except OSError:
        return False
    return bool(re.search(r"^\s*\[\s*tool\s*\.\s*[\"']?bp[\"']?\s*[.\]]", text, re.MULTILINE))


def _work_tree(folder: str) -> str | None:
    return next((each for each in upward(folder) if os.path.exists(f"{each}/.git")), None)


def is_file(path: str) -> bool:
    """Whether there is a file; also a path that cannot even be asked for leads to none."""
    return os.path.isfile(path)


def bytes_of(path: str) -> bytes:
    """A file's content; of a file that is too large, one byte more than `LARGEST`.

    Raises OSError where it cannot be read.
    """
    with open(path, "rb") as file:
        return file.read(LARGEST + 1)
