"""`bp init`: a first blueprint to change into one's own."""

import os
from pathlib import Path
from typing import Annotated

import typer

from blueprint_cli import console
from blueprint_cli.problems import Trouble
from blueprint_cli.replacing import replace

STARTER = Path(__file__).with_name("starter.yaml")
SCHEMA = "blueprint.schema.json"
"""The name by which the starter's first line calls the schema, which lies beside it."""


def init(
    file: Annotated[
        str, typer.Argument(metavar="[FILE]", help="Where to write it; `-` prints it.")
    ] = "blueprint.yaml",
) -> None:
    """Write a commented first blueprint.

    Beside it lies `blueprint.schema.json`, which its first line names, so that editors complete and
    check it without a network. Nothing that exists is overwritten.
    """
    starter = STARTER.read_text(encoding="utf-8")
    if file == "-":
        console.write(starter)
        return
    if os.path.isdir(file):
        file = os.path.join(file, "blueprint.yaml")
    if os.path.lexists(file):
        raise Trouble(f"{file} exists already", f"choose another name: `bp init {_free(file)}`")
    replace(file, starter.replace("blueprint.yaml", os.path.basename(file)).encode())
    console.say(f"wrote {file}")
    _write_schema(os.path.join(os.path.dirname(file), SCHEMA))


def _free(file: str) -> str:
    stem, ending = os.path.splitext(file)
    number = 2
    while os.path.lexists(f"{stem}-{number}{ending}"):
        number += 1
    return f"{stem}-{number}{ending}"


def _write_schema(path: str) -> None:
    from blueprint_cli.schema import schema

    if not os.path.lexists(path):
        replace(path, schema().encode())
        console.say(f"wrote {path} for your editor")
