"""Settings: what holds for a file where the command line says nothing, and where that is written.

They stand in `.bp.toml` or `bp.toml`, or below `[tool.bp]` in `pyproject.toml`, the nearest one
upward of each file.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from blueprint_cli import toml, workspace
from blueprint_cli.lint.rule import as_toml
from blueprint_cli.nearest import nearest
from blueprint_cli.problems import Trouble
from blueprint_cli.settings import Settings
from blueprint_cli.workspace import settings_file_of

Reader = Callable[[object, str], object]
"""Gives the value of a setting, or raises `Trouble` that begins with the place."""

_LEAST, _MOST = 0.1, 20.0  # of scales
PROJECT = "pyproject.toml"


class Described(NamedTuple):
    """A setting for whoever reads about it: its key, what may stand there, and what it does."""

    key: str
    values: str
    default: str
    meaning: str


class Held(NamedTuple):
    """The settings that hold for a file, what is written of them, where, and in which file.

    `written` and `places` have the names of fields.
    """

    settings: Settings
    written: dict[str, str]
    places: dict[str, str]
    file: Path | None = None


def described() -> dict[str, Described]:
    """All settings by the names of their fields, in the order of the manual."""
    return {
        each.name: Described(
            _key(each.name), _values(each), _default(each), each.metadata["meaning"]
        )
        for each in fields(Settings)
    }


def settings_for(path: str) -> Held:
    """The settings for a file or folder, which need not exist; `Trouble` where they are wrong."""
    file = settings_file_of(path)
    return _in_file(Path(file)) if file else Held(Settings(), {}, {})


def forget() -> None:
    """Read settings anew the next time: their file may have changed."""
    _in_file.cache_clear()
    workspace.forget()


@cache
def _in_file(file: Path) -> Held:
    shown = os.path.relpath(file)
    text = toml.text_of(file, shown)
    hint = 'a setting is a line such as `fail-level = "error"` below `[lint]`'
    tables = toml.tables(text, shown, hint)
    within: toml.Keys = ()
    if file.name == PROJECT:
        within = ("tool", "bp")
        tool = tables.get("tool")
        tables = tool.get("bp", {}) if isinstance(tool, dict) else {}
    return _checked(_Where(shown, text, within), tables)._replace(file=file)


class _Where(NamedTuple):
    """A settings file as it is shown, its text, and the table in which its settings stand."""

    shown: str
    text: str
    within: toml.Keys

    def at(self, key: str) -> str:
        """Where a key is written: `bp.toml:7`."""
        keys = self.within if key == _ALL else (*self.within, *key.split("."))
        line = toml.line_of(self.text, keys)
        return f"{self.shown}:{line}" if line else self.shown


_ALL = "[tool.bp]"
"""What is said instead of a key where settings are no table at all."""


def _checked(where: _Where, tables: object) -> Held:
    known = {_key(each.name): each for each in fields(Settings)}
    values: dict[str, Any] = {}
    written: dict[str, str] = {}
    places: dict[str, str] = {}
    for key, value in _flat(tables):
        place = where.at(key)
        if key not in known:
            raise Trouble(f"{place}: unknown setting '{key}'", nearest(key, list(known)))
        setting = known[key]
        values[setting.name] = _fitting(setting, value, f"{place}: {key}")
        written[setting.name] = value if isinstance(value, str) else as_toml(value)
        places[setting.name] = place
    return Held(Settings(**values), written, places)


def _flat(tables: object) -> Iterator[tuple[str, object]]:
    """All keys and values as `table.key`; whatever is no table keeps its own name."""
    for name, table in tables.items() if isinstance(tables, dict) else [(_ALL, tables)]:
        if isinstance(table, dict):
            yield from ((f"{name}.{key}", value) for key, value in table.items())
        else:
            yield name, table


def _fitting(setting: Any, value: object, where: str) -> object:  # noqa: ANN401 - a dataclasses.Field
    choices = setting.metadata["choices"]
    if kind := setting.metadata.get("kind"):
        return _reader(setting.metadata["reader"], kind)(value, where)
    if choices and (value not in choices or isinstance(value, bool) != (True in choices)):
        hint = (
            nearest(str(value), [str(each) for each in choices])
            or f"it is one of {_values(setting)}"
        )
        raise Trouble(f"{where} cannot be {as_toml(value)}", hint)
    if not choices and not is_scale(value):
        raise Trouble(f"{where} cannot be {as_toml(value)}", f"it is {_values(setting)}")
    return value


def _reader(module: str, kind: str) -> Reader:
    """What reads such a value; rules and themes are slow to load, and seldom set."""
    if module == "rule_words":
        from blueprint_cli.rule_words import READERS as RULED

        return RULED[kind]
    from blueprint_cli.look_words import READERS as DRAWN

    return DRAWN[kind]


def is_scale(value: object) -> bool:
    """Whether this can be the scale of a picture."""
    return isinstance(value, (int, float)) and value is not True and _LEAST <= value <= _MOST


def _key(name: str) -> str:
    table, _, key = name.partition("_")
    return f"{table}.{key.replace('_', '-')}"


def _values(setting: Any) -> str:  # noqa: ANN401 - a dataclasses.Field
    if kind := setting.metadata.get("kind"):
        return _VALUES[kind]
    choices = setting.metadata["choices"]
    return ", ".join(map(_quoted, choices)) if choices else "a number from 0.1 to 20"


def _quoted(choice: object) -> str:
    return f"`{str(choice).lower() if isinstance(choice, bool) else choice}`"


def _default(setting: Any) -> str:  # noqa: ANN401 - a dataclasses.Field
    if setting.default == () or setting.default is MISSING:
        return "none"
    if setting.default is None:
        return _ABSENT[setting.name]
    return str(setting.default).lower() if setting.default is False else str(setting.default)


_ABSENT = {
    "lint_select": "the usual rules",
    "render_show": "all parts",
    "render_hide": "none",
    "render_page": "none",
}
"""What holds where a setting without a default is not written."""

_VALUES = {
    "words": "a list of codes, beginnings of codes, names, or `ALL`",
    "severities": 'lines such as `empty-step = "error"` below `[lint.severity]`',
    "rules": "lines such as `most = 40` below `[lint.rules.long-name]`",
    "theme": "the name of a theme, or the path of a theme's TOML file from here",
    "language": "`auto`, or a language's code such as `de`",
    "parts": "a list of parts such as `marks`",
    "paper": "the name of a paper such as `a4`",
    "files": '`ignore`, `extend-select` or `severity` below `[lint.files."drafts/**"]`',
}
