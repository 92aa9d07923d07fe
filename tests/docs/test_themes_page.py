"""docs/themes.md names every theme and every key of a theme's file."""

import re
from pathlib import Path

from blueprint_cli.drawing import Head, Stroke
from blueprint_cli.kinds import either
from blueprint_cli.theme_keys import NUMBERS, values_of
from blueprint_cli.themes import THEMES
from blueprint_cli.themes.light import LIGHT

PAGE = (Path(__file__).parents[2] / "docs" / "themes.md").read_text(encoding="utf-8")
FAMILY = re.compile(r"^Below `\[(\w+)\.([\w-]+)\]`(.*?):$", re.MULTILINE | re.DOTALL)


def rows(text):
    """The keys of the first table in a text."""
    table = re.search(r"^\| key \|.*?(?=\n\n|\Z)", text, re.MULTILINE | re.DOTALL)
    return re.findall(r"^\| `([\w-]+)` \|", table[0], re.MULTILINE)


def keys_told():
    yield from rows(PAGE[PAGE.index("## All keys") :])
    yield from (f"colors.{key}" for key in rows(PAGE[PAGE.index("Below `[colors]`") :]))
    for family in FAMILY.finditer(PAGE):
        mapping, first, others = family.groups()
        for name in (first, *re.findall("`([a-z-]+)`", others)):
            yield from (f"{mapping}.{name}.{key}" for key in rows(PAGE[family.end() :]))


def test_names_every_key():
    told = list(keys_told())
    assert sorted(told) == sorted(["extends", *values_of(LIGHT)])


def test_names_every_theme():
    table = PAGE[: PAGE.index("Choose one")]
    assert re.findall(r"^\| `([\w-]+)` \|", table, re.MULTILINE) == [it.name for it in THEMES]


def test_tells_what_may_be_written():
    assert either(Stroke.__args__) in PAGE
    assert either(Head.__args__) in PAGE
    assert all(f"from {least:g} to {most:g}" in PAGE for least, most in NUMBERS.values())
