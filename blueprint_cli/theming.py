"""Themes by name, and themes of one's own: a small TOML file that changes one of them.

A theme that cannot be read by everyone is refused, with the nearest colour that would do.
"""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from blueprint_cli import toml
from blueprint_cli.contrasts import Faint, alike, unclear
from blueprint_cli.kinds import either
from blueprint_cli.nearest import closest, did_you_mean
from blueprint_cli.problems import Trouble
from blueprint_cli.record import Unfit
from blueprint_cli.theme import Theme, mixed
from blueprint_cli.theme_keys import reader_of, values_of, with_values
from blueprint_cli.themes import THEMES

ENDING = ".toml"


class _File(NamedTuple):
    """A theme's file: its path as the user wrote it, and its text."""

    path: str
    text: str

    def at(self, key: str) -> str:
        """Where a key is written: `dusk.toml:3`."""
        line = toml.line_of(self.text, tuple(key.split(".")))
        return f"{self.path}:{line}" if line else self.path


def theme_named(text: str) -> Theme:
    """The theme of this name, or the one in the TOML file at this path.

    Raises `Trouble` for an unknown name, a file that cannot be read, and a theme that is faint.
    """
    known = {theme.name: theme for theme in THEMES}
    if text in known:
        return known[text]
    if text.endswith(ENDING):
        return _own(_File(text, toml.text_of(Path(text), text)))
    raise Trouble(f"unknown theme '{text}'", _instead(text, list(known)))


def _instead(text: str, names: list[str]) -> str:
    near = did_you_mean(closest(text, names))
    listed = f"it is {either((*names,))}, or the path of a `{ENDING}` file"
    return f"{near} ({listed})" if near else listed


def _own(file: _File) -> Theme:
    hint = 'a colour is a line such as `page = "#ffffff"` below `[colors]`'
    tables = toml.tables(file.text, file.path, hint)
    base = _extended(tables.pop("extends", THEMES[0].name), file)
    values = values_of(base)
    written = dict(_flat(tables))
    for key, value in written.items():
        values[key] = _fitting(key, value, values, file)
    theme = with_values(base._replace(name=Path(file.path).stem), values)
    if faint := unclear(theme):
        raise _too_faint(faint, written, file, _Change(theme, base))
    for kinds in alike(theme):
        raise _too_alike(kinds, written, file)
    return theme


def _extended(name: object, file: _File) -> Theme:
    known = {theme.name: theme for theme in THEMES}
    if not isinstance(name, str) or name not in known:
        near = did_you_mean(closest(str(name), known)) or f"it is {either((*known,))}"
        raise Trouble(f"{file.at('extends')}: unknown theme '{name}'", near)
    return known[name]


def _flat(tables: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, object]]:
    for name, value in tables.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def _fitting(key: str, value: object, known: Mapping[str, Any], file: _File) -> str | float:
    """The value as a theme holds it."""
    if any(each.startswith(f"{key}.") for each in known):
        hint = f"write `[{key}]`, and its keys below"
        raise Trouble(f"{file.at(key)}: '{key}' is a table, not a value", hint)
    if key not in known:
        hint = did_you_mean(closest(key, known)) or "docs/themes.md lists all keys"
        raise Trouble(f"{file.at(key)}: unknown key '{key}'", hint)
    try:
        return reader_of(key)(value)
    except Unfit as unfit:
        raise Trouble(f"{file.at(key)}: `{key}`: {unfit.message}", unfit.hint) from None


class _Change(NamedTuple):
    """A theme that is faint, and the one that it changes."""

    theme: Theme
    base: Theme


def _too_faint(faint: list[Faint], written: Collection[str], file: _File, made: _Change) -> Trouble:
    """What to say of the worst of the colours that are set, or of what stands on them."""
    first = min(faint, key=lambda each: (each.key not in written, each.found / each.needed))
    key = first.key if first.key in written else first.behind
    found = int(first.found * 100) / 100  # 4.496 is not yet 4.5
    message = (
        f"{file.at(key)}: `{first.key}` {first.color} on `{first.behind}` {first.ground} has a"
        f" contrast of {found:.2f}:1, and needs {first.needed:g}:1"
    )
    instead = first.instead if key == first.key else _as_ground(key, made)
    others = len({each.key for each in faint}) - 1
    more = f"; {others} more {'is' if others == 1 else 'are'} too faint" if others else ""
    return Trouble(message, f"{_mend(key, instead)}{more}")


def _mend(key: str, instead: str | None) -> str:
    if instead is None:
        return f"no shade of `{key}` would do everywhere, so change what it stands on"
    return f'the nearest colour that would do for `{key}` is `"{instead}"`'


def _as_ground(key: str, made: _Change) -> str | None:
    """The colour of a ground, as near to that of the base as all that stands on it needs."""
    values, base = values_of(made.theme), values_of(made.base)[key]
    shades = [mixed(values[key], base, percent / 100) for percent in range(2, 101, 2)]
    for shade in shades:
        changed = with_values(made.theme, {**values, key: shade})
        if all(faint.behind != key for faint in unclear(changed)):
            return shade
    return None


def _too_alike(kinds: tuple[str, str], written: Collection[str], file: _File) -> Trouble:
    """What to say of two kinds of links that whoever sees no colours takes for one."""
    one, other = (f"links.{kind.replace('_', '-')}" for kind in kinds)
    where = next(file.at(key) for key in written if key.startswith((f"{one}.", f"{other}.")))
    message = f"{where}: `{one}` and `{other}` differ only in colour and width"
    return Trouble(message, "give one of them another `dash`, `head` or `tail`")
