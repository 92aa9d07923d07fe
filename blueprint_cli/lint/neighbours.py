"""What rules about the whole workspace see of each of its blueprints."""

from typing import NamedTuple

from blueprint_cli.source import Source, Span


class Way(NamedTuple):
    """A path that leads from one blueprint to another: as written, its place, and the file there.

    `file` is absolute; `details` tells that it is the more detailed one.
    """

    text: str
    span: Span
    file: str
    details: bool


class Owned(NamedTuple):
    """A resource that a blueprint gives an owner, and the place of that owner."""

    id: str
    owner: str
    span: Span


class Outline(NamedTuple):
    """What rules about the whole workspace see of a blueprint; `file` is its absolute path.

    `id` is its written id, with its place; None where it has none.
    """

    source: Source
    file: str
    id: tuple[str, Span] | None
    owned: tuple[Owned, ...]
    ways: tuple[Way, ...]


class Neighbours(NamedTuple):
    """Blueprints that are looked at together.

    `files` are the absolute paths of all that were looked at, sound or not; `folders` those of
    which they are all the blueprints.
    """

    outlines: tuple[Outline, ...]
    files: frozenset[str] = frozenset()
    folders: tuple[str, ...] = ()
