"""`bp render`: blueprints as pictures."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from blueprint_cli import console, files, listings
from blueprint_cli.config import Engine, Format, Implied, is_scale, settings_for
from blueprint_cli.documents import errors_of, read
from blueprint_cli.drawing import Drawing
from blueprint_cli.layout import lay_out
from blueprint_cli.lettering import undrawable
from blueprint_cli.look import Look
from blueprint_cli.picture import draw, png_scale
from blueprint_cli.problems import Trouble
from blueprint_cli.targets import Target, targets

_SHOWN = 8  # characters that no font draws, and that the warning names


class Wish(NamedTuple):
    """How a picture is to be drawn: size, whether implied links are, and by whom."""

    scale: float
    implied: bool
    engine: Engine


def render(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...", help="Blueprints, folders of blueprints, or `-` for standard input."
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Where to write: a file, a folder, or `-` for standard output; "
            "beside the blueprint if left out.",
        ),
    ] = None,
    picture_format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="The picture's format; else the output's ending tells, else `svg`.",
        ),
    ] = None,
    scale: Annotated[
        float | None,
        typer.Option(metavar="N", help="Size of a PNG, from 0.1 to 20: 2 is twice as large."),
    ] = None,
    implied: Annotated[
        Implied | None,
        typer.Option(
            help="Draw the plain reading order where a blueprint writes no links (`auto`)."
        ),
    ] = None,
    engine: Annotated[
        Engine | None, typer.Option(help="Draw with bp's own Graphviz or the installed one.")
    ] = None,
    show: Annotated[
        bool, typer.Option("--open", help="Open the picture when it is drawn.")
    ] = False,
    stdin_filename: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="What to call standard input, whose paths begin there."),
    ] = None,
) -> None:
    """Draw blueprints as SVG, PNG, PDF or DOT.

    A blueprint with errors is not drawn; its errors are told as `bp lint` does, and the others are
    still drawn. A file is replaced whole or not at all.
    """
    if scale is not None and not is_scale(scale):
        raise Trouble(f"`--scale` cannot be {scale:g}", "it is a number from 0.1 to 20")
    inputs = files.gather(paths, stdin_filename)
    if not inputs:
        raise Trouble(f"no blueprint in {', '.join(paths)}", "a blueprint has the key `blueprint`")
    held = [settings_for(each.path).settings for each in inputs]
    found = targets(inputs, output, picture_format, [each.render_format for each in held])
    _spare_the_terminal(found)
    if show and any(each.path is None for each in found):
        raise Trouble("`--open` needs a file to open", "name one: `-o picture.svg`")
    wishes = [
        Wish(
            scale or each.render_scale,
            (implied or each.render_implied) == "auto",
            engine or each.render_engine,
        )
        for each in held
    ]
    jobs = list(zip(found, wishes, strict=True))
    drawn = [
        target
        for target, wish in console.tracked(jobs, len(jobs), "Drawing")
        if _drawn(target, wish)
    ]
    if show:
        _open([each.path for each in drawn if each.path is not None])
    if len(drawn) < len(found):
        raise typer.Exit(1)


def _drawn(target: Target, wish: Wish) -> bool:
    """Draw and write one picture; False, and nothing is written, where the blueprint has errors."""
    document = read(target.input)
    errors = errors_of(document)
    if errors or document.blueprint is None or document.index is None:
        console.report(listings.full(each, color=console.colored_errors()) for each in errors)
        return False
    drawing = lay_out(document.blueprint, document.index, Look(implied=wish.implied))
    if target.format in {"png", "pdf"}:
        _warn_of_undrawable(drawing, target.input.path)
    if target.format == "png" and (possible := png_scale(drawing, wish.scale)) < wish.scale:
        console.warn(f"{target.input.path}: drawn at scale {possible:g}, as large as a PNG can be")
    picture = draw(drawing, target.format, scale=wish.scale, engine=wish.engine)
    if target.path is None:
        console.write(picture)
    else:
        files.replace(target.path, picture)
        console.say(f"wrote {target.path}")
    return True


def _spare_the_terminal(found: list[Target]) -> None:
    binary = any(each.path is None and each.format in {"png", "pdf"} for each in found)
    if binary and sys.stdout is not None and sys.stdout.isatty():
        raise Trouble("a terminal cannot show this picture", "name a file: `-o picture.png`")


def _warn_of_undrawable(drawing: Drawing, path: str) -> None:
    labels = (label for shape in drawing.shapes for label in shape.labels)
    missing = sorted(undrawable("".join(line for label in labels for line in label.lines)))
    if missing:
        shown = ", ".join(f"{each} (U+{ord(each):04X})" for each in missing[:_SHOWN])
        more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
        console.warn(f"{path}: no font could draw {shown}{more}")


def _open(pictures: list[str]) -> None:
    """Hand pictures to the program that the system opens them with."""
    for picture in pictures:
        if sys.platform == "win32":
            os.startfile(picture)  # noqa: S606 - this is how Windows opens a file
        elif sys.platform == "darwin":
            subprocess.run(["/usr/bin/open", picture], check=False)  # noqa: S603 - our own picture
        elif opener := shutil.which("xdg-open"):
            subprocess.run([opener, picture], check=False, stdout=subprocess.DEVNULL)  # noqa: S603 - our own picture
        else:
            import webbrowser

            webbrowser.open(Path(picture).resolve().as_uri())
