"""What a site's folder remembers of the last time: which pages are ours, and what they hold.

It is one file beside the pages. A file that is damaged, or no such one at all, counts as nothing:
then every page is made again.
"""

from collections.abc import Mapping
from functools import cache
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
        found = [_built(Remembered, each) for each in kept["blueprints"]]
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


def _built(kind: Any, value: Any) -> Any:  # noqa: ANN401 - any JSON, and any type that a tuple may hold
    """The value of this type that JSON holds as lists; ValueError where it is another one."""
    if isinstance(kind, UnionType):
        inner = next(each for each in get_args(kind) if each is not type(None))
        return None if value is None else _built(inner, value)
    if get_origin(kind) is tuple:
        return tuple([_built(get_args(kind)[0], each) for each in _listed(value)])
    if hasattr(kind, "_fields"):
        kinds = _kinds(kind)
        return kind(*[_built(*each) for each in zip(kinds, _listed(value), strict=True)])
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise ValueError(value)
    return value


@cache
def _kinds(record: type) -> tuple[Any, ...]:
    return tuple(get_type_hints(record).values())


def _listed(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(value)  # noqa: TRY004 - it is the file that is wrong, as all the others
    return value
