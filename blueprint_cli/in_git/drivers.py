"""What `bp` answers when git itself asks how a blueprint differs, or to merge one.

git starts a process for each file of each commit, so this is reached without the command line, and
imports what it needs and no more. The exit status tells the line of shell that asks whether git's
own answer is wanted besides: 0 no, anything else yes.
"""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from blueprint_cli import console
from blueprint_cli.problems import Problem, Trouble
from blueprint_cli.workspace import bytes_of

_LINK = "120000"


def answer(words: Sequence[str]) -> NoReturn:
    """Answer one question of git, and leave: git waits until the process is gone.

    Whatever is said is out by then. Tidying up what the process holds would only take time.
    """
    os._exit(_status(words))


def _status(words: Sequence[str]) -> int:
    console.prepare_streams()
    kind, *rest = words or [""]
    answers = {"diff": diff, "merge": merge, "page": page}
    if kind not in answers:
        console.complain("drivers are asked by git", "`bp git install` tells git of them")
        return 2
    try:
        return answers[kind](rest)
    except BrokenPipeError:
        console.silence(sys.stdout)
        return 0
    except Trouble as trouble:
        console.complain(trouble.message, trouble.hint)
    except Exception as bug:  # noqa: BLE001 - the last resort: git is to go on, and without a traceback
        reason = f"{type(bug).__name__}: {bug}"
        console.complain(f"bp could not answer git ({reason})", "`bp git status` tells what is set")
    return 2


def diff(words: Sequence[str]) -> int:
    """Print what changed in a file, given the words that git gives to an external diff.

    1 where no blueprint is compared, or where one cannot be: then its lines are.
    """
    from blueprint_cli.change_lists import text
    from blueprint_cli.change_lists.result import Result
    from blueprint_cli.comparing import compared
    from blueprint_cli.comparing.sides import Pair, Side
    from blueprint_cli.parse import is_blueprint

    path, old_file, _, old_mode, new_file, _, new_mode, *renamed = words
    new_path = renamed[0] if renamed else path
    old = Side(path, path, _content(old_file))
    new = Side(new_path, new_path, _content(new_file))
    if _LINK in {old_mode, new_mode} or not any(
        is_blueprint(each.content or b"", each.path) for each in (old, new)
    ):
        return 1
    found = compared(Pair(old, new), renames=True)
    if found.errors:
        _say_why(found.errors)
        return 1
    said = text.write(Result((found,), color=_colored()))
    same_mode = "." in {old_mode, new_mode} or old_mode == new_mode
    mode = "" if same_mode else f"mode {old_mode} → {new_mode}\n"
    console.write(f"{said}{mode}\n")
    return 0


def _content(file: str) -> bytes | None:
    """What a side holds; git names the null device for one that is not there."""
    return None if file in {"/dev/null", os.devnull} else bytes_of(file)


def _say_why(errors: Sequence[Problem]) -> None:
    """Tell the first error, with its place, and that lines are compared."""
    from blueprint_cli.listings.text import full

    first, *more = errors
    console.report([full(first, color=console.colored_errors()).rstrip("\n")])
    others = f" and {len(more)} more" if more else ""
    console.say(f"{first.source.path} has this error{others}, so git compares lines")


def _colored() -> bool:
    """Whether git would use colour here: on a terminal or in its pager, unless it is set not to."""
    if os.environ.get("NO_COLOR") or not (
        sys.stdout.isatty() or os.environ.get("GIT_PAGER_IN_USE")
    ):
        return bool(os.environ.get("FORCE_COLOR")) and not os.environ.get("NO_COLOR")
    from blueprint_cli import git

    return git.run(".", "config", "--get-colorbool", "color.diff", "true").stdout == b"true\n"


def merge(words: Sequence[str]) -> int:
    """Merge a file; 1 where conflict markers are left, or where it may be wrong without one."""
    from blueprint_cli.in_git.merges import merged_in_place

    return merged_in_place(*words)


def page(words: Sequence[str]) -> int:
    """Open the page of what changed, for `git difftool`; other files are compared by lines."""
    from blueprint_cli.in_git.pages import opened

    old, new, path = words
    return opened(old, new, path)
