"""What git knows: asked in one place, with words of our own and never through a shell."""

import os
from collections.abc import Iterable, Iterator
from typing import IO, NamedTuple

from blueprint_cli.problems import Trouble


class NoGit(Trouble):
    """There is no git on this machine, or none that is found."""

    def __init__(self) -> None:
        super().__init__("git is not installed", "install it, or leave the option out")


class Answer(NamedTuple):
    """What git printed, and its exit status."""

    returncode: int
    stdout: bytes
    stderr: bytes


def run(folder: str, *words: str, told: bytes | None = None) -> Answer:
    """What git answers in a folder, whatever its exit status; OSError where there is no git.

    `told` is what it reads from standard input.
    """
    import subprocess

    command = ["git", "-C", folder, *words]
    done = subprocess.run(command, capture_output=True, check=False, input=told)  # noqa: S603 - our own words
    return Answer(done.returncode, done.stdout, done.stderr)


def answer(folder: str, *words: str, told: bytes | None = None) -> bytes:
    """What git answers in a folder; `Trouble` where it cannot, or is not there."""
    try:
        done = run(folder, *words, told=told)
    except OSError as error:
        raise NoGit from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise Trouble(f"git {words[0]}: {said}")
    return done.stdout


def top(folder: str) -> str:
    """The folder of the work tree; `Trouble` where there is none."""
    try:
        return answer(folder, "rev-parse", "--show-toplevel").decode(errors="surrogateescape")[:-1]
    except NoGit:
        raise
    except Trouble as trouble:
        raise Trouble("this is no git work tree", "run it inside of a git repository") from trouble


def is_bare(folder: str) -> bool:
    """Whether the repository has no work tree; `HEAD` is a file of git's there."""
    try:
        return run(folder, "rev-parse", "--is-bare-repository").stdout.strip() == b"true"
    except OSError:  # there is no git
        return False


def below_top() -> str:
    """Where this folder is in its work tree: `shops/tea/`, empty at the top and in none."""
    try:
        return os.fsdecode(run(".", "rev-parse", "--show-prefix").stdout).removesuffix("\n")
    except OSError:  # there is no git
        return ""


def ends_of(revision: str) -> list[str]:
    """A revision, or those at both ends of a range, of which one may be left out and is `HEAD`."""
    one, dots, other = revision.partition("...")
    if not dots:
        one, dots, other = revision.partition("..")
    return [one or "HEAD", other or "HEAD"] if dots and (one or other) else [revision]


def commit(folder: str, revision: str) -> str:
    """The commit that a revision names; with `...` behind it, where this branch left it."""
    name, dots, rest = revision.partition("...")
    try:
        if dots and not rest:
            return answer(folder, "merge-base", name, "HEAD").decode().strip()
        found = answer(folder, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")
    except NoGit:
        raise
    except Trouble as trouble:
        hint = "`git log` tells revisions; in CI fetch it first: `git fetch origin main`"
        raise Trouble(f"git knows no revision '{revision}'", hint) from trouble
    return found.decode().strip()


def renamed(folder: str, commit: str, later: str = "") -> dict[str, str]:
    """What files were called in a commit, by their names in a later one, where these differ.

    Without a later commit their names are those of today.
    """
    ends = [commit, later] if later else [commit]
    changed = answer(folder, "diff", "--name-status", "-z", "-M", "--diff-filter=R", *ends)
    words = iter([os.fsdecode(word) for word in changed.split(b"\0") if word])
    return {new: old for _status, old, new in zip(words, words, words, strict=False)}


def blobs(folder: str, names: Iterable[str], most: int) -> Iterator[bytes | None]:
    """What blobs hold, one by one, at most so many bytes of each; None for what is not here.

    One process answers for all of them, so that hundreds take no longer than their bytes do.
    """
    import subprocess

    command = ["git", "-C", folder, "cat-file", "--batch"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as asked:  # noqa: S603 - our own words
        assert asked.stdin is not None  # noqa: S101 - both are pipes
        assert asked.stdout is not None  # noqa: S101 - as above
        for name in names:
            asked.stdin.write(f"{name}\n".encode())
            asked.stdin.flush()
            yield _blob(asked.stdout, most)


def _blob(answers: IO[bytes], most: int) -> bytes | None:
    """The next answer of `cat-file`: name, type and size, then the bytes and a line end."""
    head = answers.readline().split()
    if not head:
        hint = "a partial clone has to fetch them: is its remote there?"
        raise Trouble("git cannot give the old versions of a file", hint)
    if len(head) < 3:  # noqa: PLR2004 - a name and `missing`
        return None
    size = int(head[2])
    content = answers.read(min(size, most))
    rest = size - len(content) + 1
    while rest:
        rest -= len(answers.read(min(rest, 1 << 20)))
    return content
