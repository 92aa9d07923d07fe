"""The blueprints of a work tree as they were at a revision of git."""

import io
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from blueprint_cli import git
from blueprint_cli.workspace import Workspace

_ENDINGS = {".yaml": ":(glob)**/*.yaml", ".yml": ":(glob)**/*.yml"}


class Past:
    """A work tree as it was: files are called by their names of today."""

    def __init__(self, top: Path, there: Path, renamed: dict[str, str]) -> None:
        self._top = top
        self._there = there
        self._renamed = renamed

    def content(self, path: str) -> bytes | None:
        """What a file held; None if it was not there."""
        try:
            return self.file(Path(os.path.realpath(path))).read_bytes()
        except (OSError, ValueError):
            return None

    def place(self, path: str) -> str:
        """The absolute path at which a file or folder of today is kept as it was."""
        return self.workspace(path).itself(path)

    def file(self, today: Path) -> Path:
        """Where a file of today's work tree is kept as it was; ValueError outside of it."""
        name = today.relative_to(self._top).as_posix()
        return self._there / self._renamed.get(name, name)

    def workspace(self, path: str) -> Workspace:
        """The workspace of a file, with all files as they were."""
        return _PastWorkspace(Workspace.of(path).root, self)


class _PastWorkspace(Workspace):
    def __init__(self, root: str, past: Past) -> None:
        super().__init__(root)
        self._past = past

    def itself(self, path: str) -> str:
        """The file that is called `path`, as it was."""
        return self._was(super().itself(path))

    def file(self, start: str, path: str) -> str | None:
        """The file to which `path` led."""
        today = super().file(start, path)
        return today and self._was(today)

    def _was(self, today: str) -> str:
        try:
            return str(self._past.file(Path(today)))
        except ValueError:
            return today


@contextmanager
def past(revision: str, folder: str) -> Iterator[Past]:
    """The work tree of a folder at a revision; `Trouble` if git knows none."""
    top = git.top(folder)
    commit = git.commit(top, revision)
    renamed = git.renamed(top, commit)
    with TemporaryDirectory(prefix="bp-") as kept:
        there = Path(os.path.realpath(kept))
        _unpack(_archive(top, commit), there)
        yield Past(Path(os.path.realpath(top)), there, renamed)


def _archive(top: str, commit: str) -> bytes:
    """All YAML files of a commit as a tar; nothing if it has none."""
    names = git.answer(top, "ls-tree", "-r", "--name-only", "-z", commit).split(b"\0")
    wanted = [
        pattern
        for ending, pattern in _ENDINGS.items()
        if any(name.endswith(ending.encode()) for name in names)
    ]
    return git.answer(top, "archive", "--format=tar", commit, "--", *wanted) if wanted else b""


def _unpack(archive: bytes, there: Path) -> None:
    if archive:
        with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
            packed.extractall(there, filter="data")
