"""Which commits changed a file, as git's log tells: the newest first, renames followed."""

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from blueprint_cli import git

_FIELDS = "%H %P%x09%ct %aN%x09%s"
_TWO_NAMES = "RC"


class Visit(NamedTuple):
    """What a commit did to a file, and what the file held before and after it.

    `letter` is git's: `A`, `M`, `T`, `R` or `D`. Blobs are called by their hashes, and empty where
    there was no file. Paths count from the top of the work tree; `was` is the one before. Without
    `parents` it is the first commit, or the oldest that a shallow clone knows.
    """

    commit: str
    seconds: int
    subject: str
    letter: str
    blob_before: str
    blob: str
    was: str
    path: str
    author: str = ""
    parents: tuple[str, ...] = ()


def visits(top: str, path: str, revisions: Sequence[str]) -> Iterator[Visit]:
    """The commits that changed a file, the newest first; `revisions` also take limits of `git log`.

    Only first parents are followed, so that each version comes from the one before it: what a
    branch brought is one version, that of its merge. A file that began as a copy of another one has
    no history before that.
    """
    walk = ("--first-parent", "--diff-merges=first-parent", "--follow", "-M")
    form = ("-z", "--raw", "--no-abbrev", "--no-color", "--no-show-signature", "--encoding=UTF-8")
    where = ("--", f":(top,literal){path}")
    told = git.answer(top, "log", *walk, *form, f"--format={_FIELDS}", *revisions, *where)
    for each in _read(iter(told.split(b"\0"))):
        if each.letter == "C":
            yield each._replace(letter="A", blob_before="", was=each.path)
            return
        if (each.blob, each.path) != (each.blob_before, each.was):
            yield each


def _read(words: Iterator[bytes]) -> Iterator[Visit]:
    """Take commit after commit: a line of our fields, one of `--raw`, then one name or two."""
    for head in filter(None, words):
        hashes, _, rest = head.decode(errors="replace").partition("\t")
        commit, *parents = hashes.split(" ")
        seconds, _, told = rest.partition(" ")
        author, _, subject = told.partition("\t")
        _, _, before, after, status = next(words).decode().split()
        was = os.fsdecode(next(words))
        path = os.fsdecode(next(words)) if status[0] in _TWO_NAMES else was
        old, new = ("" if set(each) == {"0"} else each for each in (before, after))
        line = (commit, int(seconds), subject, status[0], old, new, was, path)
        yield Visit(*line, author, tuple(filter(None, parents)))
