"""`bp schema`: the JSON Schema."""

from typing import Annotated

import typer


def schema(
    name: Annotated[str, typer.Argument(help="Which schema.")] = "blueprint",
) -> None:
    """Print the JSON Schema with which editors complete and check blueprints."""
