"""Whether git shows and merges blueprints as it was told to: what is in force, and what to mend."""

import os
import shutil
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from blueprint_cli import __version__, git
from blueprint_cli.in_git import configuration, headers
from blueprint_cli.in_git.configuration import DIFF, HEADERS, MERGE, PAGE, Setting
from blueprint_cli.in_git.tracked import Attributes, Tree, attributes, tree

State = Literal["ok", "note", "mend"]
OLDEST = (2, 8)
"""The first release whose `git config` tells which file a setting stands in."""


class Finding(NamedTuple):
    """One thing that was looked at: `mend` where something does not work as it was meant to.

    `hint` says what to do, and is empty where nothing is; `paths` are the files it is about.
    """

    check: str
    state: State
    message: str
    hint: str = ""
    paths: tuple[str, ...] = ()


def findings(folder: str) -> list[Finding]:
    """All that is known of the repository round a folder; `Trouble` where there is none."""
    found = tree(folder)
    told = attributes(found.top, found.blueprints)
    held = {key: configuration.found(found.top, key) for key in (HEADERS, DIFF, MERGE, PAGE)}
    programs = any(_in_force(key, held[key]) for key in (DIFF, MERGE, PAGE))
    return [
        _release(found.top),
        _named(told),
        _headers(held[HEADERS], found),
        _driver("diff", DIFF, held[DIFF], "--diff", "`git diff` compares lines"),
        _driver("merge", MERGE, held[MERGE], "--merge", "git merges lines"),
        *_merge_attribute(held[MERGE], told),
        _driver("difftool", PAGE, held[PAGE], "--diff", "`bp git difftool` needs no setting"),
        *_shadowed(held[DIFF], held[PAGE]),
        _program(needed=programs),
        *_resolutions(found.top),
        *_line_ends(found),
    ]


def _release(top: str) -> Finding:
    said = git.answer(top, "--version").decode(errors="replace").split()[2]
    numbers = tuple(int(each) for each in said.split(".")[:2] if each.isdigit())
    if numbers < OLDEST:
        needed = ".".join(map(str, OLDEST))
        return Finding("git", "mend", f"git {said} is too old", f"install {needed} or later")
    return Finding("git", "ok", f"git {said}")


def _named(told: dict[str, Attributes]) -> Finding:
    """Whether every blueprint is named in the attributes."""
    if not told:
        hint = "make a blueprint with `bp init`, then run `bp git install`"
        return Finding("attributes", "note", "there is no blueprint here", hint)
    others = {name: each.diff for name, each in told.items() if each.diff != "blueprint"}
    if not others:
        return Finding("attributes", "ok", f"all blueprints are named: {len(told)}")
    values = sorted({value for value in others.values() if value != "unspecified"})
    hint = "run `bp git install`"
    if values:
        hint = f"another line of attributes says `diff={values[0]}`; `git check-attr -a` tells all"
    count = f"{len(others)} of {len(told)} blueprints"
    message = f"{count} {'is' if len(others) == 1 else 'are'} not named in .gitattributes"
    return Finding("attributes", "mend", message, hint, tuple(others))


def _headers(held: Sequence[Setting], found: Tree) -> Finding:
    check = "steps"
    if not held:
        message = "heads in a diff do not name the step"
        if not found.blueprints:
            return Finding(check, "note", message)
        return Finding(check, "mend", message, "run `bp git install` in this clone")
    last = held[-1]
    if not headers.is_pattern(last.value):
        return _foreign(check, HEADERS, held)
    if headers.column_in(last.value) < headers.column_for(found.texts):
        message = "steps begin farther to the right than the patterns look"
        return Finding(check, "mend", message, "run `bp git install` again, or `bp fmt`")
    return Finding(check, "ok", "heads in a diff name the step")


