"""Files on the way out: replaced whole or not at all."""

import os
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from blueprint_cli.problems import Trouble


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
