"""What differs between two states of a git repository, file by file, as git itself tells it."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from blueprint_cli import git
from blueprint_cli.comparing.sides import Pair, Side
from blueprint_cli.files import ENDINGS
from blueprint_cli.parse import is_blueprint
from blueprint_cli.problems import Trouble
from blueprint_cli.workspace import LARGEST, bytes_of

_FILE = "100"
"""How modes of plain files begin; links and submodules are no blueprints."""
_RAW = ("--raw", "-z", "-M", "--no-abbrev", "--no-relative", "--no-ext-diff")
"""What is asked of git, whatever its settings are."""


class _Entry(NamedTuple):
    """A line of `git diff --raw`."""

    old_mode: str
    new_mode: str
    old_blob: str
    new_blob: str
    status: str
    old_path: str
    new_path: str


def pairs_between(revisions: Sequence[str], paths: Sequence[str], *, staged: bool) -> list[Pair]:
    """The blueprints that differ, in the order of their paths.

    Without revisions the work tree is compared with the index, or with `staged` the index with the
    last commit, as `git diff` does. `Trouble` where git knows no such revision or path.
    """
    top = _top()
    ends = [end for revision in revisions for end in git.ends_of(revision)]
    commits = [git.commit(".", end) for end in ends]
    for path in paths:
        _refuse_unknown_path(path, commits)
    words = [*_RAW, *(["--cached"] if staged else []), *revisions]
    listed = list(_entries(git.answer(".", "diff", *words, "--", *paths)))
    entries = [each for each in _settled(listed) if _may_be_blueprint(each)]
    labels = _labels(revisions, staged=staged)
    named = {os.path.realpath(path) for path in paths}
    return sorted(_pairs(top, entries, labels, named), key=lambda pair: pair.new.path)


def blob(spec: str) -> Side:
    """The file that `REV:path` names; `Trouble` where git knows none."""
    revision, _, path = spec.partition(":")
    if revision:
        git.commit(".", revision)
    try:
        content = git.answer(".", "cat-file", "blob", spec)
    except git.NoGit:
        raise
    except Trouble as trouble:
        place, listed = f"at '{revision}'", f"git ls-tree -r --name-only {revision}"
        if not revision:
            place, listed = "in the index", "git ls-files"
        hint = f"`{listed}` tells what there is"
        raise Trouble(f"there is no file '{path}' {place}", hint) from trouble
    return Side(spec, path, content)


def _top() -> str:
    """The folder to which git's paths belong; of a repository without a work tree, this one."""
    try:
        return git.top(".")
    except Trouble:
        if git.is_bare("."):
            return "."
        raise


def _refuse_unknown_path(path: str, commits: Sequence[str]) -> None:
    """`Trouble` for a path that is in none of the versions; patterns may well find nothing."""
    if os.path.lexists(path) or any(sign in path for sign in "*?[:"):
        return
    if git.run(".", "ls-files", "--", path).stdout:
        return
    for commit in [*commits, "HEAD"]:
        if git.run(".", "ls-tree", "--name-only", commit, "--", path).stdout:
            return
    raise Trouble(f"there is no '{path}' in any of the versions", "`git status` tells what is")


def _labels(revisions: Sequence[str], *, staged: bool) -> tuple[str, str]:
    """What the two sides are called: `main` and `HEAD`, or empty for what lies on disk."""
    if not revisions:
        return ("HEAD", ":") if staged else (":", "")
    one, *others = (end for revision in revisions for end in git.ends_of(revision))
    return one, others[0] if others else ":" if staged else ""


def _entries(listed: bytes) -> Iterator[_Entry]:
    """What `git diff --raw -z` lists: a head, then one path, or two for what was renamed."""
    words = iter(os.fsdecode(listed).split("\0"))
    for head in words:
        if head.startswith(":"):
            old_mode, new_mode, old_blob, new_blob, status = head[1:].split(" ")
            old_path = next(words)
            new_path = next(words) if status[0] in "RC" else old_path
            modes, blobs = (old_mode, new_mode), (old_blob, new_blob)
            yield _Entry(*modes, *blobs, status[0], old_path, new_path)


def _settled(entries: Sequence[_Entry]) -> Iterator[_Entry]:
    """What has a version on both sides: of a conflict git tells the versions apart, too."""
    told = {each.new_path for each in entries if each.status != "U"}
    return (each for each in entries if each.status != "U" or each.new_path not in told)


def _may_be_blueprint(entry: _Entry) -> bool:
    return any(
        mode.startswith(_FILE) and path.endswith(ENDINGS)
        for mode, path in ((entry.old_mode, entry.old_path), (entry.new_mode, entry.new_path))
    )


def _pairs(
    top: str, entries: Sequence[_Entry], labels: tuple[str, str], named: set[str]
) -> Iterator[Pair]:
    wanted = [each for entry in entries for each in (entry.old_blob, entry.new_blob)]
    known = [each for each in wanted if each.strip("0")]
    held = dict(zip(known, git.blobs(top, known, LARGEST + 1), strict=True))
    for entry in entries:
        old = _side(top, labels[0], entry.old_path, entry.old_mode, held, entry.old_blob)
        new = _side(top, labels[1], entry.new_path, entry.new_mode, held, entry.new_blob)
        asked = os.path.realpath(os.path.join(top, entry.new_path)) in named
        if asked or any(is_blueprint(each.content or b"", each.path) for each in (old, new)):
            yield Pair(old, new, asked)


def _side(
    top: str, label: str, name: str, mode: str, held: Mapping[str, bytes | None], blob: str
) -> Side:
    """One side; what git has no blob of lies on disk, and what is no plain file is not there."""
    path = os.path.relpath(os.path.join(top, name))
    called = f"{label.rstrip(':')}:{name}" if label else path
    if not mode.startswith(_FILE):
        return Side(called, path, None)
    if not blob.strip("0"):
        return Side(called, path, _on_disk(path))
    content = held[blob]
    if content is None:
        raise Trouble(f"git does not have what '{called}' holds", "fetch it: `git fetch`")
    return Side(called, path, content)


def _on_disk(path: str) -> bytes | None:
    try:
        return bytes_of(path)
    except FileNotFoundError:
        return None
