"""`bp changelog`: what customers will notice of what changed between two revisions."""

from typing import Annotated

import typer

from blueprint_cli import console, git, listings
from blueprint_cli.comparing import compared
from blueprint_cli.comparing.revisions import pairs_between
from blueprint_cli.problems import Trouble


def changelog(
    revisions: Annotated[
        str,
        typer.Argument(
            metavar="REV..REV", help="From which revision to which, as git writes it: `v1..v2`."
        ),
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]...", help="Only these blueprints, or those in folders."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Add what happens behind the scenes, and new wording.")
    ] = False,
) -> None:
    """Write release notes in the customer's words, as Markdown: what customers will notice.

    First comes what is better, then what is worse, then what is new, gone or different, by
    blueprint and step.
    """
    from blueprint_cli.tracking.changelog import changelog as written

    if len(git.ends_of(revisions)) == 1:
        hint = f"write `{revisions.strip('.') or 'REV'}..HEAD` for what came since"
        raise Trouble(f"'{revisions}' is no range of revisions", hint)
    pairs = pairs_between([revisions], paths or [], staged=False)
    found = [compared(pair, renames=True) for pair in pairs]
    listings.report(error for each in found for error in each.errors)
    console.write(written(found, everything=everything))
