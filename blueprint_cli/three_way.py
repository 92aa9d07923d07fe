"""Merging two people's changes of a blueprint: git merges lines, the usual rules judge."""

import os

from blueprint_cli.lint.choice import usual
from blueprint_cli.lint.judge import lint
from blueprint_cli.merging import ByLines, Lines, Merged, Tools, merged
from blueprint_cli.merging.labels import Labels
from blueprint_cli.parse import Document
from blueprint_cli.problems import Problem, Trouble


def by_lines(base: bytes, ours: bytes, theirs: bytes, labels: Labels) -> Lines:
    """What `git merge-file` makes of three versions; its files are gone when it is done."""
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from blueprint_cli import git

    words = ["merge-file", "-p", "--diff3", f"--marker-size={labels.size}"]
    with TemporaryDirectory(prefix="bp-") as folder:
        for name, content in (("ours", ours), ("base", base), ("theirs", theirs)):
            (Path(folder) / name).write_bytes(content)
            words += ["-L", getattr(labels, name)]
        try:
            done = git.run(folder, *words, "ours", "base", "theirs")
        except OSError as error:
            raise Trouble("git is not installed", "install it: it merges lines") from error
    return lines_of(done.stdout, done.returncode, os.fsdecode(done.stderr))


def lines_of(content: bytes, status: int, said: str = "") -> Lines:
    """What `git merge-file` printed, by its exit status; `Trouble` where that is an error."""
    if not 0 <= status <= _MOST_CONFLICTS:
        reason = said.strip().removeprefix("error: ")
        raise Trouble(f"git merge-file: {reason or f'it ended with {status}'}")
    return Lines(content, status == 0)


_MOST_CONFLICTS = 127
"""What `git merge-file` exits with above that is an error."""


def judged(document: Document) -> tuple[Problem, ...]:
    """What the usual rules find in a text by itself; dates are not judged."""
    from blueprint_cli.rules.alone import ALONE

    return lint(document, ALONE, usual(ALONE))


def merge(
    base: bytes,
    ours: bytes,
    theirs: bytes,
    *,
    path: str,
    labels: Labels | None = None,
    by_lines: ByLines = by_lines,
) -> Merged:
    """Both sides' changes of the blueprint that is called `path`, in one text.

    `Trouble` where git is needed and is not there.
    """
    tools = Tools(by_lines, judged)
    return merged(base, ours, theirs, path=path, tools=tools, labels=labels or Labels())
