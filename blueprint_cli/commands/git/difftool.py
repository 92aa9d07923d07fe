"""`bp git difftool`: the page of `bp diff` for what git says differs."""

from typing import Annotated

import typer

from blueprint_cli.in_git.pages import shown
from blueprint_cli.problems import Trouble


def difftool(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[REV | REV..REV | REV...REV] [--] [PATH]...", help="What `git diff` takes."
        ),
    ] = None,
    staged: Annotated[
        bool, typer.Option("--staged", "--cached", help="Compare what is staged with a commit.")
    ] = False,
) -> None:
    """Open a page for each blueprint that differs, by way of `git difftool`.

    After `bp git install --diff`, `git difftool -t bp` does the same.
    """
    paths = context.meta.get("paths")
    before = (words or [])[: len(words or []) - len(paths or [])]
    if shown([*(["--cached"] if staged else []), *before], paths):
        raise Trouble("git difftool could not do its work", "it says above why")
