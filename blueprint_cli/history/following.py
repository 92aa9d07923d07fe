"""Which versions of a file there are, committed or not, and where the walk through them begins."""

import os
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from blueprint_cli import git
from blueprint_cli.history.walk import Visit, visits
from blueprint_cli.problems import Trouble
from blueprint_cli.report.versions import Change
from blueprint_cli.workspace import is_file


class Extent(NamedTuple):
    """How far to walk: `since` a day (`2026-01-31`) or revision, `until` a revision, so many."""

    since: str | None = None
    until: str | None = None
    most: int | None = None


ALL = Extent()
_CHANGES: dict[str, Change] = {"A": "added", "D": "deleted", "R": "renamed"}


class File(NamedTuple):
    """A file that git keeps: its absolute path, and its name from the top of the work tree.

    A `bare` repository has no work tree: names begin in its own folder, or in the one of the run.
    """

    path: str
    top: str
    name: str
    bare: bool = False

    @classmethod
    def of(cls, path: str) -> "File":
        """The file of this name; `Trouble` where it is in no repository."""
        if path == "-":
            raise Trouble("standard input has no history", "name a file")
        if Path(path).is_dir():
            raise Trouble(f"{path} is a folder", "name one blueprint in it")
        real = Path(os.path.realpath(path))
        there = next(each for each in real.parents if each.is_dir())
        try:
            top, bare = git.top(str(there)), False
        except Trouble:
            if not git.is_bare(str(there)):
                raise
            top, bare = _top_of_bare(real, there), True
        name = Path(os.path.relpath(real, os.path.realpath(top))).as_posix()
        return cls(str(real), top, name, bare)


def _top_of_bare(path: Path, there: Path) -> str:
    """Where names begin: in the repository's folder, or here where a variable names that."""
    folder = os.fsdecode(git.answer(str(there), "rev-parse", "--absolute-git-dir"))[:-1]
    return folder if path.is_relative_to(folder) else os.getcwd()  # noqa: PTH109 - as a text


class Followed(NamedTuple):
    """A file and what was done to it, the newest first."""

    file: File
    visits: tuple[Visit, ...]


def followed(path: str, extent: Extent = ALL) -> Followed:
    """Follow a file through its renames; a symbolic link is followed to what it means.

    Without `until`, what is not committed yet comes first, if it differs; of a file that git does
    not know it is all there is. `Trouble` where there is no git, no such file or revision.
    """
    file = File.of(path)
    tip = _tip(file, extent)
    found = [*_committed(file, tip, extent)] if tip.commit else []
    if extent.until is None and not file.bare:
        found = [*_uncommitted(file, tip), *found]
    if not (found or tip.blob):
        raise Trouble(f"git knows no version of {path}", "name it as it was called then")
    return Followed(file, tuple(found))


class _Tip(NamedTuple):
    """Where the walk begins: a commit, what the file is called in it, and what it holds there.

    All are empty where there is no commit yet, the last two where the commit has no such file.
    """

    commit: str
    name: str
    blob: str


def _tip(file: File, extent: Extent) -> _Tip:
    if extent.until is None and git.run(file.top, "rev-parse", "--verify", "-q", "HEAD").returncode:
        return _Tip("", file.name, "")
    commit = git.commit(file.top, "HEAD" if extent.until is None else extent.until)
    blob = _blob_at(file.top, commit, file.name)
    if not blob and extent.until is None and not file.bare:
        name = git.renamed(file.top, commit).get(file.name, file.name)
        return _Tip(commit, name, _blob_at(file.top, commit, name))
    return _Tip(commit, file.name, blob)


def _blob_at(top: str, commit: str, name: str) -> str:
    asked = git.run(top, "rev-parse", "--verify", "-q", f"{commit}:{name}")
    return "" if asked.returncode else asked.stdout.decode().strip()


def _committed(file: File, tip: _Tip, extent: Extent) -> Iterator[Visit]:
    limits = [] if extent.most is None else [f"--max-count={extent.most}"]
    return visits(file.top, tip.name, [*limits, tip.commit, *_since(file.top, extent.since)])


def _since(top: str, since: str | None) -> list[str]:
    if since is None:
        return []
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", since):
        return [f"^{git.commit(top, since)}"]
    try:
        date.fromisoformat(since)
    except ValueError as error:
        raise Trouble(f"there is no day '{since}'", "write a day such as `2026-01-31`") from error
    return [f"--since={since}T00:00:00Z"]


def _uncommitted(file: File, tip: _Tip) -> Iterator[Visit]:
    """What lies there now, if it is not what was committed."""
    blob = ""
    if is_file(file.path):
        blob = git.answer(file.top, "hash-object", "--", file.path).decode().strip()
    if (blob, file.name) == (tip.blob, tip.name) or not (blob or tip.blob):
        return
    letter = "D" if not blob else "M"
    was = tip.name if tip.blob else file.name
    yield Visit("", 0, "", letter, tip.blob, blob, was, file.name)


def date_of(seconds: int) -> datetime | None:
    """The time in UTC; None for one beyond all calendars, as broken programs write them."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None


def change_of(file: File, visit: Visit) -> Change:
    """What a visit did to the file as a whole."""
    if visit.letter == "A" and not visit.parents and _has_parents(file.top, visit.commit):
        return "oldest here"
    if not visit.commit and visit.blob:
        return "uncommitted"
    return _CHANGES.get(visit.letter, "changed")


def _has_parents(top: str, commit: str) -> bool:
    """Whether a commit has parents, be they known here or not."""
    head, _, _ = git.answer(top, "cat-file", "commit", commit).partition(b"\n\n")
    return b"\nparent " in head
