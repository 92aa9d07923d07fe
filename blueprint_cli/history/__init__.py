"""How a blueprint moved: its versions in git, each with its figures, and what lies there now."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from blueprint_cli import console, git, parse
from blueprint_cli.documents import errors_of
from blueprint_cli.history.following import ALL, Extent, File, change_of, date_of, followed
from blueprint_cli.history.walk import Visit
from blueprint_cli.report.versions import Figures, Version, figures_of, moves
from blueprint_cli.service import Service
from blueprint_cli.workers import worked
from blueprint_cli.workspace import LARGEST, bytes_of


def history_of(path: str, extent: Extent = ALL) -> tuple[Version, ...]:
    """The versions of a blueprint, the oldest first; a symbolic link is followed.

    Without `until`, what is not committed yet is the last one, if it differs; of a file that git
    does not know it is the only one. References into other files count as they are written: what
    those held then is not asked. `Trouble` where there is no git, no such file or revision.
    """
    file, visits = followed(path, extent)
    return tuple(_compared(file, visits[::-1]))


class _Reading(NamedTuple):
    """What a text says: how many errors it has, and its figures if it has none."""

    errors: int = 0
    figures: Figures | None = None


def _compared(file: File, found: Sequence[Visit]) -> Iterator[Version]:
    """The versions, each with what moved since the nearest one before that could be read."""
    readings = _readings(file, found)
    before = readings.get(found[0].blob_before, _Reading()).figures if found else None
    for each in found:
        version = _version(file, each, readings.get(each.blob, _Reading()))
        if before is not None and version.figures is not None:
            version = version._replace(moved=moves(before, version.figures))
        before = version.figures or before
        yield version


def _readings(file: File, found: Sequence[Visit]) -> dict[str, _Reading]:
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
            readings[each.blob] = _reading(_Text(bytes_of(file.path), each.path))
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


def _version(file: File, visit: Visit, reading: _Reading) -> Version:
    return Version(
        commit=visit.commit,
        committed=date_of(visit.seconds) if visit.commit else None,
        subject=console.visible(visit.subject),
        path=console.visible(visit.path),
        was=console.visible(visit.was) if visit.was != visit.path else "",
        change=change_of(file, visit),
        errors=reading.errors,
        figures=reading.figures,
    )
