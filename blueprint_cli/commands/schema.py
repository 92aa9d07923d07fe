"""`bp schema`: what editors need to complete and check blueprints."""

from typing import Annotated, Literal

import typer

from blueprint_cli import console, files


def schema(
    name: Annotated[  # noqa: ARG001 - there is one schema today, and its name is what scripts write
        Literal["blueprint"], typer.Argument(metavar="[NAME]", help="Which schema.")
    ] = "blueprint",
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="PATH", help="Where to write it; else it is printed."
        ),
    ] = None,
) -> None:
    """Print the JSON Schema with which editors complete and check blueprints.

    It is JSON Schema 2020-12. An editor finds it by the first line of a blueprint, as `bp init`
    writes it: `# yaml-language-server: $schema=blueprint.schema.json`.
    """
    from blueprint_cli.schema import schema as written

    if output is None or output == "-":
        console.write(written())
    else:
        files.replace(output, written().encode())
        console.say(f"wrote {output}")
