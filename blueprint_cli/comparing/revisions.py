"""What differs between two states of a git repository, file by file, as git itself tells it."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from blueprint_cli import git
from blueprint_cli.comparing.sides import Pair, Side
from blueprint_cli.files import ENDINGS, is_blueprint
from blueprint_cli.problems import Trouble
from blueprint_cli.workspace import LARGEST, bytes_of

_FILE = "100"
"""How modes of plain files begin; links and submodules are no blueprints."""


class _Entry(NamedTuple):
    """A line of `git diff --raw`."""

    old_mode: str
    new_mode: str
    old_blob: str
    new_blob: str
    old_path: str
    new_path: str


def pairs_between(revisions: Sequence[str], paths: Sequence[str], *, staged: bool) -> list[Pair]:
    """The blueprints that differ, in the order of their paths.

    Without revisions the work tree is compared with the index, or with `staged` the index with the
    last commit, as `git diff` does. `Trouble` where git knows no such revision or path.
    """
    here = "."
    top = git.top(here)
    for revision in revisions:
        _refuse_unknown(revision)
    words = ["--raw", "-z", "-M", "--no-abbrev", *(["--cached"] if staged else []), *revisions]
    listed = git.answer(here, "diff", *words, "--", *paths)
    entries = [each for each in _entries(listed) if _may_be_blueprint(each)]
    labels = _labels(revisions, staged=staged)
    named = {os.path.realpath(path) for path in paths}
    return list(_pairs(top, entries, labels, named))


def blob(spec: str) -> Side:
    """The file that `REV:path` names; `Trouble` where git knows none."""
    revision, _, path = spec.partition(":")
    if revision:
        git.commit(".", revision)
    try:
        content = git.answer(".", "cat-file", "blob", spec)
    except Trouble as trouble:
        hint = trouble.hint or f"`git ls-tree -r --name-only {revision or 'HEAD'}` tells its files"
        raise Trouble(
            f"there is no file '{path}' at '{revision or 'the index'}'", hint
        ) from trouble
    return Side(spec, path, content)


def _refuse_unknown(revision: str) -> None:
    for dots in ("...", ".."):
        if dots in revision:
            one, _, other = revision.partition(dots)
            for name in (one, other):
                git.commit(".", name or "HEAD")
            return
    git.commit(".", revision)


def _labels(revisions: Sequence[str], *, staged: bool) -> tuple[str, str]:
    """What the two sides are called: `main` and `HEAD`, or empty for what lies on disk."""
    if not revisions:
        return ("HEAD", ":") if staged else (":", "")
    if len(revisions) > 1:
        return revisions[0], revisions[1]
    one, dots, other = revisions[0].partition("...")
    if not dots:
        one, dots, other = revisions[0].partition("..")
    if dots:
        return one or "HEAD", other or "HEAD"
    return one, ":" if staged else ""


def _entries(listed: bytes) -> Iterator[_Entry]:
    """What `git diff --raw -z` lists: a head, then one path, or two for what was renamed."""
    words = iter(os.fsdecode(listed).split("\0"))
    for head in words:
        if head.startswith(":"):
            old_mode, new_mode, old_blob, new_blob, status = head[1:].split(" ")
            old_path = next(words)
            new_path = next(words) if status[0] in "RC" else old_path
            yield _Entry(old_mode, new_mode, old_blob, new_blob, old_path, new_path)


def _may_be_blueprint(entry: _Entry) -> bool:
    modes = {entry.old_mode, entry.new_mode} - {"000000"}
    return all(mode.startswith(_FILE) for mode in modes) and any(
        path.endswith(ENDINGS) for path in (entry.old_path, entry.new_path)
    )


def _pairs(
    top: str, entries: Sequence[_Entry], labels: tuple[str, str], named: set[str]
) -> Iterator[Pair]:
    wanted = [each for entry in entries for each in (entry.old_blob, entry.new_blob)]
    known = [each for each in wanted if each.strip("0")]
    held = dict(zip(known, git.blobs(top, known, LARGEST + 1), strict=True))
    for entry in entries:
        old = _side(top, labels[0], entry.old_path, entry.old_mode, held.get(entry.old_blob))
        new = _side(top, labels[1], entry.new_path, entry.new_mode, held.get(entry.new_blob))
        asked = os.path.realpath(os.path.join(top, entry.new_path)) in named
        if asked or any(is_blueprint(each.content or b"", each.path) for each in (old, new)):
            yield Pair(old, new, asked)


def _side(top: str, label: str, name: str, mode: str, content: bytes | None) -> Side:
    """One side; what git has no blob of lies on disk, or is not there at all."""
    path = os.path.relpath(os.path.join(top, name))
    if mode.strip("0") and content is None:
        content = _on_disk(path)
    called = f"{label.rstrip(':')}:{name}" if label else path
    return Side(called, path, content if mode.strip("0") else None)


def _on_disk(path: str) -> bytes | None:
    try:
        return bytes_of(Path(path))
    except FileNotFoundError:
        return None
