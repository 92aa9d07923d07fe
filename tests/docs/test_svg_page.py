"""docs/svg.md promises classes and ids; the pictures of the gallery keep them."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PICTURES = sorted((DOCS / "gallery").glob("*.svg"))
ROLES = ("evidence", "customer", "frontstage", "backstage", "support")
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {f"{SVG}{name}" for name in ("path", "polygon", "polyline", "rect", "ellipse")}


def promised():
    """From each class to the pattern of its ids."""
    page, _, _ = (DOCS / "svg.md").read_text(encoding="utf-8").partition("## With a style sheet")
    rows = re.findall(r"^\|([^|]+)\|([^|]+)\|([^|]+)\|$", page, re.MULTILINE)[2:]
    patterns = {}
    for _, classes, ids in rows:
        pattern = re.sub(r"<\w+>", ".+", re.escape(ids.strip(" `")))
        for written in re.findall(r"`([^`]+)`", classes):
            for role in ROLES:
                patterns[written.replace("<role>", role)] = pattern
    return patterns


CHANGES = re.compile(" (added|removed|moved|left|changed)$")
"""What `bp diff` adds, in a picture of two versions."""


def groups(picture):
    """The root, and all groups but the lists for who reads aloud, which have no class."""
    root = ET.fromstring(picture.read_text(encoding="utf-8"))  # noqa: S314 - our own picture
    return root, [group for group in root.iter(f"{SVG}g") if group.get("class")]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.stem)
def test_classes_and_ids(picture):
    patterns = promised()
    kinds = {each.split()[0] for each in patterns}
    root, found = groups(picture)
    for group in found:
        classes = CHANGES.sub("", group.get("class")).removesuffix(" back")
        if classes.split()[0] in kinds:
            assert re.fullmatch(patterns[classes], group.get("id"))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert (root.get("class"), root.get("role")) == (
        "blueprint",
        "graphics-document document",
    )
    assert [child.tag for child in root[:2]] == [f"{SVG}title", f"{SVG}desc"]


def test_every_class_is_in_some_picture():
    seen = {
        group.get("class").removesuffix(" back")
        for picture in PICTURES
        for group in groups(picture)[1]
    }
    assert promised().keys() - seen == set()


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.stem)
def test_groups_begin_with_a_title_and_their_shape(picture):
    for group in groups(picture)[1]:
        if group.get("class").split()[0] in {"lane", "step", "action", "link"}:
            title, shape, *_ = group
            assert title.tag == f"{SVG}title"
            assert shape.tag in SHAPES


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.stem)
def test_arrows_are_on_top(picture):
    kinds = [group.get("class").split()[0] for group in groups(picture)[1]]
    last_card = max(place for place, kind in enumerate(kinds) if kind == "action")
    assert "link" not in kinds[:last_card]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.stem)
def test_no_script_and_nothing_from_outside(picture):
    root, _ = groups(picture)
    for element in root.iter():
        assert element.tag.removeprefix(SVG) not in {"script", "image", "use", "style"}
        assert not [key for key in element.attrib if key.startswith("on")]
        for key in element.attrib:
            if key.endswith("href"):  # pictures of details, beside this one
                assert element.tag == f"{SVG}a"
                assert (picture.parent / element.get(key)).exists()
