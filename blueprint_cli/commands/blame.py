"""`bp blame`: who last changed each lane, step and action of a blueprint."""

from typing import Annotated, Literal

import typer

from blueprint_cli import console
from blueprint_cli.commands.history import Kept, Until
from blueprint_cli.problems import Trouble
from blueprint_cli.tracking.blame import Blamed, blamed
from blueprint_cli.tracking.lines import SHORT, blame_lines


def blame(
    file: Kept,
    until: Until = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="WORD", help="Look only for changes as `bp diff --only` tells them."),
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
    from blueprint_cli.comparing.only import asked
    from blueprint_cli.history.following import Extent, followed

    found = blamed(followed(file, Extent(until=until)), asked(only or []))
    if found.revision is None:
        raise Trouble(f"no version of {file} can be read", "`bp lint` tells what is wrong with it")
    _say(found, file)
    if output_format == "json":
        from blueprint_cli.tracking.programs import blame_as_json

        console.write(blame_as_json(file, found.answers))
        return

    color = console.colored_output()
    console.write(blame_lines(found.answers, console.columns(), color=color))


def _say(found: Blamed, file: str) -> None:
    """Tell what a reader would else wonder about."""
    if found.passed and found.revision is not None:
        state = "has errors" if found.passed[0].errors else "is gone"
        commit = found.revision.visit.commit[:SHORT]
        console.warn(f"{file} {state}: this is how it was in {commit}")
    if any(each.is_oldest_here for each in found.answers):
        console.warn("this is a shallow clone: what is older is not in it")
        console.say("`git fetch --unshallow` gets it", "info", "hint: ")
