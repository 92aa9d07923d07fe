"""Two versions and all that differs between them."""

from typing import NamedTuple

from blueprint_cli.diff.changes import Change, changes_between
from blueprint_cli.diff.matching import Matches, matched
from blueprint_cli.diff.versions import Version, version_of
from blueprint_cli.parse import Document


class Diff(NamedTuple):
    """Two versions and all that differs; `same_text` where not even a comment does."""

    old: Version
    new: Version
    matches: Matches
    changes: tuple[Change, ...]
    same_text: bool


def diff(old: Document, new: Document, *, renames: bool = True) -> Diff:
    """The changes from one document without errors to another."""
    return diff_of(version_of(old), version_of(new), renames=renames)


def diff_of(old: Version, new: Version, *, renames: bool = True) -> Diff:
    """The changes from one version to another, for whoever compares a version more than once."""
    matches = matched(old.parts, new.parts, renames=renames)
    changes = changes_between(old, new, matches)
    return Diff(old, new, matches, changes, old.source.text == new.source.text)
