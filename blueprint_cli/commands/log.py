"""`bp log`: what each commit changed of a blueprint, or of one element, by what it means."""

from collections.abc import Iterable
from typing import Annotated, Literal

import typer

from blueprint_cli import console
from blueprint_cli.commands.history import Kept, Since, Until
from blueprint_cli.tracking.log import Entry


def log(
    file: Kept,
    element: Annotated[
        str | None,
        typer.Argument(
            metavar="[ELEMENT]",
            help="One of its elements: an id, a name, `step.lane`, `lane:ID`, or a path as "
            "`bp diff` writes it (`booking.reception.book`).",
        ),
    ] = None,
    since: Since = None,
    until: Until = None,
    max_count: Annotated[
        int | None,
        typer.Option("--max-count", "-n", min=1, metavar="N", help="Only the last N commits told."),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="WORD", help="Only changes as `bp diff --only` tells them."),
    ] = None,
    output_format: Annotated[
        Literal["text", "json", "markdown"],
        typer.Option("--output-format", "-f", help="For people, for programs, or for a comment."),
    ] = "text",
) -> None:
    """Tell what each commit changed of a blueprint, the newest first, by what it means.

    With ELEMENT it is followed through renames, moves and changed ids. Renames of the file are
    followed. A merge is one commit: what its branch brought, with the commits it came from.
    """
    from blueprint_cli.comparing.only import asked
    from blueprint_cli.history.following import Extent, followed
    from blueprint_cli.tracking.branches import with_branches
    from blueprint_cli.tracking.log import chosen, of_element, of_file
    from blueprint_cli.tracking.revisions import revisions, watched

    is_asked = asked(only) if only else None
    found = followed(file, Extent(since, until))
    walk = revisions(found) if output_format == "text" else watched(found)
    entries = of_file(walk) if element is None else of_element(walk, element, file)
    told = with_branches(found.file, chosen(entries, is_asked, max_count))
    if output_format == "text":
        count = _print(told)
    else:
        commits = list(told)
        count = len(commits)
        console.write(_written(file, element, commits, output_format))
    if not count:
        console.say("No commit tells of such a change.")


def _print(entries: Iterable[Entry]) -> int:
    """Each commit as soon as it is known; how many there are."""
    from blueprint_cli.tracking.lines import log_lines

    color = console.colored_output()
    count = 0
    for count, entry in enumerate(entries, 1):
        between = "\n" if count > 1 else ""
        console.write(f"{between}{log_lines(entry, color=color)}")
    return count


def _written(file: str, element: str | None, entries: list[Entry], form: str) -> str:
    if form == "json":
        from blueprint_cli.tracking.programs import log_as_json

        return log_as_json(file, element, entries)
    from blueprint_cli.reporters.markdown import markdown
    from blueprint_cli.tracking.sections import log_report

    return markdown(log_report(element or file, entries))