def _driver(check: str, key: str, held: Sequence[Setting], option: str, without: str) -> Finding:
    if not held:
        return Finding(check, "ok", f"not asked for: {without}")
    if not configuration.is_ours(key, held[-1].value):
        return _foreign(check, key, held)
    if held[-1].value != configuration.wished(key, 0):
        hint = f"run `bp git install {option}` again"
        return Finding(check, "mend", f"{key} is that of another release", hint)
    return Finding(check, "ok", f"{key} is set")


def _shadowed(driver: Sequence[Setting], tool: Sequence[Setting]) -> Iterator[Finding]:
    """A driver of somebody else: git asks it also where `git difftool` was called."""
    if tool and driver and not configuration.is_ours(DIFF, driver[-1].value):
        message = f"{DIFF} of somebody else keeps `git difftool` from opening pages"
        hint = "call `bp git difftool`, or take that setting out"
        yield Finding("difftool", "mend", message, hint)


def _foreign(check: str, key: str, held: Sequence[Setting]) -> Finding:
    """Somebody else's value: a note, and to be mended where ours was meant to count."""
    if not any(configuration.is_ours(key, each.value) for each in held):
        return Finding(check, "note", f"{key} is set by somebody else, in {held[-1].origin}")
    message = f"{key} in {held[-1].origin} wins over what `bp git install` wrote"
    return Finding(check, "mend", message, f"take `{key}` out of that file")


def _in_force(key: str, held: Sequence[Setting]) -> bool:
    return bool(held) and configuration.is_ours(key, held[-1].value)


def _merge_attribute(held: Sequence[Setting], told: dict[str, Attributes]) -> Iterator[Finding]:
    """Where the setting for merges and the attribute do not go together."""
    without = tuple(name for name, each in told.items() if each.merge != "blueprint")
    if _in_force(MERGE, held) and without:
        message = f"{len(without)} of {len(told)} blueprints are merged by lines all the same"
        yield Finding("merge", "mend", message, "run `bp git install --merge`", without)
    if not held and told and not without:
        message = "others merge these blueprints with `bp`, this clone merges lines"
        yield Finding("merge", "note", message, "run `bp git install --merge`")


def _program(*, needed: bool) -> Finding:
    found = shutil.which("bp")
    if found is None:
        message = "git finds no `bp` on the path"
        hint = "put the folder of `bp` on the PATH of the shell in which you run git"
        return Finding("program", "mend" if needed else "note", message, hint)
    said = _version_of(found)
    if said == f"bp {__version__}":
        return Finding("program", "ok", f"git finds {said}")
    if not said:
        hint = f"run `{found} --version` to see why"
        return Finding("program", "mend" if needed else "note", f"{found} does not run", hint)
    message = f"git finds {said} at {found}, and this is {__version__}"
    return Finding("program", "mend" if needed else "note", message, "remove one of the two")


def _version_of(program: str) -> str:
    import subprocess

    command = [program, "--version"]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - it is called `bp`
    except OSError:
        return ""
    return "" if done.returncode else done.stdout.decode(errors="replace").strip()


def _resolutions(top: str) -> Iterator[Finding]:
    if git.run(top, "config", "--type=bool", "rerere.enabled").stdout == b"true\n":
        message = "rerere is on: git repeats how you resolved a conflict without looking at it"
        yield Finding("rerere", "note", message, "run `bp lint` after a merge that repeats one")


def _line_ends(found: Tree) -> Iterator[Finding]:
    """Blueprints that git keeps with other line ends than it gives them to other people."""
    if not found.blueprints:
        return
    told = git.answer(found.top, "ls-files", "--eol", "-z", "--", ":(glob)**/*.y*ml")
    rows = [os.fsdecode(row).partition("\t") for row in told.split(b"\0") if row]
    wrong = tuple(
        name
        for ends, _, name in rows
        if name in found.blueprints and ends.split()[0] in {"i/crlf", "i/mixed"}
    )
    if wrong:
        message = "git keeps Windows line ends, with which merges of lines go wrong"
        hint = "write `*.yaml text` to .gitattributes, then `git add --renormalize .`"
        yield Finding("line ends", "mend", message, hint, wrong)
