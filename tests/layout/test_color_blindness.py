"""Whoever sees no red, no green, no blue or no colours at all still tells everything apart."""

from itertools import combinations

import pytest

from blueprint_cli.contrasts import alike
from blueprint_cli.languages import LANGUAGES
from blueprint_cli.layout.signs import FORMS
from blueprint_cli.themes import THEMES

SIGHTS = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What is seen of linear red, green and blue. Source: Machado, Oliveira and Fernandes, "A
Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1.0."""
APART = 10
"""Distance of two colours in CIELAB that are told apart side by side; 2.3 is barely seen."""
each_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def seen(color, sight):
    """The colour in CIELAB, under the light of a screen (D65)."""
    linear = [linear_part(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    red, green, blue = (
        min(max(sum(share * part for share, part in zip(row, linear, strict=True)), 0), 1)
        for row in SIGHTS[sight]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (cube_root(part) for part in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def linear_part(part):
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def cube_root(part):
    return part ** (1 / 3) if part > (6 / 29) ** 3 else part / 3 / (6 / 29) ** 2 + 4 / 29


def distance(one, two, sight):
    pairs = zip(seen(one, sight), seen(two, sight), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


def test_the_measure_itself():
    assert distance("#000000", "#ffffff", "all colours") == pytest.approx(100, abs=0.1)
    assert distance("#d00000", "#4d7a00", "all colours") > 80
    assert distance("#7f7f7f", "#7f7f7f", "no red") == 0
    assert distance("#c87800", "#8ca000", "no red") < distance("#c87800", "#8ca000", "no blue")


@each_theme
def test_arrows_differ_in_dashes_or_heads(theme):
    assert alike(theme) == []


def test_arrows_that_differ_in_colour_only_are_found():
    theme = THEMES[0]
    needs = theme.links["triggers"]._replace(color="#ff0000")
    assert alike(theme._replace(links={**theme.links, "needs": needs})) == [("triggers", "needs")]


def test_marks_differ_in_their_outlines():
    assert len({form.outline for form in FORMS.values()}) == len(FORMS)
    assert set(FORMS) == set(THEMES[0].marks)


@each_theme
@pytest.mark.parametrize("sight", SIGHTS)
def test_bars_differ_for_every_sight(theme, sight):
    bars = (theme.wait_bar, theme.in_sight_bar, theme.behind_bar)
    assert min(distance(one, two, sight) for one, two in combinations(bars, 2)) >= APART


@pytest.mark.parametrize("words", LANGUAGES, ids=lambda words: words.code)
def test_bars_are_named(words):
    assert len({words.marks["wait"], words.in_sight, words.behind, words.total}) == 4
