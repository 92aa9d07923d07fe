"""The folder of a site: what is written there, what is deleted, and nothing beyond."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from blueprint_cli.problems import Trouble
from blueprint_cli.replacing import replace
from blueprint_cli.site.addresses import PAGES
from blueprint_cli.site.manifest import Remembered

MARK = b'<meta name="generator" content="bp report">'
"""By this the first page of a site is known as ours."""
_HEAD = 4096
"""The mark stands within so many bytes."""


def write(output: Path, page: str, content: bytes) -> None:
    """Write a file of the site; `Trouble` where a symbolic link leads out of its folder."""
    path = output / page
    if not _is_inside(output, path):
        hint = "delete the symbolic link, or name another folder"
        raise Trouble(f"{path} leads out of {output}", hint)
    if _differs(path, content):
        replace(str(path), content)


def _differs(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() != content
    except OSError:
        return True


def is_whole(output: Path, known: Remembered) -> bool:
    """Whether a page is there as large as it was written."""
    path = output / known.page
    try:
        return _is_inside(output, path) and path.stat().st_size == known.size
    except OSError:
        return False


def refuse_foreign(output: Path, pages: Sequence[str]) -> None:
    """`Trouble` where the folder is a file, or has pages of such names that `bp` did not write.

    The first one tells of all: where it is ours, so are the others.
    """
    if os.path.lexists(output) and not output.is_dir():
        raise Trouble(f"{output} is no folder", "name a folder for the site: `-o site/`")
    paths = [output / page for page in pages]
    foreign = next((path for path in paths if os.path.lexists(path)), None)
    if foreign is not None and not _is_ours(paths[0]):
        raise Trouble(f"{foreign} is not from `bp`", "name another folder: `-o site/`")


def _is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return MARK in file.read(_HEAD)
    except OSError:
        return False


def delete(output: Path, gone: Iterable[Remembered]) -> int:
    """Delete pages that are as they were written, and give how many.

    Whatever was changed meanwhile, or stands elsewhere than pages do, is somebody's own. Folders
    that are left empty go, too.
    """
    count = 0
    for each in gone:
        path = output / each.page
        if _stands_where_pages_do(output, each.page) and _digest(path) == each.digest:
            with suppress(OSError):
                path.unlink()
                count += 1
                _delete_empty(output, path.parent)
    return count


def _stands_where_pages_do(output: Path, page: str) -> bool:
    words = page.split("/")
    right = words[0] == PAGES and page.endswith(".html") and not {"", ".", ".."} & set(words)
    path = output / page
    return right and not path.is_symlink() and _is_inside(output, path)


def _is_inside(output: Path, path: Path) -> bool:
    return Path(os.path.realpath(output)) in Path(os.path.realpath(path)).parents


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _delete_empty(output: Path, folder: Path) -> None:
    while folder != output:
        folder.rmdir()
        folder = folder.parent
