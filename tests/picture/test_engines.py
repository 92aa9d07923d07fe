"""Both Graphviz engines put everything where the `Drawing` says, and say nothing."""

import os
import re
import shutil
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest

from blueprint_cli import picture
from blueprint_cli.dot import WIDER, fitting_size, to_dot
from blueprint_cli.drawing import LINE_PITCH, Drawing, Label, Path, Shape
from blueprint_cli.lettering import measure

SYSTEM = pytest.param(
    "system",
    marks=pytest.mark.skipif(not shutil.which("dot"), reason="no Graphviz is installed"),
)
ENGINES = ["built-in", SYSTEM]
LINES = [
    "HHHHHHHHHH",
    "eeeeeeeeeeee",
    "mmmmmmmm",
    "iiiiiiiiiiiiiii",
    "Guest asks whether a room is free",
    "Zimmerschlüssel übergeben",
    "客户到达维修店并说明手机故障",
    "ご予約、カタカナ",
    "한국어 텍스트는 띄어쓰기로",
    "مرحبا بالعالم، هذا نص",
    "שלום עולם",
    "हिन्दी में लिखा हुआ पाठ क्षत्रिय",
    "ภาษาไทยไม่มีช่องว่าง",
    "தமிழ் உரை తెలుగు ಕನ್ನಡ മലയാളം",
    "বাংলা ગુજરાતી ਪੰਜਾਬੀ ଓଡ଼ିଆ සිංහල",
    "ქართული Հայերեն አማርኛ ខ្មែរ မြန်မာ",
    "Ελληνικά Кириллица",
    "→ ≥ ✓ ☕ 😀 1️⃣",
]
SIZES = [9.5, 11.5, 12.0, 20.0]
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def sheet(shapes, paths=(), width=700, height=400):
    return Drawing("A sheet", "Boxes and lines", width, height, "#ffffff", shapes, paths)


def box(name, x, y, width, height, outline="box", labels=()):
    return Shape(
        name, ("action",), name, x, y, width, height, "#ffffff", "#000000", 1.0, "solid", outline,
        labels,
    )  # fmt: skip


JOINED = sheet(
    (
        box("action:a", 20, 20, 160, 48, "rounded"),
        box("action:b", 320.5, 133, 121, 61),
        box("lane:c", 0, 300, 700, 99),
    ),
    (
        Path("link:triggers:a:b", ("link",), "", ((180, 44), (240, 44), (240, 150), (320.5, 150)),
             "#334455", 1.2, "solid", "filled", "none", 6, "action:a", "action:b"),
        Path("link:agrees-with:b:a", ("link",), "", ((381, 133), (381, 30), (180, 30)),
             "#334455", 1.2, "dashed", "filled", "filled", 6, "action:b", "action:a"),
        Path("line:visibility", ("line",), "", ((10, 280), (690, 280)), "#000000", 1.0, "dotted"),
    ),
)  # fmt: skip


def outlines(svg):
    root = ET.fromstring(svg)  # noqa: S314 - our own
    groups = [group for group in root.iter() if group.tag.endswith("}g") and group.get("class")]
    first = [
        next(child for child in group if not child.tag.endswith(("}title", "}text")))
        for group in groups
    ]
    return {
        group.get("id"): [
            float(it) for it in NUMBER.findall(shape.get("d") or shape.get("points") or "")
        ]
        for group, shape in zip(groups, first, strict=True)
    }


@pytest.mark.parametrize("engine", ENGINES)
def test_boxes_stand_where_the_drawing_says(engine):
    drawn = outlines(picture.draw(JOINED, "svg", engine=engine))
    for shape in JOINED.shapes:
        xs, ys = drawn[shape.id][::2], drawn[shape.id][1::2]
        edges = (min(xs), min(ys), max(xs), max(ys))
        wanted = (shape.x, shape.y, shape.right, shape.bottom)
        assert edges == pytest.approx(wanted, abs=0.51)


@pytest.mark.parametrize("engine", ENGINES)
def test_lines_run_from_end_to_end(engine):
    drawn = outlines(picture.draw(JOINED, "svg", engine=engine))
    for path in JOINED.paths:
        numbers = drawn[path.id]
        assert numbers[:2] == pytest.approx(path.points[0], abs=2.01)
        assert numbers[-2:] == pytest.approx(path.points[-1], abs=2.01)


