"""`bp show`: a blueprint as tables in the terminal."""

from typing import Annotated

import typer

from blueprint_cli import console, files, listings
from blueprint_cli.documents import errors_of, read
from blueprint_cli.problems import Trouble


def show(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A blueprint, or `-` for standard input.")
    ],
    stdin_filename: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="What to call standard input, whose paths begin there."),
    ] = None,
) -> None:
    """Print a blueprint as tables in the terminal.

    A row is a lane, a column a step; where the steps do not fit side by side, the next ones follow
    below. Written links are listed at the end.
    """
    from blueprint_cli.tables import tables

    found = files.gather([file], stdin_filename)
    if len(found) != 1:
        raise Trouble(f"{file} is a folder of {len(found)} blueprints", "name one of them")
    document = read(found[0])
    errors = errors_of(document)
    if errors or document.blueprint is None or document.index is None:
        console.report(listings.full(each, color=console.colored_errors()) for each in errors)
        raise typer.Exit(1)
    color = console.colored_output()
    console.write(tables(document.blueprint, document.index, console.columns(), color=color))
