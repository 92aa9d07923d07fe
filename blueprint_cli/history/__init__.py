"""How a blueprint moved: its versions in git, each with its figures, and what lies there now."""

import os
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from blueprint_cli import console, git, parse
from blueprint_cli.documents import errors_of
from blueprint_cli.history.walk import Visit, visits
from blueprint_cli.problems import Trouble
from blueprint_cli.report.versions import Change, Figures, Version, figures_of, moves
from blueprint_cli.service import Service
from blueprint_cli.workers import worked
from blueprint_cli.workspace import LARGEST, bytes_of, is_file

_CHANGES: dict[str, Change] = {"A": "added", "D": "deleted", "R": "renamed"}


class Extent(NamedTuple):
    """How far to walk: `since` a day (`2026-01-31`) or revision, `until` a revision, so many."""

    since: str | None = None
    until: str | None = None
    most: int | None = None


ALL = Extent()


def history_of(path: str, extent: Extent = ALL) -> tuple[Version, ...]:
    """The versions of a blueprint, the oldest first; a symbolic link is followed.

    Without `until`, what is not committed yet is the last one, if it differs; of a file that git
    does not know it is the only one. References into other files count as they are written: what
    those held then is not asked. `Trouble` where there is no git, no such file or revision.
    """
    file = _File.of(path)
    tip = _tip(file, extent)
    found = [*_committed(file, tip, extent)][::-1] if tip.commit else []
    if extent.until is None:
        found += _uncommitted(file, tip)
    if not (found or tip.blob):
        raise Trouble(f"git knows no version of {path}", "name it as it was called then")
    return tuple(_compared(file, found))


class _File(NamedTuple):
    """A file of a work tree: its absolute path, and its name from the top of the tree."""

    path: str
    top: str
    name: str

    @classmethod
    def of(cls, path: str) -> "_File":
        if path == "-":
            raise Trouble("standard input has no history", "name a file")
        if Path(path).is_dir():
            raise Trouble(f"{path} is a folder", "name one blueprint in it")
        real = Path(os.path.realpath(path))
        there = next(each for each in real.parents if each.is_dir())
        top = git.top(str(there))
        return cls(str(real), top, real.relative_to(os.path.realpath(top)).as_posix())


class _Tip(NamedTuple):
    """Where the walk begins: a commit, what the file is called in it, and what it holds there.

    All are empty where there is no commit yet, the last two where the commit has no such file.
    """

    commit: str
    name: str
    blob: str


def _tip(file: _File, extent: Extent) -> _Tip:
    if extent.until is None and git.run(file.top, "rev-parse", "--verify", "-q", "HEAD").returncode:
        return _Tip("", file.name, "")
    commit = git.commit(file.top, "HEAD" if extent.until is None else extent.until)
    blob = _blob_at(file.top, commit, file.name)
    if not blob and extent.until is None:
        name = git.renamed(file.top, commit).get(file.name, file.name)
        return _Tip(commit, name, _blob_at(file.top, commit, name))
    return _Tip(commit, file.name, blob)


def _blob_at(top: str, commit: str, name: str) -> str:
    asked = git.run(top, "rev-parse", "--verify", "-q", f"{commit}:{name}")
    return "" if asked.returncode else asked.stdout.decode().strip()


def _committed(file: _File, tip: _Tip, extent: Extent) -> Iterator[Visit]:
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


def _uncommitted(file: _File, tip: _Tip) -> Iterator[Visit]:
    """What lies there now, if it is not what was committed."""
    blob = ""
    if is_file(Path(file.path)):
        blob = git.answer(file.top, "hash-object", "--", file.path).decode().strip()
    if (blob, file.name) == (tip.blob, tip.name) or not (blob or tip.blob):
        return
    letter = "D" if not blob else "M"
    was = tip.name if tip.blob else file.name
    yield Visit("", 0, "", letter, tip.blob, blob, was, file.name)


class _Reading(NamedTuple):
    """What a text says: how many errors it has, and its figures if it has none."""

    errors: int = 0
    figures: Figures | None = None


def _compared(file: _File, found: Sequence[Visit]) -> Iterator[Version]:
    """The versions, each with what moved since the nearest one before that could be read."""
    readings = _readings(file, found)
    before = readings.get(found[0].blob_before, _Reading()).figures if found else None
    for each in found:
        version = _version(file, each, readings.get(each.blob, _Reading()))
        if before is not None and version.figures is not None:
            version = version._replace(moved=moves(before, version.figures))
        before = version.figures or before
        yield version


def _readings(file: _File, found: Sequence[Visit]) -> dict[str, _Reading]:
    """What every text says, each read once however often it came back."""
    names = {each.blob: each.path for each in found if each.commit and each.blob}
    if found and found[0].blob_before:
        names.setdefault(found[0].blob_before, found[0].was)
    contents = git.blobs(file.top, names, LARGEST + 1)
    texts = map(_Text, contents, names.values())
    tracked = console.tracked(_read(texts), len(names), "Reading versions")
    readings = dict(zip(names, tracked, strict=True))
    for each in found:
        if each.blob and not each.commit:
            readings[each.blob] = _reading(_Text(bytes_of(Path(file.path)), each.path))
    return readings


class _Text(NamedTuple):
    """What a blob holds, None where it is not here, and what the file was called then."""

    content: bytes | None
    path: str


def _read(texts: Iterator[_Text]) -> Iterator[_Reading]:
    """What each text says; never more than some of them are held at once."""
    while some := tuple(islice(texts, _AT_ONCE)):
        yield from worked(_reading, some, _ENOUGH)


_AT_ONCE = 500
_ENOUGH = 40
"""Fewer texts are read sooner than another process has begun."""


def _reading(text: _Text) -> _Reading:
    if text.content is None:
        return _Reading()
    document = parse.read(text.content, text.path)
    if document.blueprint is None or document.index is None:
        return _Reading(len(errors_of(document)))
    service = Service(document.source, document.blueprint, document.index)
    return _Reading(figures=figures_of(service))


def _version(file: _File, visit: Visit, reading: _Reading) -> Version:
    return Version(
        commit=visit.commit,
        committed=_date(visit.seconds) if visit.commit else None,
        subject=console.visible(visit.subject),
        path=console.visible(visit.path),
        was=console.visible(visit.was) if visit.was != visit.path else "",
        change=_change(file, visit),
        errors=reading.errors,
        figures=reading.figures,
    )


def _date(seconds: int) -> datetime | None:
    """The time in UTC; None for one beyond all calendars, as broken programs write them."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None


def _change(file: _File, visit: Visit) -> Change:
    if visit.letter == "A" and visit.without_parents and _has_parents(file.top, visit.commit):
        return "oldest here"
    if not visit.commit and visit.blob:
        return "uncommitted"
    return _CHANGES.get(visit.letter, "changed")


def _has_parents(top: str, commit: str) -> bool:
    """Whether a commit has parents, be they known here or not."""
    head, _, _ = git.answer(top, "cat-file", "commit", commit).partition(b"\n\n")
    return b"\nparent " in head
