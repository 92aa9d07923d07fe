"""What git knows: asked in one place, with words of our own and never through a shell."""

import subprocess

from blueprint_cli.problems import Trouble


def run(folder: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    """What git answers in a folder, whatever its exit status; OSError where there is no git."""
    command = ["git", "-C", folder, *words]
    return subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own words


def answer(folder: str, *words: str) -> bytes:
    """What git answers in a folder; `Trouble` where it cannot, or is not there."""
    try:
        done = run(folder, *words)
    except OSError as error:
        raise Trouble("git is not installed", "install it, or leave the option out") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise Trouble(f"git {words[0]}: {said}")
    return done.stdout


def top(folder: str) -> str:
    """The folder of the work tree; `Trouble` where there is none."""
    try:
        return answer(folder, "rev-parse", "--show-toplevel").decode(errors="surrogateescape")[:-1]
    except Trouble as trouble:
        hint = trouble.hint or "run it inside of a git repository"
        raise Trouble("this is no git work tree", hint) from trouble


def commit(folder: str, revision: str) -> str:
    """The commit that a revision names; with `...` behind it, where this branch left it."""
    name, dots, rest = revision.partition("...")
    try:
        if dots and not rest:
            return answer(folder, "merge-base", name, "HEAD").decode().strip()
        found = answer(folder, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")
    except Trouble as trouble:
        hint = "`git log` tells revisions; in CI fetch it first: `git fetch origin main`"
        raise Trouble(f"git knows no revision '{revision}'", hint) from trouble
    return found.decode().strip()
