"""`bp schema`: what editors need to check blueprints, and programs to read what `bp` prints."""

from typing import Annotated, Literal

import typer

from blueprint_cli import console
from blueprint_cli.replacing import replace

Name = Literal["blueprint", "lint-output", "report", "diff"]


def schema(
    name: Annotated[
        Name,
        typer.Argument(
            metavar="[NAME]",
            help="Which schema: `blueprint`, or what `bp lint` (`lint-output`), `bp report` "
            "(`report`) and `bp diff` (`diff`) print as JSON.",
        ),
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
    text = _written(name)
    if output is None or output == "-":
        console.write(text)
    else:
        replace(output, text.encode())
        console.say(f"wrote {output}")


def _written(name: Name) -> str:
    if name == "blueprint":
        from blueprint_cli.schema import schema as blueprint_schema

        return blueprint_schema()
    if name == "report":
        from blueprint_cli.report_schema import report_schema

        return report_schema()
    if name == "diff":
        from blueprint_cli.change_lists.schema import diff_schema

        return diff_schema()
    from blueprint_cli.lint_output import lint_output_schema

    return lint_output_schema()
