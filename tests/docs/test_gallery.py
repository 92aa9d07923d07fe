"""The gallery's page leads to all that is in it, and its names say what differs from the usual."""

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GALLERY = ROOT / "docs" / "gallery"
sys.path.append(str(ROOT / "tools"))

from gallery import DIRECTIONS, VARIANTS, Variant, name  # noqa: E402 - found by the path above


def test_every_file_is_linked():
    page = (GALLERY / "README.md").read_text(encoding="utf-8")
    linked = set(re.findall(r"\]\(([^)/]+)\)", page))
    assert linked == {path.name for path in GALLERY.iterdir()} - {"README.md"}


@pytest.mark.parametrize(
    ("variant", "called"),
    [
        (Variant("lr", "light"), "hotel.svg"),
        (Variant("lr", "dark"), "hotel.dark.svg"),
        (Variant("tb", "light"), "hotel.tb.svg"),
        (Variant("tb", "high-contrast"), "hotel.tb.high-contrast.svg"),
    ],
)
def test_names(variant, called):
    assert name(Path("samples/hotel.yaml"), variant) == Path("docs/gallery") / called


def test_a_picture_for_each_theme_and_direction():
    names = {name(Path("samples/hotel.yaml"), variant) for variant in VARIANTS}
    assert len(names) == len(VARIANTS) == 4 * len(DIRECTIONS)
