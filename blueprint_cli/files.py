"""Files on the way in and out: which are meant, and replacing one whole or not at all."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from blueprint_cli import git, parse
from blueprint_cli.patterns import later
from blueprint_cli.problems import Trouble
from blueprint_cli.workspace import LARGEST, bytes_of

ENDINGS = (".yaml", ".yml")
_BLUEPRINT = later(
    rb"""^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?([ {]*)(["']?)blueprint\2[ \t]*:""", re.MULTILINE
)
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


def is_blueprint(content: bytes, path: str) -> bool:
    """Whether these bytes have the key `blueprint`, be the rest broken."""
    text = content.replace(b"\0", b"")  # UTF-16 is told of
    found = [match[1] for match in _BLUEPRINT.finditer(text)]
    if any(not indentation[:1].isspace() for indentation in found):
        return True
    return bool(found) and (text[:1] == b"{" or parse.read(content, path).blueprint is not None)


def replace(path: str, content: bytes, *, lasting: bool = True) -> None:
    """Replace a file whole or not at all: written beside it, then renamed.

    Nothing is replaced before the disk has what is written, so that it survives a loss of power;
    of a file that is not `lasting` that is not asked.
    A symbolic link stays one, a file keeps its mode, and folders on the way are made. A device or
    pipe is written to as it is. Raises `Trouble` where that cannot be done, and leaves no file.
    """
    if os.path.isdir(path):
        raise Trouble(f"cannot write {path}: it is a folder")
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            with open(path, "wb") as there:
                there.write(content)
        else:
            _swap(os.path.realpath(path), content, lasting=lasting)
    except FileExistsError as error:
        raise Trouble(f"cannot write {path}: a folder on the way to it is a file") from error
    except OSError as error:
        raise Trouble(f"cannot write {path}: {(error.strerror or str(error)).lower()}") from error


def replace_all(contents: Sequence[tuple[str, bytes]]) -> None:
    """Replace several files that exist, all or none of them, each as `replace` does.

    What each is to become and what it was are written beside it before the first one is replaced,
    so that undoing needs nothing that could be missing.
    """
    swaps: list[_Swap] = []
    path = ""
    try:
        for path, content in contents:
            swaps.append(_Swap(path, os.path.realpath(path), []))
            swaps[-1].write(content)
        for each in swaps:
            path = each.path
            os.replace(each.beside[0], each.target)
    except BaseException as error:
        for each in swaps:
            each.undo()
        if isinstance(error, OSError):
            reason = (error.strerror or str(error)).lower()
            raise Trouble(f"cannot write {path}: {reason}", "no file was changed") from error
        raise
    finally:
        _delete([file for each in swaps for file in each.beside])


class _Swap(NamedTuple):
    """A file to replace; `beside` lies what it is to become, and then what it was."""

    path: str
    target: str
    beside: list[str]

    def write(self, content: bytes) -> None:
        with open(self.target, "rb") as there:
            before = there.read()
        for version in (content, before):
            self.beside.append(_name_beside(self.target))
            _fill(self.beside[-1], self.target, version, lasting=True)

    def undo(self) -> None:
        if len(self.beside) > 1 and not os.path.exists(self.beside[0]):
            os.replace(self.beside[1], self.target)


def _delete(files: list[str]) -> None:
    """Delete files, all of them even if Ctrl-C comes meanwhile."""
    try:
        while files:
            with suppress(FileNotFoundError):
                os.unlink(files[-1])
            files.pop()
    except KeyboardInterrupt:
        _delete(files)
        raise


def _swap(target: str, content: bytes, *, lasting: bool) -> None:
    os.makedirs(os.path.dirname(target), exist_ok=True)
    beside = _name_beside(target)
    try:
        _fill(beside, target, content, lasting=lasting)
        os.replace(beside, target)
    finally:
        _delete([beside])


def _name_beside(target: str) -> str:
    folder, name = os.path.split(target)
    return os.path.join(folder, f".{name[:40]}.{os.urandom(4).hex()}.tmp")


def _fill(beside: str, target: str, content: bytes, *, lasting: bool) -> None:
    """Write a new file that is to stand for another, with the mode of that."""
    mode = os.stat(target).st_mode if os.path.exists(target) else None
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(13, "it is read-only")
    how = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(beside, how, 0o666 if mode is None else 0o600)
    with open(descriptor, "wb") as written:
        written.write(content)
        written.flush()
        if lasting:
            os.fsync(descriptor)
    if mode is not None:
        os.chmod(beside, mode & 0o7777)
