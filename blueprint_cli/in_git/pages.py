"""The page of what changed between the two files that `git difftool` names."""

import os
from pathlib import Path

from blueprint_cli import console, git
from blueprint_cli.comparing import compared
from blueprint_cli.comparing.pictured import pictured
from blueprint_cli.comparing.sides import Pair, Side
from blueprint_cli.in_git import configuration, scripts
from blueprint_cli.opening import opened as opened_by_the_system
from blueprint_cli.parse import is_blueprint
from blueprint_cli.rendering.wish import Asked
from blueprint_cli.replacing import replace
from blueprint_cli.workspace import bytes_of


def opened(old_file: str, new_file: str, path: str) -> int:
    """Make and open the page; lines are compared where there is none to make."""
    if Path(old_file).is_dir():
        console.complain("whole folders have no page", "leave `--dir-diff` out")
        return 2
    old, new = (Side(path, path, bytes_of(each)) for each in (old_file, new_file))
    if not all(is_blueprint(each.content or b"", path) for each in (old, new)):
        console.say(f"{path}: not a blueprint in both versions, so git compares lines")
        return _lines(old_file, new_file)
    found = compared(Pair(old, new, named=True), renames=True)
    if found.errors:
        console.say(f"{path}: a version has errors, so git compares lines")
        return _lines(old_file, new_file)
    page = _place(path)
    replace(page, pictured([found], "html", Asked()))
    console.say(f"opening {page}")
    opened_by_the_system(page)
    return 0


def shown(words: list[str], paths: list[str] | None) -> int:
    """Run `git difftool` with our page for its tool; gives its exit status."""
    import subprocess

    ours = {configuration.PAGE: scripts.PAGE, configuration.DIFF: scripts.TOOL}
    settings = [word for key, value in ours.items() for word in ("-c", f"{key}={value}")]
    told = [*words, *(["--", *paths] if paths is not None else [])]
    command = ["git", *settings, "difftool", "--tool=bp", "-y", *told]
    try:
        return subprocess.run(command, check=False).returncode  # noqa: S603 - our own words, and paths behind `--`
    except OSError as error:
        raise git.NoGit from error


def _lines(old_file: str, new_file: str) -> int:
    done = git.run(".", "--no-pager", "diff", "--no-index", "--no-ext-diff", old_file, new_file)
    console.write(done.stdout)
    return 0


def _place(path: str) -> str:
    """Where the page of a file lies, below a folder of ours: the next one takes its place."""
    inside = f"{configuration.PAGES}/difftool"
    folder = os.fsdecode(git.answer(".", "rev-parse", "--git-path", inside)).rstrip("\n")
    *folders, name = (each for each in Path(path).parts if each not in {Path(path).anchor, ".."})
    return str(Path(folder, *folders, f"{name}.html"))
