"""What a site's folder remembers of the last time: which pages are ours, and what they hold.

It is one file beside the pages. A file that is damaged, or no such one at all, counts as nothing:
then every page is made again.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from types import UnionType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from blueprint_cli.site.facts import Facts

NAME = ".bp-site.json"
_KIND = "blueprint site"
_FORM = 1
"""Of the manifest; another one is not read."""
_LARGEST = 500_000_000
"""No manifest with more bytes is read: a blueprint takes twenty thousand of them."""


class Remembered(NamedTuple):
    """A blueprint of the last time.

    `path` is its own below the folder, `state` stands for all that its page was made from, `named`
    are the files that it names. `page` is the page's path below the output, empty where the
    blueprint had errors; `size` and `digest` are those of the page as it was written.
    """

    path: str
    state: str
    named: tuple[str, ...]
    page: str = ""
    size: int = 0
    digest: str = ""
    facts: Facts | None = None


def recalled(folder: Path) -> Mapping[str, Remembered]:
    """What the folder of a site remembers, by the paths of the blueprints."""
    import json

    try:
        file = folder / NAME
        if file.is_symlink() or file.stat().st_size > _LARGEST:
            return {}
        kept = json.loads(file.read_bytes())
        if (kept["kind"], kept["form"]) != (_KIND, _FORM):
            return {}
        found = [_reader(Remembered)(each) for each in kept["blueprints"]]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return {}
    return {each.path: each for each in found}


def kept(blueprints: Mapping[str, Remembered]) -> bytes:
    """The manifest as a file: a line for each blueprint, in the order of their paths."""
    import json

    lines = [
        json.dumps(blueprints[path], separators=(",", ":"), allow_nan=False)
        for path in sorted(blueprints)
    ]
    head = f'{{"kind":"{_KIND}","form":{_FORM},"blueprints":[\n'
    return (head + ",\n".join(lines) + "\n]}\n").encode()


_Reader = Callable[[Any], Any]


@cache
def _reader(kind: Any) -> _Reader:  # noqa: ANN401 - any type that a record may hold
    """What makes such values of those that JSON knows; ValueError where one is another."""
    if isinstance(kind, UnionType):
        inner = _reader(next(each for each in get_args(kind) if each is not type(None)))
        return lambda value: None if value is None else inner(value)
    if get_origin(kind) is tuple:
        each = _reader(get_args(kind)[0])
        return lambda value: tuple(map(each, _listed(value)))
    if hasattr(kind, "_fields"):
        readers = tuple(map(_reader, get_type_hints(kind).values()))
        return lambda value: kind(*[read(each) for read, each in _paired(readers, value)])
    kinds = {float, int} if kind is float else {kind}
    return partial(_plain, kinds)


def _plain(kinds: set[type], value: object) -> object:
    if type(value) not in kinds:
        raise ValueError(value)
    return value


def _paired(readers: tuple[_Reader, ...], value: object) -> Iterator[tuple[_Reader, object]]:
    return zip(readers, _listed(value), strict=True)


def _listed(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(value)  # noqa: TRY004 - it is the file that is wrong, as all the others
    return value
