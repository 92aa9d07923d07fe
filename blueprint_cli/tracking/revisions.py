"""The versions of a blueprint, the newest first, each with what it changed in the one before."""

from collections.abc import Iterator
from typing import NamedTuple

from blueprint_cli import git, parse
from blueprint_cli.console import tracked
from blueprint_cli.diff.between import Diff, diff_of
from blueprint_cli.diff.versions import Version, version_of
from blueprint_cli.documents import errors_of
from blueprint_cli.history.following import Followed, change_of
from blueprint_cli.history.walk import Visit
from blueprint_cli.problems import Problem
from blueprint_cli.report.versions import Change as FileChange
from blueprint_cli.workspace import LARGEST, bytes_of


class Revision(NamedTuple):
    """A commit of a file, or what is not committed: `version` is None where it cannot be read.

    `diff` compares it with the nearest version before it that can be read, None where there is
    none. `skipped` are the commits between the two whose versions have errors.
    """

    visit: Visit
    change: FileChange
    version: Version | None
    errors: tuple[Problem, ...] = ()
    diff: Diff | None = None
    skipped: tuple[Visit, ...] = ()


def revisions(followed: Followed) -> Iterator[Revision]:
    """Version after version; no older ones are read than are asked for.

    The newest that can be read waits, and with it all that cannot, for one to compare it with. Of
    the oldest visit what was there before is read, too: a walk may begin in mid-history.
    """
    waiting: list[Revision] = []
    for each in _read(followed):
        if each.version is None and not waiting:
            yield each
        elif each.version is None:
            waiting.append(each)
        else:
            yield from _against(waiting, each.version)
            waiting = [each]
    before = _before(followed) if waiting else None
    yield from _against(waiting, before) if before else waiting


def watched(followed: Followed) -> Iterator[Revision]:
    """The same for who sees nothing until all is done: on a terminal a bar tells how far it is."""
    return tracked(revisions(followed), len(followed.visits), "Reading versions")


def _against(waiting: list[Revision], before: Version) -> Iterator[Revision]:
    """Those that waited, the first of them compared."""
    if waiting:
        newest, *others = waiting
        assert newest.version is not None  # noqa: S101 - the first that waits can be read
        skipped = tuple(each.visit for each in others if each.errors)
        yield newest._replace(diff=diff_of(before, newest.version), skipped=skipped)
        yield from others


def _read(followed: Followed) -> Iterator[Revision]:
    file, visits = followed
    names = (each.blob for each in visits if each.commit and each.blob)
    held = git.blobs(file.top, names, LARGEST + 1)
    for visit in visits:
        change = change_of(file, visit)
        if not visit.blob:
            yield Revision(visit, change, None)
        else:
            content = next(held) if visit.commit else bytes_of(file.path)
            yield Revision(visit, change, *_version(content, visit.path))


def _before(followed: Followed) -> Version | None:
    """What was there before the oldest visit, if it can be read."""
    oldest = followed.visits[-1]
    if not oldest.blob_before:
        return None
    (content,) = git.blobs(followed.file.top, [oldest.blob_before], LARGEST + 1)
    return _version(content, oldest.was)[0]


def _version(content: bytes | None, path: str) -> tuple[Version | None, tuple[Problem, ...]]:
    """A version, or its errors; neither where git does not have its text."""
    if content is None:
        return None, ()
    document = parse.read(content, path)
    if errors := errors_of(document):
        return None, tuple(errors)
    return version_of(document), ()