@pytest.mark.skipif(not shutil.which("dot"), reason="no Graphviz is installed")
def test_both_engines_draw_the_same_lines():
    one = outlines(picture.draw(JOINED, "svg"))
    other = outlines(picture.draw(JOINED, "svg", engine="system"))
    for path in JOINED.paths:
        assert one[path.id] == pytest.approx(other[path.id], abs=0.01)


def counted(text, size, engine, *, bold):
    """The width that Graphviz itself counts for a line of text."""
    label = text.replace('"', '\\"')
    font = "Liberation Sans Bold" if bold else "Liberation Sans"
    dot = (
        f'graph {{ node [shape=plaintext margin=0 width=0 height=0 fontname="{font}"'
        f' fontsize={size}] t [label="{label}" pos="0,0!"] }}'
    )
    said = picture.run(dot, "plain", engine).decode()
    return float(said.split("\nnode t ")[1].split()[2]) * 72


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("engine", ENGINES)
def test_no_line_is_drawn_much_wider_than_measured(engine, size, bold):
    rounding = 0.76  # a dot, where letters join
    if engine == "system":
        rounding += 1.0  # old Graphviz counts nodes in whole points
    for line in LINES:
        fitting = fitting_size(line, Label((line,), 0, 0, size, "#000000", bold))
        assert fitting > 0.85 * size
        measured = measure(line, size, bold=bold)
        assert counted(line, fitting, engine, bold=bold) <= WIDER * measured + rounding, line


@pytest.mark.parametrize("align", ["left", "middle", "right"])
@pytest.mark.parametrize("engine", ENGINES)
def test_lines_of_text_stand_on_their_baselines(engine, align):
    label = Label(("Zwei Zeilen", "हिन्दी 中文 שלום"), 300, 40, 12.0, "#000000", align=align)
    drawing = sheet((box("action:a", 20, 20, 600, 60, labels=(label,)),))
    dot = to_dot(drawing, picture.ascent(engine))
    texts = re.findall(
        r'<text[^>]*text-anchor="(\w+)" x="([-\d.]+)" y="([-\d.]+)"',
        picture.run(dot, "svg", engine).decode(),
    )
    anchor = {"left": "start", "middle": "middle", "right": "end"}[align]
    assert [text[0] for text in texts] == [anchor] * 2
    assert [float(text[1]) for text in texts] == pytest.approx([300, 300], abs=0.5)
    assert [float(text[2]) for text in texts] == pytest.approx([40, 40 + 12 * LINE_PITCH], abs=0.5)


@pytest.mark.parametrize("form", ["svg", "png", "pdf", "dot"])
def test_nothing_is_said_on_standard_error(form):
    code = (
        "from blueprint_cli import picture\n"
        "from blueprint_cli.drawing import Drawing, Label, Shape\n"
        "label = Label(('abc 中文 שלום \\ue000', 'x' * 300), 10, 20, 12.0, '#000000', True)\n"
        "shape = Shape('a', (), 'a', 0, 0, 100, 60, '#ffffff', '#000000', labels=(label,))\n"
        "page = Drawing('t', 'd', 100, 60, '#ffffff', (shape,), ())\n"
        f"assert picture.draw(page, '{form}')\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, env={**os.environ}
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read where Linux tells it")
def test_memory_does_not_grow_with_pictures():
    code = (
        "from blueprint_cli import picture\n"
        "from blueprint_cli.drawing import Drawing, Label, Shape\n"
        "label = Label(('abc 中文',), 10, 20, 12.0, '#000000')\n"
        "shapes = tuple(Shape(f's{i}', (), '', i, 0, 90, 60, '#ffffff', '#000000',\n"
        "               labels=(label,)) for i in range(200))\n"
        "page = Drawing('t', 'd', 300, 60, '#ffffff', shapes, ())\n"
        "def used():\n"
        "    return int(open('/proc/self/statm').read().split()[1]) * 4\n"
        "def draw():\n"
        "    for form in ('svg', 'png', 'pdf'):\n"
        "        picture.draw(page, form)\n"
        "for _ in range(8): draw()\n"
        "before = used()\n"
        "for _ in range(42): draw()\n"
        "print(used() - before)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert int(ran.stdout) < 8_000
