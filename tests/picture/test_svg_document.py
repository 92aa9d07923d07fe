"""The SVG is a document of its own: names as promised, nothing from outside, always the same."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from blueprint_cli.dot import all_parts
from blueprint_cli.drawing import LINE_PITCH
from blueprint_cli.layout import lay_out
from blueprint_cli.parse import parse
from blueprint_cli.picture import draw
from blueprint_cli.source import Source
from blueprint_cli.workspace import Workspace
from tests.picture.sheets import SVG, parsed

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.yaml"))
each_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
ELEMENTS = {"svg", "g", "title", "desc", "text", "path", "polygon", "polyline", "ellipse"}
ATTRIBUTES = {
    *(
        "aria-describedby",
        "aria-roledescription",
        "aria-hidden",
        "aria-label",
        "aria-labelledby",
        "class",
        "d",
        "direction",
        "fill",
        "font-family",
        "font-size",
    ),
    *("font-weight", "height", "id", "lang", "points", "role", "stroke", "stroke-dasharray"),
    *("stroke-width", "text-anchor", "transform", "viewBox", "width", "x", "y", "cx", "cy"),
    *("rx", "ry"),
}


READ = ["title-block", "phase", "lane", "step", "action", "line", "link", "legend"]


def drawing_of(path):
    document = parse(Source(str(path), path.read_text(encoding="utf-8")), Workspace(path.parent))
    return lay_out(document.blueprint, document.index)


@each_sample
def test_every_part_of_the_drawing_has_its_group(path):
    drawing = drawing_of(path)
    root = parsed(draw(drawing, "svg"))
    assert root.get("class") == "blueprint"
    assert root.get("role") == "graphics-document document"
    assert root.get("width") == f"{drawing.width}pt"
    assert root.get("viewBox") == f"0 0 {drawing.width} {drawing.height}"
    assert root.findtext(f"{SVG}title") == drawing.title
    assert root.findtext(f"{SVG}desc") == drawing.description
    labelled = [root.get("aria-labelledby"), root.get("aria-describedby", "aria-roledescription")]
    assert [it.get("id") for it in root if it.get("id") in labelled] == labelled
    groups = [it for it in root.iter(f"{SVG}g") if it.get("class") not in {None, "background"}]
    found = [
        (it.get("id") or "", it.get("class"), it.findtext(f"{SVG}title") or "") for it in groups
    ]
    shapes, paths = all_parts(drawing)
    elements = [*shapes, *paths]
    wanted = [(it.id, " ".join(it.classes), it.title) for it in elements]
    assert sorted(found) == sorted(wanted)


@each_sample
def test_what_is_read_stands_in_the_order_of_reading(path):
    """Title, then lanes, rows and steps, cards step by step and lane by lane, links, legend."""
    drawing = drawing_of(path)
    root = parsed(draw(drawing, "svg"))
    order = [it.get("id") for it in root.iter(f"{SVG}g") if it.get("id")]
    kinds = list(dict.fromkeys(it.split(":")[0] for it in order if it.split(":")[0] in READ))
    assert kinds == [kind for kind in READ if kind in kinds]
    lanes = [it.removeprefix("lane:") for it in order if it.startswith("lane:")]
    steps = [it.removeprefix("step:") for it in order if it.startswith("step:")]
    cells = [it.removeprefix("action:").split(".")[:2] for it in order if it.startswith("action:")]
    assert cells == sorted(cells, key=lambda cell: (steps.index(cell[0]), lanes.index(cell[1])))


@each_sample
def test_lists_hold_items_and_items_stand_in_lists(path):
    """As a screen reader counts them; what it does not see does not count."""
    root = parsed(draw(drawing_of(path), "svg"))
    for group in root.iter(f"{SVG}g"):
        inside = [it.get("role") for it in group if not it.get("aria-hidden")]
        if group.get("role") == "list":
            assert set(inside) == {"listitem"}
        else:
            assert "listitem" not in inside
        if group.get("role") == "graphics-symbol img":
            assert group.findtext(f"{SVG}title")


@each_sample
def test_every_line_of_text_stands_where_the_drawing_says(path):
    drawing = drawing_of(path)
    wanted = [
        (line, label.x, label.y + at * label.size * LINE_PITCH, label.size, label.color)
        for shape in all_parts(drawing)[0]
        for label in shape.labels
        for at, line in enumerate(label.lines)
    ]
    found = [
        (it.text, *(float(it.get(name)) for name in ("x", "y", "font-size")), it.get("fill"))
        for it in parsed(draw(drawing, "svg")).iter(f"{SVG}text")
    ]
    for one, other in zip(sorted(found), sorted(wanted), strict=True):
        assert one[0] == other[0]
        assert one[1:4] == pytest.approx(other[1:4], abs=0.01)
        assert one[4] == other[4]


@each_sample
def test_nothing_but_lines_boxes_and_texts(path):
    drawn = draw(drawing_of(path), "svg").decode()
    root = parsed(drawn)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ELEMENTS
    assert {name for element in root.iter() for name in element.attrib} <= ATTRIBUTES
    assert drawn.count("font-family") == 1
    assert "<!--" not in drawn
    assert "<!DOCTYPE" not in drawn
    assert not re.search(r"\burl\(|\bhref\b|@import|javascript:", drawn)
    assert set(re.findall(r"<\w+[^>]*?(https?://[^\s\"<>]+)", drawn)) <= {
        "http://www.w3.org/2000/svg"
    }


@each_sample
def test_ids_are_unique_and_as_they_are(path):
    drawing = drawing_of(path)
    drawn = draw(drawing, "svg").decode()
    ids = [it.get("id") for it in parsed(drawn).iter() if it.get("id")]
    assert len(ids) == len(set(ids))
    for shape in drawing.shapes:
        if not set("&<>\"'") & set(shape.id):
            assert f'id="{shape.id}"' in drawn


@pytest.mark.parametrize("form", ["svg", "dot", "png"])
def test_every_process_draws_the_same_bytes(form):
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from hashlib import sha256\n"
        "from blueprint_cli.picture import draw\n"
        "from tests.picture.test_svg_document import SAMPLES, drawing_of\n"
        "for path in SAMPLES[:4]:\n"
        f"    print(sha256(draw(drawing_of(path), {form!r})).hexdigest())\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    again = [hashlib.sha256(draw(drawing_of(path), form)).hexdigest() for path in SAMPLES[:4]]
    assert [each.split() for each in said] == [again]
