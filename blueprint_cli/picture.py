"""Draws a `Drawing` with Graphviz, as SVG, PNG, PDF or DOT.

The engine `built-in` is the Graphviz inside the package pygraphviz, `system` an installed one. Both
see only the fonts of this package, so a picture is the same on every machine.
"""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from types import ModuleType
from typing import IO, Literal

from blueprint_cli.dot import INCH, outlines, to_dot
from blueprint_cli.drawing import Drawing
from blueprint_cli.problems import Trouble
from blueprint_cli.svg import finish

Format = Literal["svg", "png", "pdf", "dot"]
Engine = Literal["built-in", "system"]
Layout = Literal["nop2", "dot"]
"""Whether everything is pinned where it is to stand, or Graphviz is to place it."""

DPI = 96
"""Dots per inch of a PNG at scale 1, as browsers count them."""
LONGEST = 32_767
"""The most dots that cairo, Graphviz's painter, draws in one direction."""
LARGEST = 120_000_000
"""The most dots of a whole PNG: four bytes each, in memory."""

_DATE = re.compile(rb"/CreationDate \(D:[^)]*\)")
_PROBE = (
    "digraph { graph [pad=0 margin=0 notranslate=true] a [shape=plaintext margin=0 fixedsize=true"
    ' labelloc=t fontname="Liberation Sans" fontsize=100 label=H width=5 height=5'
    ' pos="180,-180!"] }'
)
"""A letter of 100 points whose node begins at y 0."""


def draw(drawing: Drawing, form: Format, scale: float = 1.0, engine: Engine = "built-in") -> bytes:
    """The picture as a file of this form.

    A PNG has 96 dots per inch times `scale`, or times `png_scale` where that would be too large.
    Raises `Trouble` if Graphviz is missing or reports an error.
    """
    if form == "dot":
        return to_dot(drawing).encode()
    if form == "svg":
        return finish(run(outlines(drawing), "svg", engine).decode(), drawing).encode()
    dpi = DPI * png_scale(drawing, scale) if form == "png" else INCH
    drawn = run(to_dot(drawing, ascent(engine), dpi), form, engine)
    return _undated(drawn) if form == "pdf" else drawn


def _undated(pdf: bytes) -> bytes:
    """The PDF without the time at which it was made; nothing in it moves."""
    return _DATE.sub(lambda found: b" " * len(found[0]), pdf)


def png_scale(drawing: Drawing, scale: float) -> float:
    """The scale that a PNG gets: the wished one, or the largest that can be drawn if less."""
    width, height = drawing.width * DPI / INCH, drawing.height * DPI / INCH
    largest = min((LONGEST - 1) / max(width, height), (LARGEST / width / height) ** 0.5)
    return scale if scale <= largest else int(largest * 1000) / 1000


@cache
def ascent(engine: Engine) -> float:
    """How far below a node's top this Graphviz puts a line's baseline, in font sizes."""
    found = re.search(r'<text[^>]* y="([\d.]+)"', run(_PROBE, "svg", engine).decode())
    if found is None:
        raise Trouble("Graphviz draws no text", "try the other --engine")
    return float(found[1]) / 100


def run(dot: str, form: str, engine: Engine = "built-in") -> bytes:
    """What Graphviz makes of a text in its language, with only our fonts at hand."""
    with _our_fonts():
        return _system(dot, form) if engine == "system" else _built_in(dot, form, "nop2")


def arranged(dot: str) -> str:
    """The SVG of boxes and arrows that Graphviz places itself, in layers."""
    with _our_fonts():
        return _built_in(dot, "svg", "dot").decode()


def _system(dot: str, form: str) -> bytes:
    """What the installed `dot` draws."""
    import graphviz

    source = graphviz.Source(dot, engine="neato")
    try:
        drawn = source.pipe(format=form, neato_no_op=2, quiet=True)
    except graphviz.ExecutableNotFound:
        raise Trouble("no Graphviz is installed", "install it, or leave out --engine") from None
    except graphviz.CalledProcessError as failure:
        raise _failure(failure.stderr or b"") from None
    return bytes(drawn)


