"""The look: every text stands out from what is behind it, in lanes of any colour."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.theme import LIGHT, contrast, lane_look

ROLES = sorted(LIGHT.lanes)


@pytest.mark.parametrize(
    ("one", "two", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#777777", "#ffffff", 4.48)],
)
def test_contrast(one: str, two: str, ratio: float) -> None:
    assert round(contrast(one, two), 2) == ratio
    assert contrast(one, two) == contrast(two, one)


@given(st.integers(0, 0xFFFFFF), st.sampled_from(ROLES))
def test_any_colour_of_a_lane_can_be_read(number: int, role: str) -> None:
    look = lane_look(LIGHT, role, f"#{number:06x}")
    assert contrast(LIGHT.text, look.band) >= 4.5
    assert contrast(LIGHT.quiet, look.band) >= 4.5
    assert contrast(look.edge, LIGHT.card) >= 1.8
    assert all(contrast(link.color, look.band) >= 3 for link in LIGHT.links.values())


@pytest.mark.parametrize("role", ROLES)
def test_roles_can_be_read(role: str) -> None:
    band = LIGHT.lanes[role].band
    assert contrast(LIGHT.text, band) >= 4.5
    assert contrast(LIGHT.quiet, band) >= 4.5
    assert all(contrast(link.color, band) >= 4.5 for link in LIGHT.links.values())
