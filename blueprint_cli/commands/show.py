"""`bp show`: a blueprint in the terminal, as tables, or by pain, dependencies or time."""

from typing import Annotated

import typer

from blueprint_cli import console, files, listings
from blueprint_cli.documents import errors_of, read
from blueprint_cli.problems import Trouble
from blueprint_cli.service import Service


def show(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A blueprint, or `-` for standard input.")
    ],
    pain: Annotated[
        bool, typer.Option("--pain", help="Show what hurts, the heaviest first, and why.")
    ] = False,
    deps: Annotated[
        str | None,
        typer.Option(
            metavar="ACTION",
            help="Show what an action hangs on and what hangs on it; an id, or `step.lane`.",
        ),
    ] = None,
    time: Annotated[
        bool, typer.Option("--time", help="Show how long each step takes, and what is too long.")
    ] = False,
    stdin_filename: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="What to call standard input, whose paths begin there."),
    ] = None,
) -> None:
    """Print a blueprint as tables in the terminal.

    A row is a lane, a column a step; where the steps do not fit side by side, the next ones follow
    below. Written links are listed at the end. `--pain`, `--deps` and `--time` show one side of the
    blueprint instead, or several, one below the other.
    """
    service = _service(file, stdin_filename)
    width, color = console.columns(), console.colored_output()
    if pain or time or deps is not None:
        from blueprint_cli.views import views

        key = None if deps is None else _meant(service, deps)
        console.write(views(service, width, color=color, pain=pain, action=key, time=time))
    else:
        from blueprint_cli.tables import tables

        console.write(tables(service.blueprint, service.index, width, color=color))


def _meant(service: Service, action: str) -> str:
    from blueprint_cli.tracing import action_meant

    return action_meant(service.blueprint, service.index, action)


def _service(file: str, stdin_filename: str | None) -> Service:
    """The one blueprint that is named; its errors are told and end the command."""
    found = files.gather([file], stdin_filename)
    if len(found) != 1:
        raise Trouble(f"{file} is a folder of {len(found)} blueprints", "name one of them")
    document = read(found[0])
    errors = errors_of(document)
    if errors or document.blueprint is None or document.index is None:
        console.report(listings.full(each, color=console.colored_errors()) for each in errors)
        raise typer.Exit(1)
    return Service(document.source, document.blueprint, document.index)
