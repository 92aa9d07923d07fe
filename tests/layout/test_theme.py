"""The look: whatever is drawn stands out from what is behind it, in every theme and any colour."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.contrasts import unclear
from blueprint_cli.theme import clear, contrast, lane_look, mixed
from blueprint_cli.themes import THEMES
from blueprint_cli.themes.high_contrast import HIGH_CONTRAST
from blueprint_cli.themes.light import LIGHT

ROLES = sorted(LIGHT.lanes)
COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
each_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


@pytest.mark.parametrize(
    ("one", "two", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#777777", "#ffffff", 4.48)],
)
def test_contrast(one: str, two: str, ratio: float) -> None:
    assert round(contrast(one, two), 2) == ratio
    assert contrast(one, two) == contrast(two, one)


@each_theme
def test_nothing_is_faint(theme):
    assert unclear(theme) == []


def test_a_faint_theme_is_found():
    faint = unclear(LIGHT._replace(quiet="#999999", curve="#eeeeee"))
    assert {each.key for each in faint} == {"colors.quiet", "colors.curve", "colors.curve-fill"}
    assert all(each.found < each.needed for each in faint)
    assert all(each.instead is not None for each in faint)


def test_high_contrast_promises_more():
    assert HIGH_CONTRAST.least == (7.0, 4.5)
    assert {theme.least for theme in THEMES if theme is not HIGH_CONTRAST} == {(4.5, 3.0)}


def test_a_mark_may_stand_out_by_its_ring():
    dark = LIGHT.marks["wait"]._replace(fill=LIGHT.header)
    theme = LIGHT._replace(marks={"wait": dark})
    assert unclear(theme) == []
    hidden = theme._replace(marks={"wait": dark._replace(ring=LIGHT.header)})
    assert [each.behind for each in unclear(hidden)] == ["colors.header"]


@each_theme
@given(COLORS, st.sampled_from(ROLES))
def test_any_colour_of_a_lane_can_be_read(theme, color, role):
    look = lane_look(theme, role, color)
    text, shape = theme.least
    assert contrast(theme.text, look.band) >= text
    assert contrast(theme.quiet, look.band) >= text
    assert contrast(look.edge, theme.card) >= shape
    assert contrast(look.edge, look.band) >= shape
    assert all(contrast(link.color, look.band) >= shape for link in theme.links.values())
    assert contrast(theme.divider, look.band) >= shape
    assert lane_look(theme, role, None) == theme.lanes[role]
    assert theme.own_colors or look == theme.lanes[role]


@given(COLORS, COLORS, st.floats(1, 4.5))
def test_the_clear_colour_is_clear_and_near(color, ground, least):
    found = clear(color, (ground,), least)
    assert found is not None
    assert contrast(found, ground) >= least
    assert found == color or contrast(color, ground) < least


def test_between_black_and_white_nothing_is_clear():
    assert clear("#123456", ("#000000", "#ffffff"), 5) is None


@given(COLORS, COLORS)
def test_mixing(one, two):
    assert mixed(one, two, 0) == one
    assert mixed(one, two, 1) == two