def _built_in(dot: str, form: str, layout: Layout) -> bytes:
    """What the Graphviz inside pygraphviz draws; what it says on the way is kept from the user."""
    with _scratch() as source, _scratch() as said:
        source.write(dot.encode())
        source.seek(0)
        with _quiet(said):
            status, drawn = _render(_binding(), source, form.encode(), layout.encode())
        said.seek(0)
        if status or not drawn:
            raise _failure(said.read())
    return drawn


def _render(
    graphviz: ModuleType, source: IO[bytes], form: bytes, layout: bytes
) -> tuple[int, bytes]:
    """Read, place and draw, and give back all memory."""
    try:
        graph = graphviz.agread(source, None)
    except ValueError:
        return 1, b""
    context = graphviz.gvContextWithBuiltins()
    try:
        if graphviz.gvLayout(context, graph, layout):
            return 1, b""
        status, drawn = graphviz.gvRenderData(context, graph, form)
        graphviz.gvFreeLayout(context, graph)
        return status, drawn
    finally:
        graphviz.agclose(graph)
        graphviz.gvFreeContext(context)


def _failure(said: bytes) -> Trouble:
    """The first error that Graphviz reported, in its own words."""
    lines = said.decode(errors="replace").splitlines()
    errors = [line.removeprefix("Error: ") for line in lines if line.startswith("Error")]
    return Trouble(f"Graphviz could not draw: {errors[0] if errors else 'it gave no reason'}")


@cache
def _binding() -> ModuleType:
    """The compiled part of pygraphviz, without the rest of the package, which is slow to import."""
    package = find_spec("pygraphviz")
    if package is None or not package.submodule_search_locations:
        raise Trouble("the package pygraphviz is missing", "install blueprint_cli again")
    folder = Path(package.submodule_search_locations[0])
    spec = PathFinder.find_spec("_graphviz", [str(folder)])
    if sys.platform == "win32" or spec is None or spec.loader is None:
        return import_module("pygraphviz.graphviz")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _scratch() -> IO[bytes]:
    """A file without a name, in memory where the system knows such files."""
    if sys.platform == "linux":
        from fcntl import F_DUPFD_CLOEXEC, fcntl

        first = os.memfd_create("blueprint")
        number = fcntl(first, F_DUPFD_CLOEXEC, 3)  # 2 is free where standard error is closed
        os.close(first)
        return os.fdopen(number, "w+b")
    from tempfile import TemporaryFile

    return TemporaryFile()


@contextmanager
def _our_fonts() -> Iterator[None]:
    """Let Graphviz see the fonts of this package and no others, and leave no trace of it.

    `fonts.conf` names its folder by XDG_DATA_HOME, and newer readers look at XDG_DATA_DIRS too.
    The reader of fonts keeps a cache where XDG_CACHE_HOME says: nowhere, since that is a file. And
    it marks a folder of fonts that it may write to; that mark goes.
    """
    package = Path(__file__).parent
    settings = str(package / "fonts" / "fonts.conf")
    ours = {
        "FONTCONFIG_FILE": settings,
        "XDG_DATA_HOME": str(package),
        "XDG_DATA_DIRS": str(package),
        "XDG_CACHE_HOME": settings,
        "PANGOCAIRO_BACKEND": "fontconfig",
    }
    before = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
        with suppress(OSError):
            (package / "fonts" / ".uuid").unlink(missing_ok=True)


@contextmanager
def _quiet(said: IO[bytes]) -> Iterator[None]:
    """Catch what C code writes to standard error."""
    if sys.stderr is not None:
        sys.stderr.flush()
    try:
        standard_error = os.dup(2)
    except OSError:
        yield
        return
    os.dup2(said.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(standard_error, 2)
        os.close(standard_error)
