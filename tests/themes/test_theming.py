"""Themes by name and from files, and what is said of a theme that cannot be used."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.contrasts import unclear
from blueprint_cli.problems import Trouble
from blueprint_cli.theme_keys import values_of, with_values
from blueprint_cli.themes import THEMES
from blueprint_cli.themes.dark import DARK
from blueprint_cli.themes.light import LIGHT
from blueprint_cli.themes.print import PRINT
from blueprint_cli.theming import theme_named
from blueprint_cli.toml import line_of

KNOWN = "`light`, `dark`, `print` or `high-contrast`"
each_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def trouble(text):
    with pytest.raises(Trouble) as caught:
        theme_named(text)
    return caught.value.message, caught.value.hint


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Writes a theme into the current folder."""
    monkeypatch.chdir(tmp_path)

    def write(text):
        (tmp_path / "own.toml").write_text(text, encoding="utf-8")
        return "own.toml"

    return write


@each_theme
def test_themes_have_names(theme):
    assert theme_named(theme.name) is theme


@each_theme
def test_all_values_make_the_theme_again(theme):
    again = with_values(LIGHT._replace(name=theme.name), values_of(theme))
    assert again._replace(least=theme.least, own_colors=theme.own_colors) == theme


def test_a_file_changes_a_theme(written):
    path = written(
        'extends = "dark"\nedge-width = 2\n\n[colors]\npage = "#000"\noutline = "none"\n'
        '[lanes.customer]\nedge = "#88ccff"\n\n'
        '[links]\nagrees-with = {width = 2, dash = "dotted"}\n'
        '[marks]\npain-point.fill = "#ffb3aa"\n'
    )
    theme = theme_named(path)
    before, after = values_of(DARK), values_of(theme)
    assert {key: after[key] for key in after if after[key] != before[key]} == {
        "edge-width": 2.0,
        "colors.page": "#000000",
        "lanes.customer.edge": "#88ccff",
        "links.agrees-with.width": 2.0,
        "links.agrees-with.dash": "dotted",
        "marks.pain-point.fill": "#ffb3aa",
    }
    assert theme.name == "own"
    assert unclear(theme) == []


def test_an_empty_file_is_the_light_theme(written):
    assert theme_named(written("")) == LIGHT._replace(name="own")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("drak", f"did you mean `dark`? (it is {KNOWN}, or the path of a `.toml` file)"),
        ("solarized", f"it is {KNOWN}, or the path of a `.toml` file"),
    ],
)
def test_a_theme_that_is_not_there(name, hint):
    assert trouble(name) == (f"unknown theme '{name}'", hint)


def test_a_file_that_is_not_there():
    assert trouble("gone.toml") == (
        "cannot read gone.toml: no such file or directory",
        None,
    )


def test_a_file_that_is_no_text(written, tmp_path):
    path = written("")
    (tmp_path / path).write_bytes(b'extends = "\xff"')
    assert trouble(path) == ("own.toml: the file is not UTF-8", "save it so")


CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_said_of_a_wrong_file(case, monkeypatch, accept):
    monkeypatch.chdir(case.parent)
    message, hint = trouble(case.name)
    said = f"{message}\nhint: {hint}\n"
    expected = case.with_suffix(".txt")
    if accept:
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")


def test_the_nearest_colour_does(written):
    _, hint = trouble(written('[colors]\nquiet = "#8a8a8a"\n'))
    color = re.search("#[0-9a-f]{6}", hint)[0]
    assert theme_named(written(f'[colors]\nquiet = "{color}"\n')).quiet == color


VALUES = st.one_of(
    st.booleans(), st.integers(-9, 9), st.sampled_from(["'#123456'", "'#fff'", "'none'", "'x'"])
)
WRITTEN = st.dictionaries(st.sampled_from(sorted(values_of(LIGHT))), VALUES, max_size=6)


@settings(deadline=None, max_examples=50)
@given(WRITTEN, st.sampled_from(THEMES))
def test_a_theme_is_readable_or_refused(tmp_path_factory, written, base):
    path = tmp_path_factory.getbasetemp() / "any.toml"
    lines = [f"{key} = {str(value).lower()}" for key, value in written.items()]
    path.write_text("\n".join([f"extends = '{base.name}'", *lines]), encoding="utf-8")
    try:
        theme = theme_named(str(path))
    except Trouble as refused:
        said = refused.message
    else:
        assert unclear(theme) == []
        return
    assert re.match(rf"{re.escape(str(path))}:\d+: ", said)


def test_paper_needs_no_coloured_ink():
    colors = [value for value in values_of(PRINT).values() if str(value).startswith("#")]
    assert all(color[1:3] == color[3:5] == color[5:7] for color in colors)


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("extends", 1),
        ("colors.page", 4),
        ("colors.text", 3),
        ("links.needs.color", 7),
        ("links.needs.width", 8),
        ("marks.wait.fill", 10),
        ("colors", 3),
        ("links", 6),
        ("lanes.customer.band", None),
    ],
)
def test_where_a_key_stands(key, line):
    text = """\
extends = "dark" # extends = "light"

[colors]
page = "#000"

[links.needs]
color = "#fff"
"width" = 2
[marks] # [lanes]
wait = {fill = "#fff"}
"""
    assert line_of(text, tuple(key.split("."))) == line
