"""What a theme's file can set, by key: `colors.page`, `links.needs.width`."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, get_args

from blueprint_cli.drawing import Head, Stroke
from blueprint_cli.kinds import COLOR, either
from blueprint_cli.record import Unfit
from blueprint_cli.theme import Theme

COLORS = tuple(
    field for field, kind in Theme.__annotations__.items() if kind is str and field != "name"
)
"""The fields of a theme that are one colour."""
MAPPINGS = ("lanes", "links", "marks")
"""The fields that hold a look for each role, kind of link and kind of mark."""
NUMBERS = {"width": (0.5, 4.0), "edge-width": (0.5, 4.0), "tint": (0.0, 0.3)}
WORDS = {"head": get_args(Head), "tail": get_args(Head), "dash": get_args(Stroke)}


def values_of(theme: Theme) -> dict[str, Any]:
    """All that can be set, with what it is in this theme."""
    values = {f"colors.{_hyphened(field)}": getattr(theme, field) for field in COLORS}
    for mapping in MAPPINGS:
        for name, look in getattr(theme, mapping).items():
            for field, value in look._asdict().items():
                values[_key(mapping, name, field)] = value
    return {**values, "edge-width": theme.edge_width, "tint": theme.tint}


def with_values(theme: Theme, values: Mapping[str, Any]) -> Theme:
    """The theme with these values instead, one for each key of `values_of`."""
    changed: dict[str, Any] = {field: values[f"colors.{_hyphened(field)}"] for field in COLORS}
    for mapping in MAPPINGS:
        looks = {
            name: look._replace(
                **{field: values[_key(mapping, name, field)] for field in look._fields}
            )
            for name, look in getattr(theme, mapping).items()
        }
        changed[mapping] = MappingProxyType(looks)
    return theme._replace(edge_width=values["edge-width"], tint=values["tint"], **changed)


def _key(mapping: str, name: str, field: str) -> str:
    return f"{mapping}.{_hyphened(name)}.{_hyphened(field)}"


def _hyphened(name: str) -> str:
    return name.replace("_", "-")


def reader_of(key: str) -> Callable[[object], str | float]:
    """What makes the value of a key from that of a file, or raises `Unfit`."""
    last = key.rpartition(".")[2]
    if last in NUMBERS:
        return lambda value: _number(value, *NUMBERS[last])
    if last in WORDS:
        return lambda value: _word(value, WORDS[last])
    return _color_or_none if last == "outline" else _color


def _number(value: object, least: float, most: float) -> float:
    hint = f"write a number from {least:g} to {most:g}"
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Unfit(f"'{value}' is no number", hint)
    if not least <= value <= most:
        raise Unfit(f"{value:g} is not from {least:g} to {most:g}", hint)
    return float(value)


def _word(value: object, known: tuple[str, ...]) -> str:
    if value not in known:
        raise Unfit(f"'{value}' is not known", f"write {either(known)}")
    return str(value)


def _color_or_none(value: object) -> str:
    """A colour, or nothing for `none`."""
    return "" if value == "none" else _color(value)


def _color(value: object) -> str:
    return COLOR.read(str(value))
