"""The merge of a blueprint for git, in the files that git names."""

import sys

from blueprint_cli import console
from blueprint_cli.merging import Lines, Merged
from blueprint_cli.merging.labels import Labels
from blueprint_cli.problems import Trouble
from blueprint_cli.replacing import replace
from blueprint_cli.three_way import lines_of, merge
from blueprint_cli.workspace import bytes_of


def merged_in_place(  # noqa: PLR0913, PLR0917 - git gives these eight words
    base: str,
    ours: str,
    theirs: str,
    size: str,
    path: str,
    of_base: str,
    of_ours: str,
    of_theirs: str,
) -> int:
    """Merge three files into `ours`; 1 where something is left to decide, else 0.

    The words are those that git fills in for `%O %A %B %L %P %S %X %Y`. What git makes of the lines
    is piped in, so that it works while this begins. `ours` is a file of git's own for the while of
    the merge, so nobody waits until a disk has it.
    """
    lines = _piped()
    labels = Labels(of_ours, of_base, of_theirs, int(size))
    contents = [bytes_of(each) for each in (base, ours, theirs)]
    merged = merge(*contents, path=path, labels=labels, by_lines=lambda *_: lines)
    replace(ours, merged.content, lasting=False)
    _say_what_is_left(merged, path)
    return 0 if merged.clean else 1


def _piped() -> Lines:
    """The merge of lines from standard input; its last line is the exit status of git."""
    content, _, status = sys.stdin.buffer.read().removesuffix(b"\n").rpartition(b"\n")
    if not status.isdigit():
        raise Trouble("git's merge of lines is not there", "`bp git install --merge` mends that")
    return lines_of(content, int(status))


def _say_what_is_left(merged: Merged, path: str) -> None:
    if merged.problems:
        from blueprint_cli.listings.text import report

        report(merged.problems)
    if merged.doubt:
        console.warn(f"{path} is merged by lines only: {merged.doubt}")
    for conflict in merged.conflicts:
        console.say(f"{path}: {conflict}")
