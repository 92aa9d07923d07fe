"""Files on the way in: which blueprints are meant."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from blueprint_cli.parse import is_blueprint
from blueprint_cli.problems import Trouble
from blueprint_cli.workspace import LARGEST, bytes_of

ENDINGS = (".yaml", ".yml")
_STDIN = "-"


class Input(NamedTuple):
    """A blueprint to read: what it is called, where it is, and the folder it was found in.

    `path` is the name as the user would type it, and what other paths are relative to. `folder` is
    the folder that was named on the command line, or None where the file itself was; `piped` is the
    content of standard input.
    """

    path: str
    folder: str | None = None
    piped: bytes | None = None

    def content(self) -> bytes:
        """The bytes of the file, as many as are ever read; `OSError` where that cannot be done."""
        return bytes_of(self.path) if self.piped is None else self.piped


def gather(
    names: list[str], stdin_filename: str | None = None, *, only_blueprints: bool = False
) -> list[Input]:
    """The blueprints that these names mean, each once: files, folders, `-` for standard input.

    A file that is named is taken for one, unless `only_blueprints` passes over what is none.
    """
    found: dict[str, Input] = {}
    for name in names:
        for each in _meant(name, stdin_filename):
            if not only_blueprints or each.piped is not None or _is_blueprint(each.path):
                found.setdefault(os.path.abspath(each.path), each)
    return list(found.values())


def _meant(name: str, stdin_filename: str | None) -> Iterator[Input]:
    if name == _STDIN:
        yield Input(stdin_filename or "<stdin>", piped=_all_of_stdin())
    elif os.path.isdir(name):
        yield from (Input(each, folder=name) for each in _blueprints_below(name))
    elif _is_missing(name):
        raise Trouble(f"no such file: {name or '(an empty name)'}", _similar(name))
    else:
        yield Input(name)


def _is_missing(name: str) -> bool:
    try:
        os.stat(name)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:  # it is there and cannot be read, which is told when it is read
        return False
    return False


def _all_of_stdin() -> bytes:
    if sys.stdin is None:
        raise Trouble("standard input is closed")
    return sys.stdin.buffer.read(LARGEST + 1)


def _similar(name: str) -> str | None:
    from difflib import get_close_matches

    folder, wanted = os.path.split(name)
    with suppress(OSError):
        found = [os.path.splitext(each) for each in os.listdir(folder or ".") if each != wanted]
        others = {stem: stem + ending for stem, ending in found if ending in {"", *ENDINGS}}
        if near := get_close_matches(os.path.splitext(wanted)[0], others, 1, 0.75):
            return f"did you mean `{os.path.join(folder, others[near[0]])}`?"
    return None


def _blueprints_below(folder: str) -> Iterator[str]:
    """Give the folder's blueprints in the order of their paths; other files are passed over."""
    names = _not_ignored(folder)
    for name in sorted(set(_walked(folder) if names is None else names)):
        path = os.path.normpath(os.path.join(folder, name))
        if os.path.isdir(path) and not os.path.islink(path):  # a work tree inside of this one
            yield from _blueprints_below(path)
        elif name.endswith(ENDINGS) and os.path.isfile(path) and _is_blueprint(path):
            yield path


def _not_ignored(folder: str) -> list[str] | None:
    """Paths below the folder that git does not ignore; None outside a work tree and without git.

    A folder that is itself ignored was named on purpose: None, too.
    """
    from blueprint_cli import git

    try:
        listed = git.run(folder, "ls-files", "-co", "--exclude-standard", "-z")
        if listed.returncode or (
            not listed.stdout and not git.run(folder, "check-ignore", ".").returncode
        ):
            return None
    except OSError:
        return None
    return [os.fsdecode(name) for name in listed.stdout.split(b"\0") if name]


def _walked(folder: str) -> Iterator[str]:
    def refuse(error: OSError) -> None:
        raise Trouble(f"cannot read the folder {error.filename}: {(error.strerror or '').lower()}")

    for where, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [each for each in folders if each != ".git"]
        yield from (os.path.relpath(os.path.join(where, name), folder) for name in names)


def _is_blueprint(path: str) -> bool:
    """Whether a file has the key `blueprint`, be it broken; what cannot be read may have one."""
    try:
        content = bytes_of(path)
    except OSError:
        return True
    return is_blueprint(content, path)
