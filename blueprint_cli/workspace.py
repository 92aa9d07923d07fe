"""The folder in which blueprints belong together, and the files in it that others may lead to."""

import os
import re
from functools import cache
from pathlib import Path

LARGEST = 10_000_000
"""No file with more bytes is read: the largest blueprint that people can still use has a tenth."""

SETTINGS = (".bp.toml", "bp.toml")


class Workspace:
    """A folder; files outside of it are never opened, whatever a blueprint says."""

    def __init__(self, root: Path) -> None:
        self.root = Path(os.path.realpath(root))
        self.opened: dict[Path, object] = {}
        """What was read from other files: each is opened once."""

    @classmethod
    def of(cls, path: Path) -> "Workspace":
        """The workspace of a file, or of a folder.

        It is the folder of the nearest settings file upward, else the git work tree, else the
        folder itself.
        """
        return cls(_root_of(folder_of(path)))

    def itself(self, path: str) -> Path:
        """The file that is called `path`, as `file` would give it."""
        return Path(os.path.realpath(path))

    def file(self, start: str, path: str) -> Path | None:
        """The file to which `path`, written in the file `start`, leads; None if it leads outside.

        Symbolic links are followed first, so none leads out. Whether there is a file is not asked.
        """
        folder = os.path.dirname(os.path.abspath(start))
        try:
            target = Path(os.path.realpath(os.path.join(folder, path)))
        except (OSError, ValueError):
            return None
        inside = target == self.root or self.root in target.parents
        return target if inside else None


def folder_of(path: Path) -> Path:
    """The folder itself, or the one in which the file stands; absolute."""
    absolute = Path(os.path.abspath(path))
    return absolute if os.path.isdir(absolute) else absolute.parent


def settings_file_of(path: Path) -> Path | None:
    """The nearest file upward that holds settings for `path`.

    In a folder `.bp.toml` comes first, then `bp.toml`, then `pyproject.toml` with `[tool.bp]`.
    """
    return _settings_of(folder_of(path))


def forget() -> None:
    """Look for settings and work trees anew the next time: files may have come and gone."""
    _settings_of.cache_clear()
    _root_of.cache_clear()


@cache
def _root_of(folder: Path) -> Path:
    settings = _settings_of(folder)
    return settings.parent if settings else _work_tree(folder) or folder


@cache
def _settings_of(folder: Path) -> Path | None:
    return next(filter(None, map(_settings_in, (folder, *folder.parents))), None)


def _settings_in(folder: Path) -> Path | None:
    for name in SETTINGS:
        if is_file(folder / name):
            return folder / name
    project = folder / "pyproject.toml"
    return project if is_file(project) and _has_settings(project) else None


def _has_settings(project: Path) -> bool:
    try:
        text = project.read_text("utf-8", "replace")
    except OSError:
        return False
    return bool(re.search(r"^\s*\[\s*tool\s*\.\s*[\"']?bp[\"']?\s*[.\]]", text, re.MULTILINE))


def _work_tree(folder: Path) -> Path | None:
    above = (folder, *folder.parents)
    return next((each for each in above if os.path.exists(each / ".git")), None)


def is_file(path: Path) -> bool:
    """Whether there is a file; also a path that cannot even be asked for leads to none."""
    return os.path.isfile(path)


def bytes_of(path: Path) -> bytes:
    """A file's content; of a file that is too large, one byte more than `LARGEST`.

    Raises OSError where it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
