"""Drawing leaves nothing behind: no settings, no files, no open files; sizes are as asked for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from blueprint_cli import lettering
from blueprint_cli.picture import LARGEST, LONGEST, draw, png_scale, run
from tests.picture.sheets import SVG, box, line, parsed, png_size, sheet
from tests.picture.test_svg_document import ROOT, drawing_of

FONTS = Path(lettering.__file__).parent / "fonts"
PAGE = sheet([box("action:a", 10, 10, 100, 40, [line("客户 waits", 20, 30)])], width=120, height=60)
FORMS = ["svg", "png", "pdf", "dot"]
ENGINES = ["built-in", *(["system"] if shutil.which("dot") else [])]


def open_files():
    """How many this process has, where Linux tells it."""
    return len(list(Path("/proc/self/fd").iterdir())) if sys.platform == "linux" else 0


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("form", FORMS)
def test_settings_and_folders_stay(form, engine):
    settings, files = dict(os.environ), sorted(FONTS.iterdir())
    before = open_files()
    draw(PAGE, form, engine=engine)
    assert dict(os.environ) == settings
    assert sorted(FONTS.iterdir()) == files
    assert not (FONTS / ".uuid").exists()
    assert open_files() == before


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_is_written_to_the_home(engine, tmp_path):
    code = (
        "from tests.picture.test_traces import FORMS, PAGE, draw\n"
        f"assert all(draw(PAGE, form, engine={engine!r}) for form in FORMS)\n"
    )
    home = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    ran = subprocess.run(
        [sys.executable, "-B", "-c", code],
        cwd=ROOT,
        env={**home, "HOME": str(tmp_path)},
        capture_output=True,
        check=True,
    )
    assert (ran.stdout, ran.stderr) == (b"", b"")
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize("form", FORMS)
def test_a_closed_standard_error_does_no_harm(form):
    code = (
        "import os\n"
        "from tests.picture.test_traces import PAGE, draw\n"
        "os.close(2)\n"
        f"assert draw(PAGE, {form!r})\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("scale", [0.5, 1, 1.5, 2, 3.3])
def test_a_png_has_as_many_dots_as_asked_for(scale, engine):
    drawn = png_size(draw(PAGE, "png", scale, engine))
    assert drawn == pytest.approx((120 * 96 / 72 * scale, 60 * 96 / 72 * scale), abs=1)


@pytest.mark.parametrize(("width", "height"), [(60_000, 100), (9_000, 9_000), (100, 40_000)])
def test_what_no_painter_can_hold_is_drawn_smaller(width, height):
    huge = sheet([], width=width, height=height)
    scale = png_scale(huge, 4)
    assert 0 < scale < 4
    dots = width * height * (scale * 96 / 72) ** 2
    assert dots <= LARGEST
    assert max(width, height) * scale * 96 / 72 < LONGEST
    if width * height > 50_000_000:
        return  # the same sum, but a minute of painting
    drawn = png_size(draw(huge, "png", 4))
    assert drawn == pytest.approx((width * scale * 96 / 72, height * scale * 96 / 72), abs=1)


def test_small_pictures_get_the_scale_they_ask_for():
    assert png_scale(PAGE, 4) == 4


@pytest.mark.parametrize("engine", ENGINES)
def test_the_dot_text_draws_the_same_picture(engine):
    drawing = drawing_of(ROOT / "samples" / "hotel.yaml")
    dot = draw(drawing, "dot").decode()
    root = parsed(run(dot, "svg", engine))
    named = {group.get("id"): group.get("class") for group in root.iter(f"{SVG}g")}
    for element in (*drawing.shapes, *drawing.paths):
        assert set(element.classes) <= set(named[element.id].split())
    if engine == "built-in":
        assert run(dot, "png") == draw(drawing, "png")


@pytest.mark.skipif(not shutil.which("dot"), reason="no Graphviz is installed")
def test_the_dot_text_needs_nothing_but_graphviz():
    dot = draw(drawing_of(ROOT / "samples" / "hotel-full.yaml"), "dot")
    drawn = subprocess.run(
        ["dot", "-Kneato", "-n2", "-Tsvg"], input=dot, check=True, capture_output=True
    )
    assert b"Error" not in drawn.stderr
    assert b'id="lane:' in drawn.stdout
