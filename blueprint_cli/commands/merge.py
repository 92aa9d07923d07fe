"""`bp merge`: put together what two people changed in a blueprint, as git's merges need it."""

from typing import Annotated

import typer

from blueprint_cli import console
from blueprint_cli.merging import Merged
from blueprint_cli.merging.labels import Labels
from blueprint_cli.problems import Trouble
from blueprint_cli.replacing import replace

_SIZES = range(1, 1001)


def merge(
    base: Annotated[
        str, typer.Argument(metavar="BASE", help="The version from which both sides began.")
    ],
    ours: Annotated[str, typer.Argument(metavar="OURS", help="Our version.")],
    theirs: Annotated[str, typer.Argument(metavar="THEIRS", help="Their version.")],
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="OUT", help="Where to write it; `-` prints it."),
    ] = "-",
    label: Annotated[
        list[str] | None,
        typer.Option(
            "--label",
            "-L",
            metavar="NAME",
            help="What conflict markers call a version: once for ours, then base, then theirs.",
        ),
    ] = None,
    marker_size: Annotated[
        int, typer.Option(metavar="N", help="How many signs a conflict marker has.")
    ] = 7,
    path: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="What to call the file; else it is called as OURS is."),
    ] = None,
    review: Annotated[
        bool, typer.Option("--review", help="Tell what was decided, change by change.")
    ] = False,
) -> None:
    """Merge two versions of a blueprint that began as one, by what they say.

    Where a merge of lines keeps both sides' changes and brings no new problem, it is the result;
    else elements are merged one by one. What both sides changed in different ways stands between
    conflict markers, and the exit status is 1.
    """
    from blueprint_cli.comparing.sides import side_of
    from blueprint_cli.three_way import merge as merge_three

    labels = _labels(label or [], marker_size)
    contents = [side_of(each, None).content or b"" for each in (base, ours, theirs)]
    merged = merge_three(*contents, path=path or ours, labels=labels)
    if output == "-":
        console.write(merged.content)
    else:
        replace(output, merged.content)
    _tell(merged, review=review, printed=output == "-")
    if not merged.clean:
        raise typer.Exit(1)


def _labels(words: list[str], size: int) -> Labels:
    if len(words) > len(("ours", "base", "theirs")):
        raise Trouble("there are three versions", "give `--label` at most three times")
    if size not in _SIZES:
        message = f"a marker of {size} signs cannot be found again"
        raise Trouble(message, f"give `--marker-size` a number from 1 to {_SIZES[-1]}")
    given = dict(zip(("ours", "base", "theirs"), words, strict=False))
    return Labels(**given, size=size)


def _tell(merged: Merged, *, review: bool, printed: bool) -> None:
    """Say what keeps the merge from being clean, and what was decided."""
    if merged.problems:
        from blueprint_cli.listings import report

        report(merged.problems)
    if merged.doubt:
        console.say(f"merged by lines only: {merged.doubt}", "warning")
    notes = (*(merged.decided() if review else ()), *merged.conflicts)
    if review and not printed:
        console.write("".join(f"{note}\n" for note in notes))
    else:
        for note in notes:
            console.say(note)
