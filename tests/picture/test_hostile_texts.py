"""Whatever a text holds, it is shown as it stands, and the document round it stays whole."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli import picture
from blueprint_cli.dot import to_dot, writable
from blueprint_cli.drawing import Drawing, Label, Path, Shape

HOSTILE = [
    r"\N \G \L \n \l \r \\",
    "ends in a backslash\\",
    '"quoted" and \'quoted\' "',
    "<b>HTML</b> <script>alert(1)</script>",
    "]]> --> <!-- <![CDATA[",
    "&amp; &lt; &#60; &nosuch; AT&T",
    "a\u202eb\u2067c\u2066d",
    "😀 🇩🇪 \U0001f9d1\u200d\U0001f527 𝔸",
    "NUL \0 bell \x07 escape \x1b[31m",
    "lone \ud800 half, \ufffe and \uffff",
    "two\u2028lines\u2029and\ttabs",
    "{record|<port>} : ; , [x=1] // /* # */",
    "%s %d {0} {x}",
    "//",
    " ",
]
NAMES = "{http://www.w3.org/2000/svg}"


def page(text):
    label = Label((text,), 10, 20, 12.0, "#000000")
    shapes = tuple(
        Shape(f"action:{key}", ("action",), text, at, 0, 90, 60, "#ffffff", "#000000",
              labels=(label,))
        for at, key in ((0, "a"), (200, "b"))
    )  # fmt: skip
    line = Path(
        "link:needs:a:b", ("link", "needs"), text, ((90, 30), (200, 30)), "#000000",
        head="open", start="action:a", end="action:b",
    )  # fmt: skip
    return Drawing(text, text, 400, 60, "#ffffff", shapes, (line,))


def shown(text):
    return ["".join(writable(text).split())] * 2


@pytest.mark.parametrize("text", HOSTILE)
def test_svg_holds_the_text_and_no_more(text):
    check_svg(text)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_svg_holds_any_text(text):
    check_svg(text)


def check_svg(text):
    drawn = picture.draw(page(text), "svg")
    root = ET.fromstring(drawn)  # noqa: S314 - our own
    tags = {element.tag.removeprefix(NAMES) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "text", "polygon", "path", "polyline"}
    assert ["".join((it.text or "").split()) for it in root.iter(f"{NAMES}text")] == shown(text)
    assert [group.get("id") for group in root.iter(f"{NAMES}g")] == [
        None, "action:a", "action:b", "link:needs:a:b",
    ]  # fmt: skip
    assert b"<!" not in drawn
    assert not re.search(rb"\s(href|xlink:href|src|on\w+)=", re.sub(rb">[^<]*<", b"><", drawn))


@pytest.mark.parametrize("form", ["png", "pdf"])
@pytest.mark.parametrize("text", HOSTILE)
def test_other_pictures_are_drawn(text, form):
    assert len(picture.draw(page(text), form)) > 500


@pytest.mark.parametrize("text", HOSTILE)
def test_graphviz_reads_the_dot_as_it_is_meant(text):
    check_dot(text)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_graphviz_reads_any_dot_as_it_is_meant(text):
    check_dot(text)


def check_dot(text):
    drawn = picture.run(to_dot(page(text)), "svg").decode()
    root = ET.fromstring(drawn)  # noqa: S314 - our own
    nodes = [it for it in root.iter(f"{NAMES}g") if (it.get("class") or "").startswith("node")]
    edges = [it for it in root.iter(f"{NAMES}g") if (it.get("class") or "").startswith("edge")]
    assert (len(nodes), len(edges)) == (1 + 2 + 2, 1)
    said = ["".join((it.text or "").split()) for it in root.iter(f"{NAMES}text")]
    visible = ["".join(line.replace("\u200e", "").replace("\u200f", "").split()) for line in said]
    wanted = [line.replace("\u200e", "").replace("\u200f", "") for line in shown(text)]
    assert [line for line in visible if line] == [line for line in wanted if line]


@pytest.mark.parametrize("form", ["svg", "png", "dot"])
def test_same_drawing_same_bytes(form):
    assert picture.draw(page("Größe"), form) == picture.draw(page("Größe"), form)


def test_the_scale_of_a_large_png_is_what_can_be_drawn():
    drawing = page("x")._replace(width=60_000, height=100)
    scale = picture.png_scale(drawing, 2.0)
    assert scale < 0.41
    assert picture.png_scale(page("x"), 2.0) == 2.0
    width = int.from_bytes(picture.draw(drawing, "png", 2.0)[16:20])
    assert 32_000 < width < 32_768
