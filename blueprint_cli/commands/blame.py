"""`bp blame`: who last changed each lane, step and action of a blueprint."""

from typing import Annotated, Literal

import typer

from blueprint_cli import console
from blueprint_cli.problems import Trouble


def blame(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A blueprint that git keeps.")],
    until: Annotated[
        str | None,
        typer.Option(
            metavar="REV", help="The newest commit; else the current one and what is uncommitted."
        ),
    ] = None,
    output_format: Annotated[
        Literal["text", "json"],
        typer.Option("--output-format", "-f", help="For people, or for programs."),
    ] = "text",
) -> None:
    """Tell who last changed each lane, step and action of a blueprint, and how.

    Elements are followed through renames, moves and changed ids. What an action carries, its pain
    points and links, counts as the action. Comments and layout are no change. What a merge brought
    counts for the commit on the branch.
    """
    from blueprint_cli.history.following import Extent, followed
    from blueprint_cli.tracking.blame import blamed

    answers = blamed(followed(file, Extent(until=until)))
    if not answers:
        hint = "`bp lint` tells what is wrong with it now"
        raise Trouble(f"no version of {file} can be read", hint)
    if any(each.is_oldest_here for each in answers):
        console.warn("this is a shallow clone: what is older is not in it")
        console.say("`git fetch --unshallow` gets it", "info", "hint: ")
    if output_format == "json":
        from blueprint_cli.tracking.programs import blame_as_json

        console.write(blame_as_json(file, answers))
        return
    from blueprint_cli.tracking.lines import blame_lines

    console.write(blame_lines(answers, console.columns(), color=console.colored_output()))
