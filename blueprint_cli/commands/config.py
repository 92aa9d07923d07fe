"""`bp config`: the settings that hold for a file, and where each is written."""

from typing import Annotated

import typer

from blueprint_cli import console
from blueprint_cli.config import PROJECT, described, settings_for
from blueprint_cli.workspace import SETTINGS

_WIDEST = 40
"""No column is wider; a longer value pushes only its own line."""


def config(
    file: Annotated[
        str, typer.Argument(metavar="[FILE]", help="A blueprint or a folder.", show_default=False)
    ] = ".",
) -> None:
    """Show which settings hold for a file, and where each comes from.

    Settings stand in `.bp.toml` or `bp.toml`, or below `[tool.bp]` in `pyproject.toml`: the nearest
    one upward of the file counts. The command line wins over them.
    """
    held = settings_for(file)
    rows = [
        (each.key, held.written.get(name, each.default), held.places.get(name, "default"))
        for name, each in described().items()
    ]
    widths = [max(min(len(row[column]), _WIDEST) for row in rows) for column in (0, 1)]
    lines = [f"{key:<{widths[0]}}  {value:<{widths[1]}}  {place}" for key, value, place in rows]
    console.write("".join(f"{console.visible(line)}\n" for line in lines))
    if not held.places:
        console.say(f"No setting is written in {', '.join(SETTINGS)} or {PROJECT}.")
