"""`bp show`: a blueprint in the terminal, as tables, or by pain, dependencies or time."""

from typing import Annotated

import typer

from blueprint_cli import console
from blueprint_cli.named import named_service
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
    service = named_service(file, stdin_filename)
    if service is None:
        raise typer.Exit(1)
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
