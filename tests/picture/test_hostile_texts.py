"""Texts of a file are data: whatever they hold, they are shown as text and change nothing else."""

import re
import shutil
import subprocess
import sys
from pathlib import Path as File

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.drawing import Path
from blueprint_cli.picture import draw, run
from tests.picture.sheets import SVG, box, line, outlines, parsed, sheet, texts

ROOT = File(__file__).parents[2]
HOSTILE = [
    r"\N \G \E \T \H \L \l \n \r",
    "\\",
    "ends with a backslash\\",
    'she said "no"',
    '"; evil [label="x',
    '\\"',
    "<b>html</b>",
    "<<b>html</b>>",
    "<script>alert(1)</script>",
    "&amp; &lt; &#65; &#x41; &quot;",
    "]]> <!-- --> <?xml?>",
    "} subgraph cluster_x {",
    "-> -- ; , : #",
    "%s {0} ${HOME}",
    "\U0001f600 \U00020bb7 \U000e0041",
    "\u202eright to left\u202c \u2067isolated\u2069",
    "\u200fשלום\u200e abc",
    "a\u00a0b\u00adc\u200bd",
    "'; DROP TABLE guests; --",
]
UNWRITABLE = ["\0", "\x01\x1b[31m", "\ud800", "\ufffe", "\x7f\x86"]
ENGINES = [
    "built-in",
    pytest.param(
        "system",
        marks=pytest.mark.skipif(not shutil.which("dot"), reason="no Graphviz is installed"),
    ),
]
MARKS = re.compile("^[\u200e\u200f]")


def drawing_of(words):
    """A page where each text is a line, a title, a class of elements and an id."""
    shapes = [
        box(f"action:{at}.{text}", 20, 20 + 40 * at, 600, 30, [line(text, 30, 40 + 40 * at)])
        for at, text in enumerate(words)
    ]
    link = Path(
        f"link:triggers:{words[0]}:x", ("link", "triggers"), words[0], ((20, 20), (20, 60)),
        "#000000", start=shapes[0].id, end=shapes[-1].id,
    )  # fmt: skip
    return sheet(shapes, [link], height=40 * len(words) + 40, title=words[0])


def shown(text):
    """What XML can hold of it."""
    return re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)


@pytest.mark.parametrize("text", [*HOSTILE, *UNWRITABLE], ids=ascii)
def test_svg_shows_them_as_they_are(text):
    drawn = draw(drawing_of([text]), "svg").decode()
    root = parsed(drawn)
    assert texts(drawn) == [shown(text)]
    assert root.findtext(f"{SVG}title") == shown(text)
    assert f"action:0.{shown(text)}" in {group.get("id") for group in root.iter(f"{SVG}g")}


def test_svg_is_otherwise_the_same():
    harmless = [f"text {at}" for at in range(len(HOSTILE))]
    one, other = (
        list(outlines(draw(drawing_of(words), "svg")).values()) for words in (HOSTILE, harmless)
    )
    assert one == other


@pytest.mark.parametrize("engine", ENGINES)
def test_dot_shows_them_as_they_are(engine):
    drawing = drawing_of(HOSTILE)
    drawn = run(draw(drawing, "dot").decode(), "svg", engine)
    said = [MARKS.sub("", text).replace("\xa0", " ") for text in texts(drawn)]
    assert said == [MARKS.sub("", text).replace("\xa0", " ") for text in HOSTILE]
    ids = [group.get("id") for group in parsed(drawn).iter(f"{SVG}g")]
    assert [each for each in ids if each.startswith("action")] == [it.id for it in drawing.shapes]
    assert ids[-1] == drawing.paths[0].id


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("text", UNWRITABLE, ids=ascii)
def test_dot_writes_a_mark_for_what_xml_cannot_hold(text, engine):
    dot = draw(drawing_of([text]), "dot").decode()
    assert [MARKS.sub("", said) for said in texts(run(dot, "svg", engine))] == [shown(text)]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
@pytest.mark.parametrize("text", [text for text in HOSTILE if text.isascii()])
def test_pdf_shows_them_as_they_are(text, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(draw(drawing_of([text]), "pdf"))
    said = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True).stdout
    assert said.decode().split() == text.split()


WORDS = st.text(min_size=1, max_size=12).filter(lambda text: len(text.splitlines()) == 1)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS.map(lambda text: text.splitlines()[0] or "a"), min_size=1, max_size=4))
def test_any_texts_are_shown_as_they_are(words):
    drawing = drawing_of(words)
    drawn = draw(drawing, "svg").decode()
    assert texts(drawn) == [shown(text) for text in words]
    groups = [group for group in parsed(drawn).iter(f"{SVG}g") if group.get("class")]
    assert len(groups) == len(words) + 2
    assert run(draw(drawing, "dot").decode(), "svg").count(b"<text") == len(words)


def test_a_line_of_nothing_does_no_harm():
    """Graphviz 14 reads beyond its memory when a text has a line of no letters."""
    code = (
        "from tests.picture.test_hostile_texts import draw, drawing_of\n"
        "drawing = drawing_of(['a', '', 'b'] * 20)\n"
        "assert all(draw(drawing, form) for form in ['png', 'pdf', 'svg'] * 5)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False, text=True
    )
    assert (ran.returncode, ran.stderr) == (0, "")
