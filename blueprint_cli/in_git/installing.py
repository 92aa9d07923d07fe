"""Telling git about blueprints, and taking that back; what the user wrote stays as it is."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from blueprint_cli import git
from blueprint_cli.in_git import attributes, configuration, headers
from blueprint_cli.in_git.tracked import Tree, tree
from blueprint_cli.in_git.tracked import attributes as attributes_of
from blueprint_cli.problems import Trouble
from blueprint_cli.replacing import replace


class Scope(NamedTuple):
    """Where settings and attributes are kept: in one repository, or the user's own.

    `tree` is None for the user's own.
    """

    folder: str
    where: str
    attributes: Path
    tree: Tree | None


def local(folder: str) -> Scope:
    """The repository round a folder; `Trouble` where there is none."""
    found = tree(folder)
    return Scope(found.top, "--local", Path(found.top, ".gitattributes"), found)


def of_the_user(folder: str) -> Scope:
    """What holds in all repositories of the user; `Trouble` where git is not there."""
    git.answer(folder, "--version")
    done = git.run(folder, "config", "--path", "--get", "core.attributesFile")
    written = os.fsdecode(done.stdout).rstrip("\n")
    above = os.environ.get("XDG_CONFIG_HOME") or Path("~", ".config").expanduser()
    path = Path(folder, written) if written else Path(above, "git", "attributes")
    return Scope(folder, "--global", path, None)


def installed(scope: Scope, *, diff: bool, merge: bool) -> Iterator[str]:
    """Write what is missing; tells line by line what was done."""
    if scope.tree and not scope.tree.blueprints:
        hint = "make one with `bp init`, or use `--global` for all of your repositories"
        raise Trouble("there is no blueprint in this repository", hint)
    keys = [configuration.HEADERS]
    keys += [configuration.DIFF, configuration.PAGE] if diff else []
    keys += [configuration.MERGE] if merge else []
    yield from _attributes_put(scope, merge=merge)
    column = headers.column_for(scope.tree.texts) if scope.tree else headers.USUAL
    for key in keys:
        yield _put(scope, key, configuration.wished(key, column))


def _put(scope: Scope, key: str, value: str) -> str:
    held = configuration.held(scope.folder, scope.where, key)
    if held == [value]:
        return f"{key} is set already"
    if any(not configuration.is_ours(key, each) for each in held):
        return f"{key} is left as somebody set it; `git config --unset {key}` makes room for ours"
    configuration.put(scope.folder, scope.where, key, value)
    return f"set {key}"


def _attributes_put(scope: Scope, *, merge: bool) -> Iterator[str]:
    text = _text(scope.attributes)
    ours = attributes.written(text)
    merge = merge or any(line.endswith("merge=blueprint") for line in ours)
    shown = _shown(scope)
    if scope.tree and _all_told(scope.tree, merge=merge):
        yield f"{shown} names every blueprint already"
        return
    found = (
        attributes.patterns(scope.tree.blueprints, scope.tree.others)
        if scope.tree
        else attributes.ANYWHERE
    )
    wished = attributes.lines(found, merge=merge)
    if wished == ours:
        yield f"{shown} is written already"
        return
    _write(scope.attributes, attributes.with_block(text, wished))
    yield from (f"wrote {shown}: {line}" for line in wished)


def _all_told(found: Tree, *, merge: bool) -> bool:
    told = attributes_of(found.top, found.blueprints).values()
    return all(each.diff == "blueprint" for each in told) and (
        not merge or all(each.merge == "blueprint" for each in told)
    )


def uninstalled(scope: Scope) -> Iterator[str]:
    """Take out what `installed` wrote, and nothing else; tells line by line what was done."""
    text = _text(scope.attributes)
    without = attributes.with_block(text, ())
    if without != text:
        if without:
            _write(scope.attributes, without)
        else:
            scope.attributes.unlink()
        yield f"took the blueprints out of {_shown(scope)}"
    for key in configuration.KEYS:
        held = configuration.held(scope.folder, scope.where, key)
        if held and all(configuration.is_ours(key, each) for each in held):
            configuration.drop(scope.folder, scope.where, key)
            yield f"unset {key}"
        elif held:
            yield f"{key} is left as somebody set it"
    if scope.tree and (pages := _pages(scope.tree.top)).is_dir():
        shutil.rmtree(pages)
        yield "deleted the pages of `bp git difftool`"


def _pages(top: str) -> Path:
    told = git.answer(top, "rev-parse", "--git-path", configuration.PAGES)
    return Path(top, os.fsdecode(told).rstrip("\n"))


def _shown(scope: Scope) -> str:
    return str(scope.attributes) if scope.tree is None else ".gitattributes"


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return ""


def _write(path: Path, text: str) -> None:
    replace(str(path), text.encode("utf-8", "surrogateescape"))
