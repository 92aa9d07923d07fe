"""`bp git install`: tell git which files are blueprints, and how to show and merge them."""

from typing import Annotated

import typer

from blueprint_cli import console
from blueprint_cli.in_git.installing import installed, local, of_the_user

OfTheUser = Annotated[
    bool, typer.Option("--global", help="For all of your repositories, and not for this one.")
]


def install(
    diff: Annotated[
        bool,
        typer.Option("--diff", help="Let `git diff` print what `bp diff` does."),
    ] = False,
    merge: Annotated[
        bool, typer.Option("--merge", help="Let git merge blueprints as `bp merge` does.")
    ] = False,
    of_user: OfTheUser = False,
) -> None:
    """Tell git about blueprints: steps in its diffs, and what you ask for.

    Patterns for the blueprints are written to `.gitattributes`, which is committed, and git's
    settings for this clone make the head of each part of a diff name the step. That needs no `bp`
    when git runs. What you wrote yourself stays; a second time nothing changes.
    """
    scope = of_the_user(".") if of_user else local(".")
    for line in installed(scope, diff=diff, merge=merge):
        console.say(line)
