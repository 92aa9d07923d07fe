"""`bp render`: blueprints as pictures."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, NamedTuple, get_args

import typer

from blueprint_cli import console, files, listings
from blueprint_cli.config import Engine, Format, Implied, Settings, settings_for
from blueprint_cli.files import Input
from blueprint_cli.nearest import nearest
from blueprint_cli.problems import Trouble

_FORMATS: tuple[Format, ...] = get_args(Format)


class Wish(NamedTuple):
    """What the command line says about the picture; None where the settings decide."""

    format: Format | None
    scale: float | None
    implied: Implied | None
    engine: Engine | None


class Job(NamedTuple):
    """One picture to make: `output` is its path, or None for standard output."""

    input: Input
    output: str | None
    format: Format
    settings: Settings


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
    format: Annotated[  # noqa: A002 - the option is called so
        Format | None,
        typer.Option(
            "--format", "-f", help="The picture's format; else the output's ending tells, else `svg`."
        ),
    ] = None,
    scale: Annotated[
        float | None,
        typer.Option(min=0.1, max=20, metavar="N", help="Size of a PNG: 2 is twice as large."),
    ] = None,
    implied: Annotated[
        Implied | None,
        typer.Option(help="Draw the plain reading order where a blueprint writes no links (`auto`)."),
    ] = None,
    engine: Annotated[
        Engine | None, typer.Option(help="Draw with bp's own Graphviz or the installed one.")
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the picture when it is drawn.")] = False,
    stdin_filename: Annotated[
        str | None, typer.Option(metavar="PATH", help="What to call standard input.")
    ] = None,
) -> None:
    """Draw blueprints as SVG, PNG, PDF or DOT.

    A blueprint with errors is not drawn; its errors are told as `bp lint` does, and the others are
    still drawn. A file is replaced whole or not at all.
    """
    inputs = files.gather(paths, stdin_filename)
    if not inputs:
        raise Trouble(f"no blueprints in {', '.join(paths)}", "a blueprint begins with `blueprint:`")
    jobs = _planned(inputs, output, Wish(format, scale, implied, engine))
    drawn = [_done(job) for job in console.tracked(jobs, "Drawing")]
    if show:
        _open(job.output for job, good in zip(jobs, drawn, strict=True) if good and job.output)
    if not all(drawn):
        raise typer.Exit(1)


def _planned(inputs: list[Input], output: str | None, wish: Wish) -> list[Job]:
    jobs = [_job(each, output, wish, alone=len(inputs) == 1) for each in inputs]
    seen: dict[str, Input] = {}
    for job in jobs:
        if job.output is not None:
            other = seen.setdefault(os.path.realpath(job.output), job.input)
            if other is not job.input:
                raise Trouble(
                    f"{other.path} and {job.input.path} would both be drawn to {job.output}",
                    "name another output, or draw them one by one",
                )
    for each in inputs:
        if each.piped is None and os.path.realpath(each.path) in seen:
            raise Trouble(f"the picture would overwrite the blueprint {each.path}")
    return jobs


def _job(each: Input, output: str | None, wish: Wish, *, alone: bool) -> Job:
    held = settings_for(each.path).settings
    settings = Settings(
        render_scale=wish.scale or held.render_scale,
        render_implied=wish.implied or held.render_implied,
        render_engine=wish.engine or held.render_engine,
    )
    into = output is not None and output != "-" and _is_folder(output, each, alone=alone)
    named = None if output in {None, "-"} or into else _format_of(str(output), wish.format)
    format = wish.format or named or held.render_format
    return Job(each, _target(each, output, format, into=into), format, settings)


def _is_folder(output: str, each: Input, *, alone: bool) -> bool:
    if output.endswith(("/", os.sep)) or os.path.isdir(output):
        return True
    if alone and each.folder is None:
        return False
    if os.path.lexists(output) or os.path.splitext(output)[1][1:] in _FORMATS:
        raise Trouble(f"{output} is no folder", "to draw several blueprints, name a folder")
    return True


def _format_of(output: str, wished: Format | None) -> Format | None:
    ending = os.path.splitext(output)[1][1:].lower()
    for known in _FORMATS:
        if ending in {known, {"dot": "gv"}.get(known)}:
            return known
    if wished is None and ending:
        hint = nearest(ending, _FORMATS) or f"one of {', '.join(_FORMATS)}, or say it with `--format`"
        raise Trouble(f"{output}: no picture ends in `.{ending}`", hint)
    return None


def _target(each: Input, output: str | None, format: Format, *, into: bool) -> str | None:
    if output == "-" or (output is None and each.path == "<stdin>"):
        return None
    if output is not None and not into:
        return output
    picture = f"{os.path.splitext(each.path)[0]}.{format}"
    if output is None:
        return picture
    start = each.folder if each.folder is not None else os.path.dirname(each.path) or "."
    return os.path.join(output, os.path.relpath(picture, start))


def _done(job: Job) -> bool:
    """Draw and write one picture; False, and nothing written, where the blueprint has errors."""
    from blueprint_cli.reading import errors_of, read

    document = read(job.input)
    if errors := errors_of(document):
        for each in errors:
            console.show_problem(listings.full(each, color=console.colored_errors()))
        return False
    picture = _picture(job, document)
    if job.output is None:
        console.write(picture)
        return True
    os.makedirs(os.path.dirname(job.output) or ".", exist_ok=True)
    files.replace(job.output, picture)
    console.say(f"wrote {job.output}")
    return True
